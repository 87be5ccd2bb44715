package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MELDINGEN_OPEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ONGEOORLOOFD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.OPEN_UITKOMSTEN;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.dossier.Stukverhuizing;
import nl.schoolgang.engine.Draadverhuizing;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Procesherstel;
import nl.schoolgang.herstel.Zaakherstel;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Meldingverhuizing;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** What putting right means for the work of a case of relatief verzuim. */
@Component
class RelatiefVerzuimHerstel implements Zaakherstel {

    private final Meldingen meldingen;
    private final Meldingverhuizing meldingverhuizing;
    private final Stukverhuizing stukken;
    private final Termijnen termijnen;
    private final Berichten berichten;
    private final Tijdlijn tijdlijn;
    private final Zaken zaken;
    private final Draadverhuizing draden;
    private final Procesherstel herstel;
    private final Procesengine engine;
    private final Meldingsafloop afloop;

    RelatiefVerzuimHerstel(Meldingen meldingen, Meldingverhuizing meldingverhuizing, Stukverhuizing stukken, Termijnen termijnen,
            Berichten berichten, Tijdlijn tijdlijn, Zaken zaken, Draadverhuizing draden, Procesherstel herstel, Procesengine engine,
            Meldingsafloop afloop) {
        this.meldingen = meldingen;
        this.meldingverhuizing = meldingverhuizing;
        this.stukken = stukken;
        this.termijnen = termijnen;
        this.berichten = berichten;
        this.tijdlijn = tijdlijn;
        this.zaken = zaken;
        this.draden = draden;
        this.herstel = herstel;
        this.engine = engine;
        this.afloop = afloop;
    }

    @Override
    public String procedure() {
        return RelatiefVerzuimVariabelen.PROCES;
    }

    @Override
    public void leerlingGewijzigd(Zaak zaak) {
        herstel.zetLeerling(zaak);
    }

    @Override
    public void voegSamen(Zaak blijft, Zaak gaatOp, String door) {
        List<Melding> verhuisd = meldingen.vanZaak(gaatOp.id());
        for (Melding melding : verhuisd) {
            verhuis(melding, blijft.leerlingId(), blijft.id());
            meldingverhuizing.naarZaak(melding, blijft.id(), door);
        }
        boolean ongeoorloofd = Boolean.TRUE.equals(herstel.lees(gaatOp.procesInstantieId(), ONGEOORLOOFD));
        int uitkomsten = uitkomsten(blijft) + uitkomsten(gaatOp);
        draden.verhuisAlles(gaatOp.procesInstantieId(), blijft.procesInstantieId(), blijft.id());
        sluitAlsSamengevoegd(blijft, gaatOp, door);
        herstel.zet(blijft.procesInstantieId(), OPEN_UITKOMSTEN, uitkomsten);
        if (ongeoorloofd) {
            herstel.zet(blijft.procesInstantieId(), ONGEOORLOOFD, true);
            engine.berichtIndienVerwacht("ongeoorloofd-verzuim", blijft.procesInstantieId(), null, null);
        }
        bepaalVerloop(blijft);
    }

    private void sluitAlsSamengevoegd(Zaak blijft, Zaak gaatOp, String door) {
        zaken.sluit(gaatOp.id(), Zaakstatus.AFGESLOTEN, Zaken.SAMENGEVOEGD);
        herstel.stop(gaatOp.procesInstantieId(), Zaken.SAMENGEVOEGD);
        zaken.verhuisKoppelingen(gaatOp.id(), blijft.id());
        zaken.zetVoortIn(gaatOp.id(), blijft.id());
        if (blijft.behandelaar() == null && gaatOp.behandelaar() != null) {
            zaken.wijsToe(blijft.id(), gaatOp.behandelaar());
        }
        tijdlijn.noteer(gaatOp.id(), "zaak-samengevoegd", "Samengevoegd met zaak " + blijft.zaaknummer() + "; het werk gaat daar verder", door, null);
        tijdlijn.noteer(blijft.id(), "zaak-samengevoegd", "Zaak " + gaatOp.zaaknummer() + " is met deze zaak samengevoegd", door, null);
    }

    /** All that stands under one melding, but the melding itself. */
    private void verhuis(Melding melding, UUID naarLeerling, UUID naarZaak) {
        termijnen.verhuis(melding.id(), naarZaak);
        berichten.verhuis(melding.id(), naarZaak);
        tijdlijn.verhuis(melding.id(), naarZaak);
        stukken.vanMelding(melding.id(), naarLeerling, naarZaak);
    }

    private int uitkomsten(Zaak zaak) {
        return Objects.requireNonNullElse(herstel.lees(zaak.procesInstantieId(), OPEN_UITKOMSTEN), 0);
    }

    /** What the meldingen that the case has now mean for it. */
    private void bepaalVerloop(Zaak zaak) {
        boolean open = uitkomsten(zaak) > 0 || meldingen.vanZaak(zaak.id()).stream().anyMatch(m -> m.afgewikkeldOp() == null);
        herstel.zet(zaak.procesInstantieId(), MELDINGEN_OPEN, open);
        afloop.ingetrokken(zaak.id(), zaak.procesInstantieId());
    }
}
