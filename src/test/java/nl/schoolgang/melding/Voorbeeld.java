package nl.schoolgang.melding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.schoolgang.Unieke;

/** The sample melding of the API as the readers hand it over, with a fresh pupil and number; fields can be changed and left out. */
final class Voorbeeld {

    private final Map<String, Object> velden = new LinkedHashMap<>();

    private Voorbeeld() {
        velden.put("gemeente", "noordoostpolder");
        velden.put("meldingsnummer", Unieke.meldingsnummer());
        velden.put("soort", "16-uur");
        velden.put("status", "geregistreerd");
        velden.put("leerling.bsn", Unieke.bsn());
        velden.put("leerling.voornamen", "Sem");
        velden.put("leerling.achternaam", "de Vries");
        velden.put("leerling.geboortedatum", "2012-05-14");
        velden.put("leerling.geslacht", "m");
        velden.put("school.brin", "01AB");
        velden.put("school.vestiging", "00");
        velden.put("school.soort", "vo");
        velden.put("school.naam", "Demo College");
        velden.put("begindatum", "2026-02-02");
        velden.put("einddatum", "2026-02-20");
        velden.put("uren", new BigDecimal("18"));
        velden.put("reden", "ongeoorloofd afwezig");
        velden.put("alleLessenGemist", false);
        velden.put("actieSchool", "gesprek met leerling en ouders");
        velden.put("actieGemeenteGewenst", true);
        velden.put("toelichting", "");
        velden.put("contact.naam", "mentor 3B");
        velden.put("contact.functie", "mentor");
        velden.put("contact.telefoon", "0527-000000");
        velden.put("contact.email", "mentor@example.org");
        velden.put("gemeldDoor", "directeur");
    }

    static Voorbeeld melding() {
        return new Voorbeeld();
    }

    /** From a source outside DUO, about a pupil of whom only name and birth date are known. */
    static Voorbeeld kennisgeving() {
        return new Voorbeeld().met("bron", "andere-bron").zonder("leerling.bsn", "school.brin", "school.vestiging", "school.soort",
                "school.naam", "gemeldDoor", "contact.naam", "contact.functie", "contact.telefoon", "contact.email")
                .met("leerling.achternaam", Unieke.naam("Naamloos"))
                .met("melder.naam", "wijkteam Odijk").met("melder.functie", "jongerenwerker").met("melder.telefoon", "030-0000000");
    }

    Voorbeeld met(String veld, Object waarde) {
        velden.put(veld, waarde);
        return this;
    }

    Voorbeeld zonder(String... namen) {
        List.of(namen).forEach(velden::remove);
        return this;
    }

    String tekst(String veld) {
        return (String) velden.get(veld);
    }

    Bronrij rij() {
        return new Bronrij(new LinkedHashMap<>(velden), false, List.of());
    }

    /** The header of the sample, in the order of {@link #regel}. */
    static List<String> kolommen() {
        List<String> kolommen = new ArrayList<>(melding().velden.keySet());
        kolommen.add("ontvangen");
        return kolommen;
    }

    static String kop() {
        return String.join(";", kolommen());
    }

    /** As a line of a CSV file, without its end. */
    String regel() {
        return kolommen().stream().map(k -> velden.get(k) == null ? "" : velden.get(k).toString()).map(Voorbeeld::aangehaald)
                .collect(Collectors.joining(";"));
    }

    private static String aangehaald(String waarde) {
        return waarde.matches("(?s).*[;\"\n\r].*") ? '"' + waarde.replace("\"", "\"\"") + '"' : waarde;
    }
}
