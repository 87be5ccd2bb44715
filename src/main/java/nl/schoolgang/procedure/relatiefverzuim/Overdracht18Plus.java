package nl.schoolgang.procedure.relatiefverzuim;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Meldingverhuizing;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Moves meldingen that go on after the 18th birthday to the case of verzuim 18-plus, so that each keeps exactly one case. */
@Component
class Overdracht18Plus {

    /** How the link to the case that goes on is called. */
    static final String KOPPELING = "overdracht-18-plus";
    static final String PROCEDURE = "verzuim-18-plus";

    private final Meldingen meldingen;
    private final Meldingverhuizing verhuizing;
    private final Zaken zaken;
    private final Procesengine engine;
    private final Berichten berichten;
    private final Tijdlijn tijdlijn;
    private final Melderbericht melder;
    private final Clock klok;

    Overdracht18Plus(Meldingen meldingen, Meldingverhuizing verhuizing, Zaken zaken, Procesengine engine, Berichten berichten,
            Tijdlijn tijdlijn, Melderbericht melder, Clock klok) {
        this.meldingen = meldingen;
        this.verhuizing = verhuizing;
        this.zaken = zaken;
        this.engine = engine;
        this.berichten = berichten;
        this.tijdlijn = tijdlijn;
        this.melder = melder;
        this.klok = klok;
    }

    /**
     * Moves what goes on; when nothing does, no case is opened.
     *
     * @param voorbij whether the absence that was dealt with had ended, so that only its closing was left: there is nothing for RMC to take up
     *                then but what nobody judged yet (BUN-07.03-01: absence that is notified, not absence that is over)
     */
    void draagOver(Zaak zaak, boolean voorbij) {
        List<Melding> doorgaand = meldingen.vanZaak(zaak.id()).stream().filter(m -> gaatDoor(m, voorbij)).toList();
        if (doorgaand.isEmpty()) {
            tijdlijn.noteer(zaak.id(), "overdracht-18-plus", "Geen melding loopt door: er is niets over te dragen aan de RMC-consulent", null, null);
            return;
        }
        Zaak vervolg = vervolgzaak(zaak);
        doorgaand.forEach(m -> verplaats(zaak, vervolg, m));
    }

    /** Not withdrawn or closed, and not judged as over: authorised, ended, noted only or answered with a letter. */
    private static boolean gaatDoor(Melding melding, boolean voorbij) {
        return !melding.isIngetrokken() && melding.afgeslotenOp() == null
                && (melding.oordeel() == null || !voorbij && Meldingsafloop.vraagtGesprek(melding.oordeel()));
    }

    private Zaak vervolgzaak(Zaak zaak) {
        Zaak vervolg = zaken.openZaak(zaak.gemeente(), PROCEDURE, zaak.leerlingId()).map(z -> zaken.vergrendel(z.id()))
                .filter(z -> z.status() == Zaakstatus.OPEN).orElseGet(() -> open(zaak));
        zaken.koppel(zaak.id(), vervolg.id(), KOPPELING);
        return vervolg;
    }

    private Zaak open(Zaak zaak) {
        Zaak nieuw = zaken.open(zaak.gemeente(), PROCEDURE, zaak.leerlingId());
        zaken.koppelProces(nieuw.id(), engine.start(PROCEDURE, nieuw, Map.of()));
        return nieuw;
    }

    private void verplaats(Zaak zaak, Zaak vervolg, Melding melding) {
        verhuizing.naarZaak(melding, vervolg.id(), null);
        if (melding.afgewikkeldOp() == null) {
            meldingen.afgewikkeld(melding.id(), klok.instant());
        }
        tijdlijn.noteer(zaak.id(), "melding-overgedragen", "Melding " + melding.meldingsnummer() + " gaat verder in " + vervolg.zaaknummer(), null,
                melding.id());
        tijdlijn.noteer(vervolg.id(), "melding-overgedragen", "Melding " + melding.meldingsnummer() + " komt uit " + zaak.zaaknummer()
                + ": de jongere is 18 jaar geworden", null, melding.id());
        if (melding.teruggemeldOp() == null) {
            String aan = Bronnen.ontvanger(melding);
            berichten.zetKlaar(melder.maak(vervolg.id(), vervolg.gemeente(), melding, "terugmelding", aan, Map.of(
                    "meldingsnummer", melding.meldingsnummer(), "status", "In behandeling", "actie", "overgedragen-rmc")));
            meldingen.teruggemeld(melding.id(), klok.instant());
        }
    }
}
