package nl.schoolgang.melding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiergrond;
import nl.schoolgang.dossier.Dossiergronden;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Aanname.Gevolg;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in one melding that was found in order: pupil, school, melding, dossierstuk, case, time line, and the procedure's part. The
 * pupil's row is held from the start, so that of one pupil one melding is taken in at a time; then the row of the case, so that it does
 * not close meanwhile.
 */
@Component
class Aannemer {

    private static final Map<String, String> SOORTEN = Map.of("16-uur", "16 uur in 4 lesweken", "langdurig", "langer dan 4 weken",
            "luxe", "luxeverzuim", "overig", "overig verzuim", Melding.SOORT_18_PLUS, "18 jaar of ouder");

    private static final String STATUS = "status";

    private final Leerlingherkenning herkenning;
    private final Leerlingen leerlingen;
    private final Scholen scholen;
    private final Meldingen meldingen;
    private final Zaken zaken;
    private final Tijdlijn tijdlijn;
    private final Dossiers dossiers;
    private final Dossiergronden gronden;
    private final Meldingsverwerking verwerking;
    private final Herregistratie herregistratie;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Clock klok;

    Aannemer(Leerlingherkenning herkenning, Leerlingen leerlingen, Scholen scholen, Meldingen meldingen, Zaken zaken, Tijdlijn tijdlijn,
             Dossiers dossiers, Dossiergronden gronden, Meldingsverwerking verwerking, Herregistratie herregistratie,
             Zaakgebeurtenissen gebeurtenissen, Clock klok) {
        this.herkenning = herkenning;
        this.leerlingen = leerlingen;
        this.scholen = scholen;
        this.meldingen = meldingen;
        this.zaken = zaken;
        this.tijdlijn = tijdlijn;
        this.dossiers = dossiers;
        this.gronden = gronden;
        this.verwerking = verwerking;
        this.herregistratie = herregistratie;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
    }

    /** @param door user name of who delivers */
    @Transactional(propagation = Propagation.MANDATORY)
    public Aanname neemAan(Aanlevering aanlevering, String door) {
        Leerling leerling = herkenning.herken(aanlevering);
        // Again, now that the pupil is held: another delivery of the same number may have been first.
        Optional<Melding> eerder = meldingen.metNummer(aanlevering.gemeente(), aanlevering.bron(), aanlevering.meldingsnummer());
        if (eerder.isPresent()) {
            if (!herkenning.isVanVorige(aanlevering)) {
                Leerlingherkenning.eisZelfde(leerling, eerder.get(), aanlevering);
            }
            return werkBij(eerder.get(), leerling, aanlevering, door);
        }
        return voegToe(leerling, aanlevering, door);
    }

    private Aanname voegToe(Leerling leerling, Aanlevering aanlevering, String door) {
        herkenning.vulNummersAan(leerling, aanlevering);
        Melding zonderZaak = aanlevering.melding(null, leerling.id(), school(leerling, aanlevering));
        String procedure = verwerking.procedure(zonderZaak);
        Optional<Zaak> lopend = zaken.openZaak(aanlevering.gemeente(), procedure, leerling.id()).map(z -> zaken.vergrendel(z.id()))
                .filter(z -> z.status() == Zaakstatus.OPEN);
        Zaak zaak = lopend.orElseGet(() -> zaken.open(aanlevering.gemeente(), procedure, leerling.id()));
        Melding melding = zonderZaak.inZaak(zaak.id());
        meldingen.voegToe(melding, aanlevering.inhoud());
        meldingen.spoor(melding.id(), "ontvangen", null, null, null, door);
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("meldingsnummer", melding.meldingsnummer());
        inhoud.put("bron", melding.bron());
        inhoud.putAll(aanlevering.inhoud());
        gronden.legVast(melding.gemeente(), melding.leerlingId(), melding.zaakId(), Dossiergrond.RELATIEF_VERZUIM, null, door);
        dossiers.voegToe(stuk(melding, "verzuimmelding", "Verzuimmelding " + melding.meldingsnummer(), inhoud, door));
        tijdlijn.noteer(zaak.id(), "melding-ontvangen", "Melding %s ontvangen: %s%s".formatted(melding.meldingsnummer(),
                SOORTEN.get(melding.soort()), melding.isIngetrokken() ? ", al ingetrokken" : ""), door, melding.id());
        if (!melding.isIngetrokken() && lopend.isEmpty() && gebeurtenissen.isOverleden(leerling.id())) {
            verwerking.naOverlijden(zaak, melding);
        } else if (!melding.isIngetrokken()) {
            verwerking.nieuw(zaak, lopend.isEmpty(), melding);
        } else {
            // Recorded, no work: no process, and nothing that a running case would wait for.
            meldingen.afgewikkeld(melding.id(), klok.instant());
            if (lopend.isEmpty()) {
                zaken.sluit(zaak.id(), Zaakstatus.INGETROKKEN, Melding.INGETROKKEN);
            }
        }
        return new Aanname(zaak.zaaknummer(), Gevolg.AANGENOMEN);
    }

    private Aanname werkBij(Melding eerder, Leerling leerling, Aanlevering aanlevering, String door) {
        Zaak zaak = zaken.vergrendel(eerder.zaakId());
        Map<String, String> geleverd = meldingen.inhoud(eerder.id());
        List<Wijziging> wijzigingen = new ArrayList<>(verschillen(geleverd, aanlevering.inhoud()));
        // What the source says of the person is about another, when the melding was moved from that other.
        boolean vanVorige = herkenning.isVanVorige(aanlevering);
        if (!vanVorige) {
            wijzigingen.addAll(herkenning.vulNummersAan(leerling, aanlevering));
        }
        if (wijzigingen.isEmpty()) {
            return new Aanname(zaak.zaaknummer(), Gevolg.DUBBEL);
        }
        if (!vanVorige) {
            herkenning.verbeter(leerling, wijzigingen);
        }
        UUID schoolId = school(leerling, aanlevering);
        Melding melding = aanlevering.melding(eerder, leerling.id(), schoolId);
        // A source that says what it said before does not undo a withdrawal that reached the case by another way (trekIn).
        if (Objects.equals(geleverd.get(STATUS), aanlevering.inhoud().get(STATUS))) {
            melding = melding.metStatus(eerder.status());
        }
        meldingen.wijzig(melding, aanlevering.inhoud());
        if (melding.isIngetrokken() && eerder.isIngetrokken() && wijzigingen.stream().allMatch(w -> STATUS.equals(w.veld()))) {
            meldingen.spoor(melding.id(), "intrekking-bevestigd", STATUS, geleverd.get(STATUS), Melding.INGETROKKEN, door);
            return new Aanname(zaak.zaaknummer(), Gevolg.DUBBEL);
        }
        return verwerkWijziging(zaak, eerder, melding, wijzigingen, door);
    }

    /**
     * Withdraws a melding of a case, for who knows only its number. What its source delivered last stays as it was: the same delivery
     * again is a repetition, and only a source that delivers another status than it did before (withdrawn, and then registered)
     * registers the melding again.
     *
     * @param ontvangen when that was received
     * @throws OngeldigeInvoer when the case has no melding with this number, or more than one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Aanname trekIn(Zaak bedoeld, String meldingsnummer, Instant ontvangen, String door) {
        leerlingen.vergrendel(bedoeld.leerlingId());
        Zaak zaak = zaken.vergrendel(bedoeld.id());
        List<Melding> gevonden = meldingen.vanZaak(zaak.id()).stream().filter(m -> m.meldingsnummer().equals(meldingsnummer)).toList();
        if (gevonden.size() != 1) {
            throw new OngeldigeInvoer("meldingsnummer", gevonden.isEmpty() ? "Deze zaak heeft geen melding met dit nummer."
                    : "Deze zaak heeft meer dan één melding met dit nummer. Lever de intrekking aan bij de bron zelf.");
        }
        Melding eerder = gevonden.get(0);
        if (eerder.isIngetrokken()) {
            return new Aanname(zaak.zaaknummer(), Gevolg.DUBBEL);
        }
        meldingen.wijzig(eerder.metStatus(Melding.INGETROKKEN), meldingen.inhoud(eerder.id()));
        meldingen.spoor(eerder.id(), "intrekking-ontvangen", "ontvangen", null, ontvangen.toString(), door);
        return verwerkWijziging(zaak, eerder, meldingen.metId(eerder.id()),
                List.of(new Wijziging(STATUS, eerder.status(), Melding.INGETROKKEN)), door);
    }

    private Aanname verwerkWijziging(Zaak zaak, Melding eerder, Melding melding, List<Wijziging> wijzigingen, String door) {
        boolean nuIngetrokken = melding.isIngetrokken() && !eerder.isIngetrokken();
        boolean weerGeregistreerd = !melding.isIngetrokken() && eerder.isIngetrokken();
        wijzigingen.forEach(w -> meldingen.spoor(melding.id(), nuIngetrokken ? "ingetrokken" : "gewijzigd", w.veld(), w.oud(), w.nieuw(), door));
        leg(melding, wijzigingen, door);
        tijdlijn.noteer(zaak.id(), nuIngetrokken ? "melding-ingetrokken" : "melding-gewijzigd", "Melding %s is %s%s".formatted(
                melding.meldingsnummer(), nuIngetrokken ? "ingetrokken" : weerGeregistreerd ? "opnieuw geregistreerd" : "gewijzigd",
                wijzigingen.stream().map(Wijziging::veld).filter(v -> !"status".equals(v)).reduce((a, b) -> a + ", " + b)
                        .map(velden -> ": " + velden).orElse("")), door, melding.id());
        if (nuIngetrokken) {
            verwerking.ingetrokken(zaak, melding);
        } else if (weerGeregistreerd && herregistratie.kan(zaak)) {
            return new Aanname(herregistratie.neemWeerOp(zaak, eerder, door).zaaknummer(), Gevolg.GEWIJZIGD);
        } else {
            verwerking.gewijzigd(zaak, melding, List.copyOf(wijzigingen));
        }
        return new Aanname(zaak.zaaknummer(), Gevolg.GEWIJZIGD);
    }

    private void leg(Melding melding, List<Wijziging> wijzigingen, String door) {
        List<Map<String, String>> regels = new ArrayList<>();
        for (Wijziging wijziging : wijzigingen) {
            Map<String, String> regel = new HashMap<>();
            regel.put("veld", wijziging.veld());
            regel.put("oud", wijziging.oud());
            regel.put("nieuw", wijziging.nieuw());
            regels.add(regel);
        }
        dossiers.voegToe(stuk(melding, "verzuimmelding-wijziging", "Wijziging van verzuimmelding " + melding.meldingsnummer(),
                Map.of("meldingsnummer", melding.meldingsnummer(), "wijzigingen", regels), door));
    }

    /** Absence of 18 and over is no suspected offence; all other kinds are (06, "Privacy"). */
    private static NieuwDossierstuk stuk(Melding melding, String soort, String titel, Map<String, Object> inhoud, String door) {
        return new NieuwDossierstuk(melding.gemeente(), melding.leerlingId(), melding.zaakId(), melding.id(), soort, titel,
                Melding.SOORT_18_PLUS.equals(melding.soort()) ? Label.AVG : Label.WPG, inhoud,
                soort.equals("verzuimmelding") ? melding.ontvangen() : null, door);
    }

    /** Null when no BRIN was delivered. */
    private UUID school(Leerling leerling, Aanlevering aanlevering) {
        if (aanlevering.tekst("school.brin") == null) {
            return null;
        }
        UUID school = scholen.registreer(aanlevering.tekst("school.brin"), aanlevering.tekst("school.vestiging"),
                aanlevering.tekst("school.soort"), aanlevering.tekst("school.naam"));
        leerlingen.noteerInschrijving(leerling.id(), school, aanlevering.begindatum());
        return school;
    }

    private static List<Wijziging> verschillen(Map<String, String> oud, Map<String, String> nieuw) {
        Set<String> velden = new HashSet<>(oud.keySet());
        velden.addAll(nieuw.keySet());
        return velden.stream().sorted().filter(v -> !Objects.equals(oud.get(v), nieuw.get(v)))
                .map(v -> new Wijziging(v, oud.get(v), nieuw.get(v))).toList();
    }
}
