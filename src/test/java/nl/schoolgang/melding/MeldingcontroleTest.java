package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeldingcontroleTest {

    /** Monday 2026-03-02 09:00 in the Netherlands. */
    private static final Instant NU = Instant.parse("2026-03-02T08:00:00Z");
    private static final Set<String> GEMEENTEN = Set.of("noordoostpolder", "bunnik");

    @Test
    void hetVoorbeeldIsGoed() {
        Aanlevering goed = controleer(Voorbeeld.melding(), Meldingsvorm.VERZUIMMELDING);
        assertThat(goed.bron()).isEqualTo("duo");
        assertThat(goed.inhoud()).containsEntry("uren", "18").containsEntry("alleLessenGemist", "false")
                .containsEntry("leerling.geboortedatum", "2012-05-14").doesNotContainKeys("toelichting", "leerling.bsn", "ontvangen");
        assertThat(goed.melding(null, null, null)).satisfies(m -> {
            assertThat(m.uren()).isEqualByComparingTo("18");
            assertThat(m.ontvangen()).isEqualTo(NU);
            assertThat(m.gemeldDoorDirecteur()).isTrue();
            assertThat(m.contact()).isEqualTo(new Contact("mentor 3B", "mentor", "0527-000000", "mentor@example.org"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemeente", "meldingsnummer", "soort", "leerling.bsn", "leerling.achternaam", "leerling.geboortedatum",
        "school.brin", "begindatum", "einddatum", "gemeldDoor"})
    void watVerplichtIsMoetErStaan(String veld) {
        assertThat(fouten(Voorbeeld.melding().zonder(veld))).extracting(Fout::veld).containsExactly(veld);
        assertThat(fouten(Voorbeeld.melding().met(veld, "  "))).extracting(Fout::veld).containsExactly(veld);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "leerling.voornamen", "leerling.geslacht", "school.vestiging", "school.soort", "school.naam", "uren",
        "reden", "alleLessenGemist", "actieSchool", "actieGemeenteGewenst", "toelichting", "contact.naam", "contact.functie",
        "contact.telefoon", "contact.email"})
    void watNietVerplichtIsMagOntbreken(String veld) {
        assertThat(fouten(Voorbeeld.melding().zonder(veld))).isEmpty();
        assertThat(fouten(Voorbeeld.melding().met(veld, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gemeente               | emmeloord
            gemeente               | Noordoostpolder
            meldingsnummer         | ../etc/passwd
            meldingsnummer         | <b>
            meldingsnummer         | Sem de Vries
            soort                  | 16 uur
            soort                  | Luxe
            status                 | afgesloten
            leerling.bsn           | 123456789
            leerling.bsn           | 1234567
            leerling.bsn           | 1234567890
            leerling.bsn           | 12345678x
            leerling.bsn           | 000000000
            leerling.onderwijsnummer | 123456782
            leerling.geboortedatum | 14-05-2012
            leerling.geboortedatum | 2012-02-30
            leerling.geboortedatum | 2012-5-14
            leerling.geboortedatum | +12012-05-14
            leerling.geboortedatum | 2022-02-03
            leerling.geboortedatum | 1998-02-02
            leerling.geboortedatum | 2027-01-01
            leerling.geslacht      | man
            school.brin            | 1AB
            school.brin            | AB01
            school.brin            | 01ABC
            school.vestiging       | 0
            school.vestiging       | 000
            school.soort           | havo
            begindatum             | 2026-03-03
            begindatum             | 2026-02-02T00:00
            begindatum             | morgen
            begindatum             | 0000-00-00
            einddatum              | 2026-02-01
            einddatum              | 2027-03-03
            einddatum              | 20-02-2026
            contact.telefoon       | bel maar
            contact.telefoon       | 12345
            contact.email          | mentor
            contact.email          | mentor@example
            contact.email          | men tor@example.org
            ontvangen              | 2026-03-02T09:00:01
            ontvangen              | 2026-03-02T10:00:00+01:00
            ontvangen              | 2026-03-02
            ontvangen              | gisteren
            ontvangen              | 2026-02-30T10:00:00
            ontvangen              | 2026-02-20T25:00:00Z
            """)
    void eenFouteWaardeWordtGenoemd(String veld, String waarde) {
        assertThat(fouten(Voorbeeld.melding().met(veld, waarde))).singleElement().satisfies(f -> {
            assertThat(f.veld()).isEqualTo(veld);
            assertThat(f.reden()).isNotBlank().endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            meldingsnummer         | DUO-2026/17.3-b_1:2
            leerling.bsn           | 12345672
            leerling.geboortedatum | 2022-02-02
            leerling.geboortedatum | 1998-02-03
            leerling.geslacht      | x
            leerling.geslacht      | o
            leerling.achternaam    | Ørsted-d'Orléans ʻOkina
            school.brin            | 99zz
            school.vestiging       | a1
            school.soort           | b3
            begindatum             | 2026-02-20
            einddatum              | 2026-02-02
            einddatum              | 2027-03-02
            contact.telefoon       | +31 (0)30 - 123.45/67
            contact.email          | m.de-vries+3b@school.example.org
            gemeldDoor             | afdelingsleider
            ontvangen              | 2026-03-02T09:00:00
            ontvangen              | 2026-03-02T08:00:00Z
            ontvangen              | 2026-02-23T08:30:00+01:00
            """)
    void dezeRandenZijnGoed(String veld, String waarde) {
        assertThat(fouten(Voorbeeld.melding().met(veld, waarde))).isEmpty();
    }

    @Test
    void getallenEnJaNeeHebbenHunEigenSoort() {
        for (Object fout : List.of("18", true, new BigDecimal("-1"), new BigDecimal("999.5"), new BigDecimal("1000"), new BigDecimal("17.125"),
                new BigDecimal("1e400000"), new BigDecimal("1e-400000"), Map.of(), List.of(1))) {
            assertThat(fouten(Voorbeeld.melding().met("uren", fout))).as("%s", fout).extracting(Fout::veld).containsExactly("uren");
        }
        for (Object goed : List.of(new BigDecimal("999"), new BigDecimal("17.25"), new BigDecimal("1.80e1"), new BigDecimal("0.5"))) {
            assertThat(fouten(Voorbeeld.melding().met("uren", goed))).as("%s", goed).isEmpty();
        }
        for (Object fout : List.of("true", "ja", new BigDecimal("1"), List.of())) {
            assertThat(fouten(Voorbeeld.melding().met("alleLessenGemist", fout))).as("%s", fout).extracting(Fout::veld)
                    .containsExactly("alleLessenGemist");
        }
        for (String veld : List.of("leerling.bsn", "leerling.achternaam", "begindatum", "toelichting", "soort", "contact.email")) {
            for (Object fout : List.of(new BigDecimal("123456782"), true, List.of("x"), Map.of("a", "b"))) {
                assertThat(fouten(Voorbeeld.melding().met(veld, fout))).as("%s %s", veld, fout).extracting(Fout::veld).containsExactly(veld);
            }
        }
    }

    @Test
    void inCsvZijnGetallenEnJaNeeTekst() {
        for (String goed : List.of("18", "17.5", " 18 ", "")) {
            assertThat(foutenCsv("uren", goed)).as(goed).isEmpty();
        }
        for (String fout : List.of("17,5", "1.000,5", "achttien", "1e1", "-1", "1000", "NaN", "17.123")) {
            assertThat(foutenCsv("uren", fout)).as(fout).extracting(Fout::veld).containsExactly("uren");
        }
        assertThat(foutenCsv("actieGemeenteGewenst", "true")).isEmpty();
        assertThat(foutenCsv("actieGemeenteGewenst", "")).isEmpty();
        for (String fout : List.of("ja", "TRUE", "1", "waar")) {
            assertThat(foutenCsv("actieGemeenteGewenst", fout)).as(fout).extracting(Fout::veld).containsExactly("actieGemeenteGewenst");
        }
    }

    @Test
    void nulUrenKanNietBijZestienUur() {
        assertThat(fouten(Voorbeeld.melding().met("uren", BigDecimal.ZERO))).extracting(Fout::veld).containsExactly("uren");
        assertThat(fouten(Voorbeeld.melding().met("uren", new BigDecimal("0e400000")))).extracting(Fout::veld).containsExactly("uren");
        assertThat(fouten(Voorbeeld.melding().met("soort", "luxe").met("uren", BigDecimal.ZERO))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16-uur,true", "langdurig,true", "rmc-18-plus,true", "luxe,false", "overig,false"})
    void deEinddatumHoortBijDeSoort(String soort, boolean verplicht) {
        assertThat(fouten(Voorbeeld.melding().met("soort", soort).zonder("einddatum"))).hasSize(verplicht ? 1 : 0);
        assertThat(fouten(Voorbeeld.melding().met("soort", soort).met("einddatum", "2027-03-02"))).isEmpty();
        assertThat(fouten(Voorbeeld.melding().met("soort", soort).met("einddatum", "2027-03-03"))).extracting(Fout::veld)
                .containsExactly("einddatum");
    }

    @ParameterizedTest
    @CsvSource({"16-uur,false", "langdurig,false", "rmc-18-plus,false", "luxe,true", "overig,true"})
    void alleenWatVoorafBekendIsMagNogBeginnen(String soort, boolean vooraf) {
        Voorbeeld morgen = Voorbeeld.melding().met("soort", soort).met("begindatum", "2026-03-03").met("einddatum", "2026-03-06");
        assertThat(fouten(morgen)).extracting(Fout::veld).isEqualTo(vooraf ? List.of() : List.of("begindatum"));
        assertThat(fouten(morgen.met("begindatum", "2027-03-03").met("einddatum", "2027-03-02"))).extracting(Fout::veld)
                .containsExactly("begindatum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0", "\u00a0\u2003\u200b\ufeff", "\u3164", "\u2800", "\u0301"})
    void watNietsToontIsLeeg(String onzichtbaar) {
        for (String veld : List.of("leerling.achternaam", "gemeldDoor")) {
            assertThat(fouten(Voorbeeld.melding().met(veld, onzichtbaar))).singleElement().satisfies(f -> {
                assertThat(f.veld()).isEqualTo(veld);
                assertThat(f.reden()).contains("verplicht");
            });
        }
        assertThat(fouten(Voorbeeld.melding().met("toelichting", onzichtbaar))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meldingsnummer", "leerling.voornamen", "leerling.achternaam", "school.naam", "reden", "actieSchool",
        "toelichting", "contact.naam", "contact.functie", "contact.telefoon", "contact.email", "gemeldDoor"})
    void tekstenHebbenEenGrensEnGeenStuurtekens(String veld) {
        int grens = Veld.VAN_VERZUIMMELDING.stream().filter(v -> v.naam().equals(veld)).findFirst().orElseThrow().maximum();
        String lang = veld.equals("contact.email") ? "a@b." + "c".repeat(grens - 3) : "1".repeat(grens + 1);
        assertThat(fouten(Voorbeeld.melding().met(veld, lang))).singleElement()
                .satisfies(f -> assertThat(f.reden()).contains(String.valueOf(grens)));
        for (String teken : List.of("\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\ud800", "\udc00", "\u202a", "\u202e", "\u2066", "\u2069")) {
            assertThat(fouten(Voorbeeld.melding().met(veld, "a" + teken + "b"))).extracting(Fout::veld).containsExactly(veld);
        }
    }

    @Test
    void regeleindenMogenAlleenInVrijeTekst() {
        assertThat(fouten(Voorbeeld.melding().met("toelichting", "een\r\ntwee\tdrie 👩‍🎓"))).isEmpty();
        assertThat(fouten(Voorbeeld.melding().met("leerling.achternaam", "de\nVries"))).extracting(Fout::veld)
                .containsExactly("leerling.achternaam");
        assertThat(controleer(Voorbeeld.melding().met("toelichting", "een\r\ntwee"), Meldingsvorm.VERZUIMMELDING).inhoud())
                .containsEntry("toelichting", "een\ntwee");
    }

    @Test
    void watNietBestaatWordtGeweigerd() {
        assertThat(fouten(Voorbeeld.melding().met("leerling.naam", "x").met("extra", "").met("bron", "duo").met("melder.naam", "x")))
                .extracting(Fout::veld).containsExactlyInAnyOrder("leerling.naam", "extra", "bron", "melder.naam");
    }

    @Test
    void hetMeldingsnummerIsGeenPersoonsnummer() {
        Voorbeeld melding = Voorbeeld.melding();
        assertThat(fouten(melding.met("meldingsnummer", "V-" + melding.tekst("leerling.bsn")))).extracting(Fout::veld)
                .containsExactly("meldingsnummer");
    }

    @Test
    void alleFoutenTegelijk() {
        assertThat(fouten(Voorbeeld.melding().met("soort", "x").met("leerling.bsn", "1").met("begindatum", "x").zonder("gemeldDoor")
                .met("onbekend", "x").met("uren", "x"))).extracting(Fout::veld)
                .containsExactlyInAnyOrder("soort", "leerling.bsn", "begindatum", "gemeldDoor", "onbekend", "uren");
    }

    @Test
    void zonderBsnVolstaatEenOnderwijsnummer() {
        assertThat(fouten(Voorbeeld.melding().zonder("leerling.bsn").met("leerling.onderwijsnummer", Intakeproef.onderwijsnummer()))).isEmpty();
    }

    @Test
    void eenKennisgevingVanEenAndereBronHeeftGenoegAanEenNaam() {
        Aanlevering goed = controleer(Voorbeeld.kennisgeving(), Meldingsvorm.KENNISGEVING);
        assertThat(goed.melding(null, null, null)).satisfies(m -> {
            assertThat(m.bron()).isEqualTo("andere-bron");
            assertThat(m.gemeldDoor()).isEqualTo("jongerenwerker");
            assertThat(m.contact()).isEqualTo(new Contact("wijkteam Odijk", "jongerenwerker", "030-0000000", null));
        });
    }

    @Test
    void eenSchoolBuitenDuoZegtWieHetIsEnOverWie() {
        assertThat(fouten(Voorbeeld.kennisgeving().met("bron", "school-buiten-duo").zonder("melder.naam", "melder.functie"),
                Meldingsvorm.KENNISGEVING)).extracting(Fout::veld)
                .containsExactlyInAnyOrder("leerling.bsn", "school.brin", "melder.naam", "melder.functie");
        assertThat(fouten(Voorbeeld.kennisgeving().met("bron", "duo"), Meldingsvorm.KENNISGEVING)).extracting(Fout::veld).contains("bron");
        assertThat(fouten(Voorbeeld.kennisgeving().zonder("bron"), Meldingsvorm.KENNISGEVING)).extracting(Fout::veld).contains("bron");
        assertThat(fouten(Voorbeeld.kennisgeving().zonder("melder.functie").met("gemeldDoor", "directeur"), Meldingsvorm.KENNISGEVING)).isEmpty();
    }

    @Test
    void eenTijdstipZonderZoneIsNederlands() {
        assertThat(controleer(Voorbeeld.melding().met("ontvangen", "2026-02-23T08:30:00"), Meldingsvorm.VERZUIMMELDING)
                .melding(null, null, null).ontvangen()).isEqualTo("2026-02-23T07:30:00Z");
        assertThat(LocalDate.of(2026, 3, 2)).isEqualTo(Veldlezer.dag(Instant.parse("2026-03-01T23:30:00Z")));
    }

    private static Aanlevering controleer(Voorbeeld voorbeeld, Meldingsvorm vorm) {
        return Meldingcontrole.controleer(voorbeeld.rij(), vorm, GEMEENTEN, NU);
    }

    private static List<Fout> fouten(Voorbeeld voorbeeld) {
        return fouten(voorbeeld, Meldingsvorm.VERZUIMMELDING);
    }

    private static List<Fout> fouten(Voorbeeld voorbeeld, Meldingsvorm vorm) {
        OngeldigeInvoer fout = catchThrowableOfType(OngeldigeInvoer.class, () -> controleer(voorbeeld, vorm));
        return fout == null ? List.of() : fout.fouten();
    }

    private static List<Fout> foutenCsv(String veld, String waarde) {
        Bronrij rij = Csvbron.lees((Voorbeeld.kop() + "\n" + Voorbeeld.melding().met(veld, waarde).regel())
                .getBytes(StandardCharsets.UTF_8)).get(0).rij();
        OngeldigeInvoer fout = catchThrowableOfType(OngeldigeInvoer.class,
                () -> Meldingcontrole.controleer(rij, Meldingsvorm.VERZUIMMELDING, GEMEENTEN, NU));
        return fout == null ? List.of() : fout.fouten();
    }
}
