package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.LEERLING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAKSTATUS;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.AFSPRAAK_DATUM;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MELDINGEN_OPEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ONGEOORLOOFD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.OPEN_UITKOMSTEN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.engine.Draadverhuizing;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Procesherstel;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.herstel.Hervatpunt;
import nl.schoolgang.herstel.Zaakherstel;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Meldingverhuizing;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.modellen.RelatiefVerzuimModel;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.ZaakGestopt;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What putting right means for the work of a case of relatief verzuim. */
@Component
class RelatiefVerzuimHerstel implements Zaakherstel {

    private static final String GESPREK = "gesprek";
    /** What each case keeps for itself when the main line of another goes on in it. */
    private static final Set<String> EIGEN = Set.of(ZAAK_ID.naam(), GEMEENTE.naam(), LEERLING_ID.naam(), ZAAKSTATUS.naam(), MELDINGEN_OPEN.naam(),
            OPEN_UITKOMSTEN.naam(), ONGEOORLOOFD.naam());

    private final Meldingen meldingen;
    private final Meldingverhuizing meldingverhuizing;
    private final Meldingsinhoud inhoud;
    private final Meldingsdraden meldingsdraden;
    private final Termijnen termijnen;
    private final Berichten berichten;
    private final Tijdlijn tijdlijn;
    private final Melderbericht melder;
    private final Zaken zaken;
    private final Draadverhuizing draden;
    private final Procesherstel herstel;
    private final Procesengine engine;
    private final Meldingsafloop afloop;
    private final Maatregelkeuze keuze;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Briefaanhouding brieven;
    private final ApplicationEventPublisher publicatie;
    private final Clock klok;

    RelatiefVerzuimHerstel(Meldingen meldingen, Meldingverhuizing meldingverhuizing, Meldingsinhoud inhoud, Meldingsdraden meldingsdraden, Termijnen termijnen,
            Berichten berichten, Tijdlijn tijdlijn, Zaken zaken, Draadverhuizing draden, Procesherstel herstel, Procesengine engine,
            Meldingsafloop afloop, Maatregelkeuze keuze, Zaakgebeurtenissen gebeurtenissen, Melderbericht melder,
            Briefaanhouding brieven, ApplicationEventPublisher publicatie, Clock klok) {
        this.meldingen = meldingen;
        this.meldingverhuizing = meldingverhuizing;
        this.inhoud = inhoud;
        this.meldingsdraden = meldingsdraden;
        this.termijnen = termijnen;
        this.berichten = berichten;
        this.tijdlijn = tijdlijn;
        this.melder = melder;
        this.zaken = zaken;
        this.draden = draden;
        this.herstel = herstel;
        this.engine = engine;
        this.afloop = afloop;
        this.keuze = keuze;
        this.gebeurtenissen = gebeurtenissen;
        this.brieven = brieven;
        this.publicatie = publicatie;
        this.klok = klok;
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
        eisGeenGebeurtenis(blijft);
        eisGeenGebeurtenis(gaatOp);
        List<Melding> verhuisd = meldingen.vanZaak(gaatOp.id());
        for (Melding melding : verhuisd) {
            inhoud.verhuis(melding, blijft.leerlingId(), blijft.id());
            meldingverhuizing.naarZaak(melding, blijft.id(), door);
        }
        String hier = blijft.procesInstantieId();
        String daar = gaatOp.procesInstantieId();
        boolean ongeoorloofd = Boolean.TRUE.equals(herstel.lees(daar, ONGEOORLOOFD));
        int uitkomsten = uitkomsten(blijft) + uitkomsten(gaatOp);
        draden.verhuisAlles(daar, hier, blijft.id());
        boolean overgenomen = loopt(gaatOp) && !loopt(blijft) && !draden.hoofdlijn(daar).contains(GESPREK);
        if (overgenomen) {
            termijnen.verhuisVanZaak(gaatOp.id(), blijft.id());
            draden.verhuisHoofdlijn(daar, hier, blijft.id(), EIGEN);
            keuze.verhuis(gaatOp.id(), blijft.id());
        }
        sluitAlsSamengevoegd(blijft, gaatOp, door);
        herstel.zet(hier, OPEN_UITKOMSTEN, uitkomsten);
        if (ongeoorloofd) {
            herstel.zet(hier, ONGEOORLOOFD, true);
            if (!overgenomen) {
                engine.berichtIndienVerwacht(RelatiefVerzuimModel.BERICHT_ONGEOORLOOFD_VERZUIM, hier, null, null);
            }
        }
        bepaalVerloop(blijft);
    }

    /** Whether the case is past the wait for a judgement, and not yet at its closing. */
    private boolean loopt(Zaak zaak) {
        Set<String> stand = draden.hoofdlijn(zaak.procesInstantieId());
        return stand.contains(RelatiefVerzuimModel.VERZUIM_AANPAKKEN) && !stand.contains(RelatiefVerzuimModel.WACHT_OP_OORDEEL);
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

    private int uitkomsten(Zaak zaak) {
        return Objects.requireNonNullElse(herstel.lees(zaak.procesInstantieId(), OPEN_UITKOMSTEN), 0);
    }

    /** What the meldingen that the case has now mean for it. */
    private void bepaalVerloop(Zaak zaak) {
        boolean open = uitkomsten(zaak) > 0 || meldingen.vanZaak(zaak.id()).stream().anyMatch(m -> m.afgewikkeldOp() == null);
        herstel.zet(zaak.procesInstantieId(), MELDINGEN_OPEN, open);
        afloop.verloop(zaak.id(), zaak.procesInstantieId());
    }

    @Override
    public void verplaats(Melding melding, Zaak van, Zaak naar, boolean nieuw, boolean correctie, String door) {
        boolean lopend = van.status() == Zaakstatus.OPEN;
        if (lopend) {
            eisGeenGebeurtenis(van);
        }
        eisGeenGebeurtenis(naar);
        boolean laatste = lopend && meldingen.vanZaak(van.id()).stream().allMatch(m -> m.id().equals(melding.id()));
        if (laatste && !correctie && zaken.gekoppeld(van.id()).stream().anyMatch(z -> z.status() == Zaakstatus.OPEN)) {
            throw new Conflict("Deze zaak startte maatregelen die nog lopen. Kies voor een bericht van correctie en draai die maatregelen eerst terug.");
        }
        List<String> bezig = lopend ? draden.bezig(van.procesInstantieId(), melding.id(), Meldingsdraden.AFWIKKELEN) : List.of();
        inhoud.verhuis(melding, naar.leerlingId(), naar.id());
        meldingverhuizing.naarLeerling(melding, naar.leerlingId(), naar.id(), door);
        String hier = nieuw ? engine.start(naar.procedure(), naar, Map.of()) : naar.procesInstantieId();
        if (nieuw) {
            zaken.koppelProces(naar.id(), hier);
        }
        // What was said to DUO and to the reporter stands; talking and judging were about somebody else.
        List<String> elementen = new ArrayList<>(List.of(Meldingsdraden.EERSTE_CONTACT));
        bezig.stream().filter(b -> !Meldingsdraden.CONTACT.contains(b)).forEach(elementen::add);
        meldingsdraden.begin(hier, naar.id(), melding, elementen);
        herstel.zet(hier, MELDINGEN_OPEN, true);
        if (meldingen.vanZaak(van.id()).isEmpty()) {
            houdBrievenTegen(van);
        }
        if (lopend) {
            draden.stop(van.procesInstantieId(), melding.id());
            laatAchter(van, laatste && !correctie, door);
        }
    }

    /** An event from outside ends the case: what joins it meanwhile would be closed with it, unseen. */
    private void eisGeenGebeurtenis(Zaak zaak) {
        if (gebeurtenissen.wordtAfgehandeld(zaak.id())) {
            throw new Conflict("In zaak " + zaak.zaaknummer() + " wordt een gebeurtenis afgehandeld (verhuizing, 18 jaar, startkwalificatie of "
                    + "overlijden). Rond dat eerst af.");
        }
    }

    /** Everything that the case had put in the queue was about somebody else. */
    private void houdBrievenTegen(Zaak zaak) {
        // First held, which takes a mail back from the outbox as well.
        brieven.houdAan(zaak.id(), "de melding ging over een andere leerling.");
        publicatie.publishEvent(new ZaakGestopt(zaak.id(), "melding-verplaatst"));
    }

    private void laatAchter(Zaak van, boolean zonderBericht, String door) {
        if (zonderBericht) {
            berichten.laatVervallen(van.id(), List.of(Ontvangersoort.BURGER), "De melding ging over een andere leerling", door);
            zaken.sluit(van.id(), Zaakstatus.INGETROKKEN, "melding-verplaatst");
            herstel.stop(van.procesInstantieId(), "melding-verplaatst");
            return;
        }
        herstel.zet(van.procesInstantieId(), ONGEOORLOOFD, meldingen.vanZaak(van.id()).stream()
                .anyMatch(m -> !m.isIngetrokken() && Meldingsafloop.vraagtGesprek(m.oordeel())));
        bepaalVerloop(van);
        afloop.zonderMeldingen(van);
    }

    @Override
    public void hervat(Zaak zaak, Hervatpunt punt, LocalDate afspraak, String door) {
        gebeurtenissen.herroep(zaak.id());
        List<Melding> tellend = meldingen.vanZaak(zaak.id()).stream().filter(m -> !m.isIngetrokken()).toList();
        Map<String, Object> variabelen = new HashMap<>();
        variabelen.put(ONGEOORLOOFD.naam(), punt != Hervatpunt.AFHANDELEN
                || tellend.stream().anyMatch(m -> Meldingsafloop.vraagtGesprek(m.oordeel())));
        variabelen.put(MELDINGEN_OPEN.naam(), false);
        variabelen.put(OPEN_UITKOMSTEN.naam(), 0);
        if (punt == Hervatpunt.AFSPRAKEN) {
            variabelen.put("afspraakGemaakt", Date.from(klok.instant()));
            variabelen.put(AFSPRAAK_DATUM.naam(), Date.from(afspraak.atStartOfDay(Tijdzone.AMSTERDAM).toInstant()));
        }
        String proces = herstel.startBij(switch (punt) {
            case GESPREK -> GESPREK;
            case AFSPRAKEN -> RelatiefVerzuimModel.AFSPRAKEN_NAKOMEN;
            case AFHANDELEN -> "afhandelen";
        }, zaak, variabelen);
        zaken.koppelProces(zaak.id(), proces);
        tellend.stream().filter(m -> m.afgeslotenOp() != null).forEach(m -> meldHeropening(zaak, m, door));
        tellend.forEach(m -> hervat(zaak, proces, m, door));
    }

    /** What was cut off before anybody had done it, an event from outside for one, is to be done now. */
    private void hervat(Zaak zaak, String proces, Melding melding, String door) {
        List<String> nogTeDoen = meldingsdraden.nogTeDoen(melding);
        if (!nogTeDoen.isEmpty()) {
            meldingverhuizing.werkHervat(melding.id(), door);
            meldingsdraden.begin(proces, zaak.id(), melding, nogTeDoen);
            herstel.zet(proces, MELDINGEN_OPEN, true);
        }
    }

    /** The source thinks that the melding is closed. */
    private void meldHeropening(Zaak zaak, Melding melding, String door) {
        String aan = Bronnen.ontvanger(melding);
        berichten.zetKlaar(melder.maak(zaak.id(), zaak.gemeente(), melding, "heropening", aan,
                Map.of("meldingsnummer", melding.meldingsnummer(), "status", "In behandeling")));
        meldingverhuizing.weerInBehandeling(melding.id(), door);
        tijdlijn.noteer(zaak.id(), "melding-heropend", "Melding " + melding.meldingsnummer() + " is weer in behandeling, bericht klaargezet voor "
                + aan, door, melding.id());
    }
}
