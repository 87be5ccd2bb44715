package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormuliervalidatieTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private final Formulier formulier = new Formulierlezer(new ObjectMapper()).lees(Voorbeeldformulier.JSON);
    private final Formuliervalidatie validatie =
            new Formuliervalidatie(Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZONE));

    @Test
    void watGoedIsWordtGetypeerd() {
        Antwoorden antwoorden = validatie.valideer(formulier, met("uren", 2.5, "dag", "2026-03-09", "tijd", "14:30",
                "afspraak", "2026-03-10T09:00", "akkoord", true, "wie", List.of("ouders", "jongere"), "school", "vo",
                "toelichting", " regel 1\r\nregel 2 ", "email", "a@b.nl"), Map.of());

        assertThat(antwoorden.waarden()).containsEntry("toelichting", "regel 1\nregel 2").containsEntry("dag", LocalDate.of(2026, 3, 9));
        assertThat(antwoorden.beslissingen()).containsExactly(Map.entry("soort", "gesprek"), Map.entry("uren", 2.5),
                Map.entry("dag", Date.from(Instant.parse("2026-03-08T23:00:00Z"))),
                Map.entry("afspraak", Date.from(Instant.parse("2026-03-10T08:00:00Z"))), Map.entry("akkoord", true),
                Map.entry("wie", "ouders,jongere"));
    }

    @Test
    void hetDossierKrijgtDeWoordenDieDeMedewerkerLas() {
        Map<String, Object> inhoud = validatie.valideer(formulier, met("uren", 2, "dag", "2026-03-09", "wie", List.of("ouders")), Map.of()).voorDossier();

        assertThat(inhoud).containsEntry("formulier", "voorbeeld");
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> regels = (List<Map<String, Object>>) inhoud.get("antwoorden");
        assertThat(regels).extracting(r -> r.get("label") + ": " + r.get("tekst")).containsExactly("Soort contact: Een gesprek", "Uren: 2",
                "Dag van het gesprek: 9 maart 2026", "Akkoord: nee", "Wie waren erbij: De ouders");
        assertThat(regels.get(2)).containsEntry("sleutel", "dag").containsEntry("waarde", "2026-03-09");
    }

    @Test
    void watVerborgenIsTeltNietOokNietAlsHetFoutIs() {
        Antwoorden antwoorden = validatie.valideer(formulier, Map.of("soort", "brief", "uren", "zestig", "dag", "gisteren"), Map.of());

        assertThat(antwoorden.waarden()).containsOnlyKeys("soort", "akkoord");
        assertThat(antwoorden.beslissingen()).containsEntry("uren", null).containsEntry("dag", null).containsEntry("akkoord", false);
    }

    @Test
    void eenKetenVanVoorwaardenWerktDoor() {
        // dag is hidden by uren, and tijd by dag: also when both were sent.
        Antwoorden antwoorden = validatie.valideer(formulier, met("uren", 1, "dag", "2026-03-09", "tijd", "14:30"), Map.of());

        assertThat(antwoorden.waarden()).doesNotContainKeys("dag", "tijd");
        assertThat(validatie.verborgenVoor(formulier, met("uren", 2, "dag", "2026-03-09"), Map.of())).doesNotContain("dag", "tijd");
        assertThat(validatie.verborgenVoor(formulier, Map.of("soort", "brief"), Map.of())).contains("g1", "uren", "dag", "tijd", "afspraak");
    }

    @Test
    void eenOnbekendVeldWordtGeweigerdOokAlsHetLeegIs() {
        Map<String, Object> gestuurd = met("uren", 1);
        gestuurd.put("extra", null);
        assertThat(fouten(gestuurd)).containsExactly(new Fout("extra", "Dit veld kent het formulier niet."));
    }

    @Test
    void alleFoutenKomenInEenKeer() {
        assertThat(fouten(Map.of("reden", "A", "wie", List.of("buurman")))).extracting(Fout::veld)
                .containsExactlyInAnyOrder("soort", "reden", "wie");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource
    void eenFouteWaardeWordtBijHetVeldGenoemd(String veld, Object waarde, String reden) {
        assertThat(fouten(met("uren", 2, "dag", "2026-03-09", veld, waarde))).singleElement().satisfies(f -> {
            assertThat(f.veld()).isEqualTo(veld);
            assertThat(f.reden()).contains(reden);
        });
    }

    static Stream<Arguments> eenFouteWaardeWordtBijHetVeldGenoemd() {
        return Stream.of(
                fout("soort", "", "Maak een keuze"), fout("soort", null, "Maak een keuze"), fout("soort", "telefoon", "gesprek, brief"),
                fout("soort", 1, "mogelijkheden"), fout("soort", List.of("brief"), "mogelijkheden"),
                fout("reden", "ab", "ten minste 3"), fout("reden", "abcdefghijk", "hoogstens 10"), fout("reden", "ABC", "juiste vorm"),
                fout("reden", 3, "tekst"), fout("reden", true, "tekst"), fout("reden", List.of("abc"), "tekst"),
                fout("reden", "abc\u0000", "teken"), fout("reden", "abc\nd", "teken"),
                fout("toelichting", "x\u0000y", "teken"), fout("toelichting", "\ud800", "teken"),
                fout("toelichting", "x".repeat(20_001), "hoogstens 20000"), fout("toelichting", Map.of("a", 1), "tekst"),
                fout("uren", null, "Vul dit veld in"), fout("uren", " ", "Vul dit veld in"), fout("uren", "2", "getal"),
                fout("uren", 0, "van 1 of meer"), fout("uren", 61, "van 60 of minder"), fout("uren", 2.25, "1 cijfers"),
                fout("uren", Double.POSITIVE_INFINITY, "getal"), fout("uren", new BigDecimal("1e999999"), "te groot"),
                fout("uren", new BigDecimal("1e-999999"), "te groot"), fout("uren", true, "getal"),
                fout("dag", "", "Vul dit veld in"), fout("dag", "9-3-2026", "datum"), fout("dag", "2026-02-30", "datum"),
                fout("dag", "0001-01-01", "tussen 1900"), fout("dag", "2026-03-09T10:00", "datum"), fout("dag", 20260309, "datum"),
                fout("tijd", "25:00", "tijd"), fout("tijd", "half drie", "tijd"),
                fout("afspraak", "2026-03-10", "datum en tijd"), fout("afspraak", "2026-03-01T10:00", "vandaag of een latere"),
                fout("afspraak", "9999-01-01T10:00", "tussen 1900"), fout("akkoord", "ja", "ja of nee"), fout("akkoord", 1, "ja of nee"),
                fout("wie", "ouders", "lijst"), fout("wie", List.of("ouders", "ouders"), "hoogstens één keer"),
                fout("wie", List.of("buurman"), "ouders, jongere"), fout("wie", Arrays.asList("ouders", null), "ouders, jongere"),
                fout("school", "po", "vo"), fout("email", "geen-adres", "e-mailadres"), fout("email", "a@b", "e-mailadres"));
    }

    @Test
    void eenMomentMetTijdzoneWordtAmsterdamseTijd() {
        Antwoorden antwoorden = validatie.valideer(formulier, met("uren", 1, "afspraak", "2026-07-01T10:00:00Z"), Map.of());

        assertThat(antwoorden.waarden().get("afspraak")).hasToString("2026-07-01T12:00");
    }

    @Test
    void eenVoorwaardeMagNaarEenProcesvariabeleKijkenMaarEenVeldGaatVoor() {
        Formulier advies = new Formulierlezer(new ObjectMapper()).lees("""
                {"id": "f", "components": [{"type": "textfield", "key": "a", "label": "A"},
                  {"type": "textfield", "key": "b", "label": "B", "conditional": {"hide": "=advies = \\"nee\\""}, "validate": {"required": true}},
                  {"type": "textfield", "key": "c", "label": "C", "conditional": {"hide": "=a = \\"oud\\""}}]}""");

        assertThat(validatie.valideer(advies, Map.of("b", "x"), Map.of("advies", "nee")).waarden()).doesNotContainKey("b");
        assertThat(validatie.valideer(advies, Map.of("b", "x", "c", "y"), Map.of("advies", "ja", "a", "oud")).waarden())
                .containsEntry("b", "x").containsEntry("c", "y");
    }

    @Test
    void eenVerplichtVinkjeMoetErStaan() {
        Formulier akkoord = new Formulierlezer(new ObjectMapper()).lees("""
                {"id": "f", "components": [{"type": "checkbox", "key": "a", "label": "A", "validate": {"required": true}},
                  {"type": "checklist", "key": "b", "label": "B", "validate": {"required": true}, "values": [{"value": "x", "label": "X"}]}]}""");
        OngeldigeInvoer fout = catchThrowableOfType(OngeldigeInvoer.class,
                () -> validatie.valideer(akkoord, Map.of("a", false, "b", List.of()), Map.of()));
        assertThat(fout.fouten()).containsExactly(new Fout("a", "Zet hier een vinkje om verder te gaan."),
                new Fout("b", "Kies er ten minste één."));
    }

    private static final String DATUMS = """
            {"id": "f", "components": [
              {"type": "datetime", "subtype": "date", "key": "gesprek", "dateLabel": "Dag van het gesprek", "properties": {"nietNa": "vandaag"}},
              {"type": "datetime", "subtype": "date", "key": "afspraak", "dateLabel": "Afspraak", "properties": {"nietVoor": "gesprek,vandaag"}},
              {"type": "datetime", "subtype": "datetime", "key": "moment", "dateLabel": "Moment", "properties": {"nietVoor": "gesprek"}},
              {"type": "datetime", "subtype": "date", "key": "eerder", "dateLabel": "Eerder", "properties": {"nietNa": "gesprek"}},
              {"type": "textfield", "key": "waarom", "label": "Waarom", "properties": {"verplichtAls": "=eerder != null"}}]}""";

    @ParameterizedTest(name = "gesprek {0}, {1} = {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            2026-03-02 | gesprek  | 2026-03-02       | -
            2026-03-03 | gesprek  | 2026-03-03       | Deze dag ligt in de toekomst.
            2021-03-02 | gesprek  | 2021-03-02       | -
            2021-03-01 | gesprek  | 2021-03-01       | meer dan vijf jaar terug
            2026-03-01 | afspraak | 2026-03-02       | -
            2026-03-01 | afspraak | 2026-03-01       | Deze dag is al voorbij.
            2026-03-02 | afspraak | 2026-03-01       | voor 2 maart 2026 bij "Dag van het gesprek"
            -          | afspraak | 2026-03-02       | -
            -          | afspraak | 2026-03-01       | Deze dag is al voorbij.
            -          | afspraak | 2028-03-02       | -
            -          | afspraak | 2028-03-03       | meer dan twee jaar vooruit
            2026-03-01 | moment   | 2026-03-01T00:00 | -
            2026-03-01 | moment   | 2026-02-28T23:59 | voor 1 maart 2026 bij "Dag van het gesprek"
            2026-03-01 | eerder   | 2026-03-01       | -
            2026-03-01 | eerder   | 2026-03-02       | na 1 maart 2026 bij "Dag van het gesprek"
            -          | eerder   | 2026-03-02       | -
            """)
    void eenDagBuitenZijnGrenzenWordtBijHetEigenVeldGenoemd(String gesprek, String veld, String dag, String reden) {
        Formulier datums = new Formulierlezer(new ObjectMapper()).lees(DATUMS);
        Map<String, Object> gestuurd = new HashMap<>(Map.of(veld, dag, "waarom", "x"));
        gestuurd.putIfAbsent("gesprek", gesprek);
        if (reden == null) {
            assertThat(validatie.valideer(datums, gestuurd, Map.of()).waarden()).containsKey(veld);
        } else {
            assertThat(catchThrowableOfType(OngeldigeInvoer.class, () -> validatie.valideer(datums, gestuurd, Map.of())).fouten())
                    .singleElement().satisfies(f -> {
                        assertThat(f.veld()).isEqualTo(veld);
                        assertThat(f.reden()).contains(reden);
                    });
        }
    }

    @Test
    void vandaagIsDeDagInAmsterdam() {
        Formulier datums = new Formulierlezer(new ObjectMapper()).lees(DATUMS);
        // Half past eleven in the evening of 2 March in UTC is 3 March here.
        Formuliervalidatie laat = new Formuliervalidatie(Clock.fixed(Instant.parse("2026-03-02T23:30:00Z"), ZONE));
        assertThat(laat.valideer(datums, Map.of("gesprek", "2026-03-03"), Map.of()).waarden()).containsKey("gesprek");
        assertThat(catchThrowableOfType(OngeldigeInvoer.class, () -> laat.valideer(datums, Map.of("afspraak", "2026-03-02"), Map.of())).fouten())
                .extracting(Fout::veld).containsExactly("afspraak");
    }

    @Test
    void eenVeldKanVerplichtZijnDoorEenAnderVeld() {
        Formulier datums = new Formulierlezer(new ObjectMapper()).lees(DATUMS);
        assertThat(validatie.valideer(datums, Map.of(), Map.of()).waarden()).isEmpty();
        assertThat(catchThrowableOfType(OngeldigeInvoer.class, () -> validatie.valideer(datums, Map.of("eerder", "2026-03-01"), Map.of())).fouten())
                .containsExactly(new Fout("waarom", "Vul dit veld in."));
    }

    @Test
    void eenVeldBegintMetWatHetFormulierNoemt_nooitMetEenEerderAntwoord() {
        Formulier begin = new Formulierlezer(new ObjectMapper()).lees("""
                {"id": "f", "components": [{"type": "radio", "key": "aanpak", "label": "A", "defaultValue": "b",
                    "values": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
                  {"type": "datetime", "subtype": "datetime", "key": "moment", "dateLabel": "M", "properties": {"vooraf": "moment"}},
                  {"type": "datetime", "subtype": "date", "key": "dag", "dateLabel": "D", "properties": {"vooraf": "anders"}}]}""");
        Date moment = Date.from(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(Formulierbeeld.beginwaarden(begin, null, Map.of("aanpak", "a", "moment", moment, "dag", moment)))
                .isEqualTo(Map.of("aanpak", List.of("b"), "moment", List.of("2026-07-01T10:00")));
        assertThat(Formulierbeeld.beginwaarden(begin, null, Map.of("anders", moment)))
                .isEqualTo(Map.of("aanpak", List.of("b"), "dag", List.of("2026-07-01")));
        assertThat(Formulierbeeld.beginwaarden(begin, Map.of("aanpak", List.of("b")), Map.of("aanpak", "a")))
                .isEqualTo(Map.of("aanpak", List.of("b")));
    }

    @Test
    void watEenBrowserStuurtWordtGelezen() {
        Map<String, String[]> gestuurd = new LinkedHashMap<>();
        gestuurd.put("_csrf", new String[] {"x"});
        gestuurd.put("soort", new String[] {"gesprek"});
        gestuurd.put("uren", new String[] {"2,5"});
        gestuurd.put("dag", new String[] {"2026-03-09"});
        gestuurd.put("akkoord", new String[] {"true"});
        gestuurd.put("wie", new String[] {"ouders", "jongere"});
        gestuurd.put("reden", new String[] {""});

        Antwoorden antwoorden = validatie.valideer(formulier, Scherminvoer.waarden(formulier, gestuurd), Map.of());

        assertThat(antwoorden.beslissingen()).containsEntry("uren", 2.5).containsEntry("akkoord", true).containsEntry("wie", "ouders,jongere");
        gestuurd.put("uren", new String[] {"1e9"});
        assertThat(fouten(Scherminvoer.waarden(formulier, gestuurd))).extracting(Fout::veld).containsExactly("uren");
    }

    private static Arguments fout(String veld, Object waarde, String reden) {
        return Arguments.of(veld, waarde, reden);
    }

    private static Map<String, Object> met(Object... velden) {
        Map<String, Object> waarden = new HashMap<>();
        waarden.put("soort", "gesprek");
        for (int i = 0; i < velden.length; i += 2) {
            waarden.put((String) velden[i], velden[i + 1]);
        }
        return waarden;
    }

    private List<Fout> fouten(Map<String, ?> gestuurd) {
        return catchThrowableOfType(OngeldigeInvoer.class, () -> validatie.valideer(formulier, gestuurd, Map.of())).fouten();
    }
}
