package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.VERZUIM_GEEINDIGD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.VERZUIM_VOORBIJ;

import java.util.Map;
import java.util.Set;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.engine.Draadverhuizing;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Procesherstel;
import nl.schoolgang.melding.Gebeurtenisverwerking;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/**
 * Brings an event from outside to the case. The process of an open case of relatief verzuim deals with it; while it does, only the death of
 * the pupil still counts. Another case (of verzuim 18-plus, or one that is closed) has no part of its model for it: the table says what it
 * means for that case, for its measures and for the letters that wait.
 */
@Component
class RelatiefVerzuimGebeurtenissen implements Gebeurtenisverwerking {

    private static final String GEBEURTENISBERICHT = "gebeurtenis";
    private static final Set<String> PROCEDURES = Set.of(RelatiefVerzuimVariabelen.PROCES, Overdracht18Plus.PROCEDURE);

    private final Procesengine engine;
    private final Procesherstel herstel;
    private final Draadverhuizing draden;
    private final Zaken zaken;
    private final Gebeurtenisgevolgen gevolgen;
    private final Overlijdensstop overlijdensstop;
    private final Briefaanhouding brieven;

    RelatiefVerzuimGebeurtenissen(Procesengine engine, Procesherstel herstel, Draadverhuizing draden, Zaken zaken, Gebeurtenisgevolgen gevolgen,
            Overlijdensstop overlijdensstop, Briefaanhouding brieven) {
        this.engine = engine;
        this.herstel = herstel;
        this.draden = draden;
        this.zaken = zaken;
        this.gevolgen = gevolgen;
        this.overlijdensstop = overlijdensstop;
        this.brieven = brieven;
    }

    @Override
    public boolean kanVerwerken(Zaak zaak, String soort) {
        if (!PROCEDURES.contains(zaak.procedure())) {
            return false;
        }
        if (zaak.status() != Zaakstatus.OPEN) {
            return Zaakgebeurtenis.OVERLEDEN.equals(soort) || brieven.heeftWachtende(zaak.id()) || heeftLopendeMaatregel(zaak);
        }
        if (Overdracht18Plus.PROCEDURE.equals(zaak.procedure())) {
            return !Zaakgebeurtenis.ACHTTIEN_GEWORDEN.equals(soort);
        }
        return zaak.procesInstantieId() != null && (engine.wachtOp(GEBEURTENISBERICHT, zaak.procesInstantieId())
                || Zaakgebeurtenis.OVERLEDEN.equals(soort) && engine.wachtOp(Zaakgebeurtenis.OVERLEDEN, zaak.procesInstantieId()));
    }

    private boolean heeftLopendeMaatregel(Zaak zaak) {
        return zaken.gestartVanuit(zaak.id(), Maatregelstart.KOPPELING).stream().anyMatch(m -> m.status() == Zaakstatus.OPEN);
    }

    @Override
    public void verwerk(Zaak zaak, Zaakgebeurtenis gebeurtenis) {
        if (zaak.status() == Zaakstatus.OPEN && RelatiefVerzuimVariabelen.PROCES.equals(zaak.procedure())) {
            boolean voorbij = isVoorbij(zaak);
            String bericht = engine.wachtOp(GEBEURTENISBERICHT, zaak.procesInstantieId()) ? GEBEURTENISBERICHT : gebeurtenis.soort();
            engine.bericht(bericht, zaak.procesInstantieId(), Map.of(GEBEURTENIS.naam(), gebeurtenis.soort(), VERZUIM_VOORBIJ.naam(), voorbij));
            return;
        }
        gevolgen.pasToe(zaak, gebeurtenis.soort());
        if (!Zaakgebeurtenis.OVERLEDEN.equals(gebeurtenis.soort())) {
            gevolgen.pasToeOpZaakZelf(zaak, gebeurtenis.soort());
            return;
        }
        overlijdensstop.houdTegen(zaak);
        if (zaak.status() == Zaakstatus.OPEN) {
            gevolgen.pasToeOpZaakZelf(zaak, gebeurtenis.soort());
        }
    }

    /** Whether the absence was found to have ended and only the closing of the case was left. */
    private boolean isVoorbij(Zaak zaak) {
        return "ja".equals(herstel.lees(zaak.procesInstantieId(), VERZUIM_GEEINDIGD))
                && !draden.hoofdlijn(zaak.procesInstantieId()).contains("verzuim-aanpakken");
    }
}
