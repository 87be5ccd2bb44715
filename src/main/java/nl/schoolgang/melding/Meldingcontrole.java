package nl.schoolgang.melding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** Judges one delivered melding, whatever format it came in; every fault is named, not the first only. */
final class Meldingcontrole {

    private static final Set<String> MET_EINDDATUM = Set.of("16-uur", "langdurig", Melding.SOORT_18_PLUS);
    /** Kinds that may be known before they begin: a holiday, and what is not mandatory to report. */
    private static final Set<String> VOORAF_BEKEND = Set.of("luxe", "overig");
    private static final int JONGSTE = 4;
    /** Up to and including; the RMC duty ends at the 27th birthday or before. */
    private static final int OUDSTE = 27;

    private final Meldingsvorm vorm;
    private final Set<String> gemeenten;
    private final Instant nu;
    private final List<Fout> fouten = new ArrayList<>();
    private final Map<String, Object> waarden = new HashMap<>();

    private Meldingcontrole(Meldingsvorm vorm, Set<String> gemeenten, Instant nu) {
        this.vorm = vorm;
        this.gemeenten = gemeenten;
        this.nu = nu;
    }

    /**
     * @param gemeenten codes of all municipalities here
     * @param nu        the moment of receipt when none was delivered
     * @throws OngeldigeInvoer with everything that is wrong
     */
    static Aanlevering controleer(Bronrij rij, Meldingsvorm vorm, Set<String> gemeenten, Instant nu) {
        return new Meldingcontrole(vorm, gemeenten, nu).controleer(rij);
    }

    private Aanlevering controleer(Bronrij rij) {
        fouten.addAll(rij.fouten());
        Set<String> bekend = new HashSet<>();
        Veldlezer lezer = new Veldlezer(rij.tekst(), fouten);
        for (Veld veld : vorm.velden()) {
            bekend.add(veld.naam());
            Object waarde = lezer.lees(veld, rij.velden().get(veld.naam()));
            if (waarde != null) {
                waarden.put(veld.naam(), waarde);
            }
        }
        rij.velden().keySet().stream().filter(naam -> !bekend.contains(naam)).forEach(naam ->
                fout(naam, "Dit veld bestaat niet. Haal het weg, of controleer hoe de naam geschreven is."));
        if (vorm == Meldingsvorm.VERZUIMMELDING) {
            waarden.put("bron", Melding.BRON_DUO);
        }
        waarden.putIfAbsent("status", Melding.GEREGISTREERD);
        if (waarden.containsKey("school.brin")) {
            waarden.putIfAbsent("school.vestiging", "00");
        }
        controleerVerplicht();
        controleerSamenhang();
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        waarden.putIfAbsent("ontvangen", nu);
        return new Aanlevering(waarden);
    }

    private void controleerVerplicht() {
        boolean andereBron = Meldingsvorm.ANDERE_BRON.equals(waarden.get("bron"));
        verplicht("gemeente", "meldingsnummer", "soort", "leerling.achternaam", "leerling.geboortedatum", "begindatum");
        if (!andereBron) {
            verplicht("school.brin");
            if (!heeft("leerling.bsn") && !heeft("leerling.onderwijsnummer")) {
                fout("leerling.bsn", "Vul het BSN in, of het onderwijsnummer (leerling.onderwijsnummer).");
            }
        }
        if (metEinddatum() && !heeft("einddatum")) {
            fout("einddatum", "De einddatum is verplicht bij een melding van de soort " + waarden.get("soort") + ".");
        }
        if (vorm == Meldingsvorm.VERZUIMMELDING) {
            verplicht("gemeldDoor");
            return;
        }
        verplicht("bron");
        if (!heeft("gemeldDoor")) {
            verplicht("melder.functie");
            if (waarden.get("melder.functie") instanceof String functie) {
                waarden.put("gemeldDoor", functie);
            }
        }
        if (Meldingsvorm.SCHOOL_BUITEN_DUO.equals(waarden.get("bron"))) {
            verplicht("melder.naam");
        }
    }

    /** An end date may lie ahead, up to a year; a begin date only where an absence is known in advance. */
    private void controleerSamenhang() {
        if (waarden.get("gemeente") instanceof String gemeente && !gemeenten.contains(gemeente)) {
            fout("gemeente", "Deze gemeente is hier niet bekend. Kies uit: " + String.join(", ", gemeenten.stream().sorted().toList()) + ".");
        }
        Instant ontvangen = (Instant) waarden.getOrDefault("ontvangen", nu);
        if (ontvangen.isAfter(nu)) {
            fout("ontvangen", "Het moment van ontvangst ligt in de toekomst. Laat het veld weg of vul het werkelijke moment in.");
            ontvangen = nu;
        }
        LocalDate dag = Veldlezer.dag(ontvangen);
        LocalDate begin = (LocalDate) waarden.get("begindatum");
        LocalDate eind = (LocalDate) waarden.get("einddatum");
        LocalDate geboren = (LocalDate) waarden.get("leerling.geboortedatum");
        controleerPeriode(begin, eind, dag);
        // The number travels with the process and the screens; what identifies a person may not.
        if (waarden.get("meldingsnummer") instanceof String nummer && Stream.of("leerling.bsn", "leerling.onderwijsnummer")
                .map(waarden::get).anyMatch(n -> n instanceof String persoonsnummer && nummer.contains(persoonsnummer))) {
            fout("meldingsnummer", "Het meldingsnummer bevat het BSN of onderwijsnummer. Gebruik een nummer dat niets over de leerling zegt.");
        }
        controleerLeeftijd(geboren, begin == null || begin.isAfter(dag) ? dag : begin);
        if ("16-uur".equals(waarden.get("soort")) && waarden.get("uren") instanceof BigDecimal uren && uren.signum() == 0) {
            fout("uren", "Bij een melding van de soort 16-uur is het aantal uren groter dan 0. Vul het aantal in of laat het veld leeg.");
        }
    }

    private void controleerPeriode(LocalDate begin, LocalDate eind, LocalDate dag) {
        boolean vooraf = VOORAF_BEKEND.contains(waarden.getOrDefault("soort", ""));
        boolean beginTeLaat = begin != null && begin.isAfter(vooraf ? dag.plusYears(1) : dag);
        if (beginTeLaat) {
            fout("begindatum", vooraf ? "De begindatum ligt meer dan een jaar na de dag van ontvangst (%s). Controleer de datum.".formatted(dag)
                    : "De begindatum ligt na de dag van ontvangst (%s). Verzuim van deze soort is te melden zodra het begonnen is.".formatted(dag));
        }
        if (eind != null && eind.isAfter(dag.plusYears(1))) {
            fout("einddatum", "De einddatum ligt meer dan een jaar na de dag van ontvangst (%s). Controleer de datum.".formatted(dag));
        } else if (begin != null && eind != null && eind.isBefore(begin) && !beginTeLaat) {
            fout("einddatum", "De einddatum ligt voor de begindatum. Vul de laatste dag van het verzuim in.");
        }
    }

    private void controleerLeeftijd(LocalDate geboren, LocalDate peildag) {
        if (geboren == null) {
            return;
        }
        int leeftijd = geboren.isAfter(peildag) ? -1 : Period.between(geboren, peildag).getYears();
        if (leeftijd < JONGSTE || leeftijd > OUDSTE) {
            fout("leerling.geboortedatum", ("De leerling zou op %s %s zijn; verwacht wordt een leeftijd van %d tot en met %d jaar. "
                    + "Controleer de geboortedatum.").formatted(peildag, leeftijd < 0 ? "nog niet geboren" : leeftijd + " jaar", JONGSTE, OUDSTE));
        }
    }

    private boolean metEinddatum() {
        return MET_EINDDATUM.contains(waarden.getOrDefault("soort", ""));
    }

    private void verplicht(String... namen) {
        for (String naam : namen) {
            if (!heeft(naam)) {
                fout(naam, "Dit veld is verplicht. Vul het in.");
            }
        }
    }

    /** Also when what was delivered is wrong: that is one fault, not two. */
    private boolean heeft(String naam) {
        return waarden.containsKey(naam) || fouten.stream().anyMatch(f -> f.veld().equals(naam));
    }

    private void fout(String veld, String reden) {
        fouten.add(new Fout(veld, reden));
    }
}
