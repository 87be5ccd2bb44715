package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ONTVANGEN;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingsverwerking;
import nl.schoolgang.melding.Meldingverhuizing;
import nl.schoolgang.melding.Wijziging;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.modellen.NagekomenWijzigingModel;
import nl.schoolgang.modellen.RelatiefVerzuimModel;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Brings what the intake received to the running process of the case, in the intake's own transaction. */
@Component
@Norm("BUN-06.17-01")
class RelatiefVerzuimVerwerking implements Meldingsverwerking {

    private static final String VERZUIM_18_PLUS = "verzuim-18-plus";
    private static final String NAGEKOMEN_WIJZIGING = NagekomenWijzigingModel.PROCES;

    private final Procesengine engine;
    private final Zaken zaken;
    private final Tijdlijn tijdlijn;
    private final Meldingsafloop afloop;
    private final Meldingsinhoud inhoud;
    private final Meldingverhuizing verhuizing;
    private final MeldingenAfsluiten afsluiten;

    RelatiefVerzuimVerwerking(Procesengine engine, Zaken zaken, Tijdlijn tijdlijn, Meldingsafloop afloop, Meldingsinhoud inhoud,
            Meldingverhuizing verhuizing, MeldingenAfsluiten afsluiten) {
        this.engine = engine;
        this.zaken = zaken;
        this.tijdlijn = tijdlijn;
        this.afloop = afloop;
        this.inhoud = inhoud;
        this.verhuizing = verhuizing;
        this.afsluiten = afsluiten;
    }

    @Override
    public String procedure(Melding melding) {
        return Melding.SOORT_18_PLUS.equals(melding.soort()) ? VERZUIM_18_PLUS : RelatiefVerzuimVariabelen.PROCES;
    }

    @Override
    public void nieuw(Zaak zaak, boolean nieuweZaak, Melding melding) {
        String proces = zaak.procesInstantieId();
        if (nieuweZaak) {
            proces = engine.start(zaak.procedure(), zaak, Map.of());
            zaken.koppelProces(zaak.id(), proces);
        }
        if (RelatiefVerzuimVariabelen.PROCES.equals(zaak.procedure())) {
            engine.bericht(RelatiefVerzuimModel.BERICHT_MELDING_ONTVANGEN, proces, Map.of(
                    MELDING_ID.naam(), MELDING_ID.waarde(melding.id()),
                    MELDINGSNUMMER.naam(), melding.meldingsnummer(),
                    MELDING_ONTVANGEN.naam(), Date.from(melding.ontvangen())));
        }
    }

    @Override
    public void naOverlijden(Zaak zaak, Melding melding) {
        tijdlijn.noteer(zaak.id(), "melding-na-overlijden", "Melding " + melding.meldingsnummer()
                + " kwam na het overlijden van de jongere: er gaat niets uit naar het gezin", null, melding.id());
        afsluiten.sluitAf(zaak.id(), zaak.gemeente(), melding, Zaakgebeurtenis.OVERLEDEN, null);
        zaken.sluit(zaak.id(), Zaakstatus.AFGESLOTEN, Zaakgebeurtenis.OVERLEDEN);
        meldNagekomenWijziging(zaak, melding);
    }

    @Override
    public void verhuisd(Melding melding, Zaak naar, String door) {
        inhoud.verhuis(melding, melding.leerlingId(), naar.id());
        verhuizing.naarZaak(melding, naar.id(), door);
    }

    @Override
    public void ingetrokken(Zaak zaak, Melding melding) {
        boolean leerplicht = RelatiefVerzuimVariabelen.PROCES.equals(zaak.procedure());
        if (zaak.status() != Zaakstatus.OPEN || !leerplicht) {
            meldNagekomenWijziging(zaak, melding);
            if (leerplicht) {
                afloop.ingetrokken(zaak);
            }
            return;
        }
        boolean draadLoopt = engine.berichtIndienVerwacht(RelatiefVerzuimModel.BERICHT_MELDING_INGETROKKEN, zaak.procesInstantieId(),
                MELDING_ID.naam(), MELDING_ID.waarde(melding.id()));
        if (!draadLoopt) {
            tijdlijn.noteer(zaak.id(), "melding-ingetrokken",
                    "Melding " + melding.meldingsnummer() + " is ingetrokken nadat zij was afgewikkeld", null, melding.id());
            afloop.ingetrokken(zaak);
        }
    }

    @Override
    public void gewijzigd(Zaak zaak, Melding melding, List<Wijziging> wijzigingen) {
        if (zaak.status() != Zaakstatus.OPEN) {
            meldNagekomenWijziging(zaak, melding);
        }
    }

    private void meldNagekomenWijziging(Zaak zaak, Melding melding) {
        Map<String, Object> variabelen = new HashMap<>();
        variabelen.put(MELDING_ID.naam(), MELDING_ID.waarde(melding.id()));
        variabelen.put(MELDINGSNUMMER.naam(), melding.meldingsnummer());
        engine.start(NAGEKOMEN_WIJZIGING, zaak, variabelen);
    }
}
