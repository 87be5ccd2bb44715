package nl.schoolgang.kalender;

import static nl.schoolgang.kalender.Eenheid.DAGEN;
import static nl.schoolgang.kalender.Eenheid.JAREN;
import static nl.schoolgang.kalender.Eenheid.MAANDEN;
import static nl.schoolgang.kalender.Eenheid.ONVERWIJLD;
import static nl.schoolgang.kalender.Eenheid.SCHOOLDAGEN;
import static nl.schoolgang.kalender.Eenheid.WEKEN;
import static nl.schoolgang.kalender.Eenheid.WERKDAGEN;
import static nl.schoolgang.kalender.Richting.TERUG;
import static nl.schoolgang.kalender.Richting.VOORUIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermijnberekeningTest {

    private final Termijnberekening berekening = new Termijnberekening(Kalenderbestand.kalender());

    @ParameterizedTest(name = "{0}: {2} {3} na {1}")
    @CsvSource({
        "bezwaar Goede Vrijdag en Pasen, 2026-02-20, 6, weken, 2026-04-07",
        "bezwaar Hemelvaart en KB-dag,   2026-04-02, 6, weken, 2026-05-18",
        "bezwaar Koningsdag op zaterdag, 2025-03-15, 6, weken, 2025-04-28",
        "bezwaar Bevrijdingsdag,         2026-03-24, 6, weken, 2026-05-06",
        "bezwaar Kerst,                  2026-11-13, 6, weken, 2026-12-28",
        "bezwaar KB-dag na Kerst,        2024-11-15, 6, weken, 2024-12-30",
        "bezwaar Nieuwjaar,              2026-11-20, 6, weken, 2027-01-04",
        "bezwaar schrikkeldag,           2028-01-18, 6, weken, 2028-02-29",
        "beslissen,                      2026-10-30, 8, weken, 2026-12-28",
        "LPW 22 lid 4,                   2026-03-30, 4, weken, 2026-04-28",
        "LPW 1a1,                        2026-03-30, 7, dagen, 2026-04-07",
        "LPW 12,                         2026-10-08, 2, dagen, 2026-10-12",
        "ATW artikel 2,                  2026-04-02, 3, dagen, 2026-04-08",
        "dertien weken buiten de ATW,    2026-09-25, 13, weken, 2026-12-25",
        "tien werkdagen,                 2026-04-01, 10, werkdagen, 2026-04-17",
        "vijf werkdagen,                 2026-05-11, 5, werkdagen, 2026-05-20",
        "dwangsom eerste dag min een,    2026-11-09, 2, weken, 2026-11-23"})
    void gecontroleerdeVoorbeelden(String wat, LocalDate vanaf, int aantal, String eenheid, LocalDate einde) {
        assertThat(bereken(aantal, Eenheid.vanCode(eenheid), vanaf).laatsteDag()).as(wat).isEqualTo(einde);
    }

    @Test
    void gecontroleerdVoorbeeldTerugrekenen() {
        assertThat(terug(2, DAGEN, "2026-10-26").laatsteDag()).isEqualTo("2026-10-24");
    }

    @Test
    void gecontroleerdVoorbeeldOpschorting() {
        Uitkomst uitkomst = berekening.bereken(atw(8, WEKEN), LocalDate.of(2026, 9, 1), List.of(opschorting("2026-09-09", "2026-09-21")));
        assertThat(uitkomst.laatsteDag()).isEqualTo("2026-11-09");
        assertThat(tekst(uitkomst)).contains("dertien dagen op, naar maandag 9-11-2026");
    }

    @Test
    void gecontroleerdVoorbeeldTweeenveertigsteDwangsomdag() {
        Termijnregel dagen = new Termijnregel(42, DAGEN, false, VOORUIT, null);
        assertThat(berekening.bereken(dagen, LocalDate.of(2026, 11, 23), List.of()).laatsteDag()).isEqualTo("2027-01-04");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31,1,2026-03-02", "2028-01-31,1,2028-02-29", "2026-03-31,1,2026-04-30", "2026-02-28,1,2026-03-30", "2026-01-15,3,2026-04-15"})
    void maandenEindigenOpHetzelfdeDagnummerOfDeLaatsteDag(LocalDate vanaf, int aantal, LocalDate einde) {
        // 28-2-2026 is a Saturday, 28-3-2026 too.
        assertThat(bereken(aantal, MAANDEN, vanaf).laatsteDag()).isEqualTo(einde);
    }

    @ParameterizedTest
    @CsvSource({"12,weken,true", "13,weken,false", "3,maanden,true", "4,maanden,false", "90,dagen,true", "91,dagen,false", "1,jaren,false"})
    void langeTermijnenVallenBuitenDeAtw(int aantal, String eenheid, boolean gedekt) {
        Eenheid soort = Eenheid.vanCode(eenheid);
        // Every start of which the raw end is a Sunday.
        LocalDate vanaf = LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2027, 6, 1))
                .filter(d -> kaal(d, aantal, soort).getDayOfWeek().getValue() == 7).findFirst().orElseThrow();
        assertThat(bereken(aantal, soort, vanaf).laatsteDag().equals(kaal(vanaf, aantal, soort))).isEqualTo(!gedekt);
    }

    @Test
    void zonderAtwBlijftHetEindeStaan() {
        Uitkomst uitkomst = berekening.bereken(new Termijnregel(6, WEKEN, false, VOORUIT, null), LocalDate.of(2026, 2, 20), List.of());
        assertThat(uitkomst.laatsteDag()).isEqualTo("2026-04-03");
        assertThat(tekst(uitkomst)).contains("De Algemene termijnenwet geldt niet voor deze termijn");
    }

    @Test
    void artikel2GeldtNietVoorEenTermijnVanTweeDagen() {
        assertThat(bereken(2, DAGEN, LocalDate.of(2026, 4, 2)).laatsteDag()).isEqualTo("2026-04-07");
    }

    @ParameterizedTest
    @CsvSource({"1,maanden,2026-08-31,2026-07-31", "8,weken,2026-06-28,2026-05-03", "1,maanden,2026-03-31,2026-02-28", "5,werkdagen,2026-04-08,2026-03-30"})
    void terugrekenenVerschuiftNiet(int aantal, String eenheid, LocalDate vanaf, LocalDate einde) {
        assertThat(terug(aantal, Eenheid.vanCode(eenheid), vanaf.toString()).laatsteDag()).isEqualTo(einde);
    }

    @Test
    void onverwijldLooptTotHetEindeVanDeVolgendeWerkdag() {
        assertThat(onverwijld("2026-03-02").laatsteDag()).isEqualTo("2026-03-03");
        assertThat(onverwijld("2026-04-02").laatsteDag()).isEqualTo("2026-04-07");
        assertThat(onverwijld("2026-03-06").laatsteDag()).isEqualTo("2026-03-09");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-18,noord,5,2026-03-04", "2026-02-13,midden,1,2026-02-23", "2026-04-22,noord,3,2026-05-04", "2026-04-22,noord,4,2026-05-06"})
    void schooldagenSlaanVakantiesOver(LocalDate vanaf, String regio, int aantal, LocalDate einde) {
        Termijnregel regel = new Termijnregel(aantal, SCHOOLDAGEN, false, VOORUIT, regio);
        assertThat(berekening.bereken(regel, vanaf, List.of()).laatsteDag()).isEqualTo(einde);
    }

    @Test
    void zonderSchoolvakantiesGeenGok() {
        Termijnregel regel = new Termijnregel(5, SCHOOLDAGEN, false, VOORUIT, "zuid");
        assertThatThrownBy(() -> berekening.bereken(regel, LocalDate.of(2026, 3, 2), List.of())).isInstanceOf(OntbrekendeKalendergegevens.class);
    }

    @Test
    void opschortingVanEenTermijnInWerkdagenSlaatDeOpgeschorteDagenOver() {
        Uitkomst uitkomst = berekening.bereken(atw(10, WERKDAGEN), LocalDate.of(2026, 3, 2), List.of(opschorting("2026-03-05", "2026-03-08")));
        assertThat(uitkomst.laatsteDag()).isEqualTo("2026-03-18");
    }

    @Test
    void overlappendeOpschortingenTellenEenKeer() {
        List<Opschorting> dubbel = List.of(opschorting("2026-09-09", "2026-09-15"), opschorting("2026-09-12", "2026-09-21"));
        assertThat(berekening.bereken(atw(8, WEKEN), LocalDate.of(2026, 9, 1), dubbel).laatsteDag()).isEqualTo("2026-11-09");
    }

    @Test
    void eenOpschortingVanNulDagenVerandertNiets() {
        Uitkomst zonder = bereken(8, WEKEN, LocalDate.of(2026, 9, 1));
        Uitkomst met = berekening.bereken(atw(8, WEKEN), LocalDate.of(2026, 9, 1), List.of(opschorting("2026-09-09", "2026-09-08")));
        assertThat(met).isEqualTo(zonder);
    }

    @Test
    void urenLopenDoorOpDeKlok() {
        Uitkomst uitkomst = berekening.berekenUren(48, LocalDateTime.of(2026, 3, 28, 12, 0));
        assertThat(uitkomst.tijdstip()).as("over the change to summer time").isEqualTo("2026-03-30T12:00:00");
        assertThat(uitkomst.vervalmoment().getOffset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(berekening.berekenUrenTerug(24, LocalDateTime.of(2026, 5, 6, 9, 0)).tijdstip()).isEqualTo("2026-05-05T09:00:00");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28,2026-03-28T23:00Z", "2026-03-29,2026-03-29T22:00Z", "2026-10-24,2026-10-24T22:00Z", "2026-10-25,2026-10-25T23:00Z"})
    void vervalmomentIsMiddernachtVanDeDagErnaOokBijZomertijd(LocalDate laatsteDag, String utc) {
        Uitkomst uitkomst = new Uitkomst(laatsteDag, null, List.of());
        assertThat(uitkomst.vervalmoment().toOffsetDateTime()).isEqualTo(utc);
        assertThat(uitkomst.vervalmoment().toLocalDateTime()).isEqualTo(laatsteDag.plusDays(1).atStartOfDay());
    }

    @Test
    void uitlegNoemtElkeStap() {
        assertThat(bereken(8, WEKEN, LocalDate.of(2026, 10, 30)).uitleg()).containsExactly(
                new Uitlegregel(LocalDate.of(2026, 10, 30), "Vrijdag 30-10-2026 telt niet mee. De termijn begint op zaterdag 31-10-2026."),
                new Uitlegregel(LocalDate.of(2026, 12, 25), "Acht weken na 30-10-2026 is vrijdag 25-12-2026."),
                new Uitlegregel(LocalDate.of(2026, 12, 25), "Vrijdag 25-12-2026 (Eerste Kerstdag), zaterdag 26-12-2026 (Tweede Kerstdag) en zondag "
                        + "27-12-2026 kunnen niet de laatste dag zijn: de termijn loopt door tot en met maandag 28-12-2026 (Algemene termijnenwet, artikel 1)."),
                new Uitlegregel(LocalDate.of(2026, 12, 28), "De laatste dag van de termijn is maandag 28-12-2026."));
    }

    @Test
    void uitlegVanWerkdagenNoemtDeOvergeslagenFeestdagen() {
        assertThat(tekst(bereken(5, WERKDAGEN, LocalDate.of(2026, 5, 11)))).contains("donderdag 14-5-2026 (Hemelvaartsdag)",
                "vrijdag 15-5-2026 (vrije dag bij koninklijk besluit)", "Vijf werkdagen na 11-5-2026 is woensdag 20-5-2026.");
    }

    @Test
    void uitlegVanArtikel2EnVanArtikel4() {
        assertThat(tekst(bereken(3, DAGEN, LocalDate.of(2026, 4, 2)))).contains("ten minste twee werkdagen", "artikel 2");
        assertThat(tekst(bereken(13, WEKEN, LocalDate.of(2026, 9, 25)))).contains("geldt niet voor een termijn van dertien weken (artikel 4)");
    }

    @Test
    void weigertWatNietKan() {
        assertThatThrownBy(() -> atw(-1, DAGEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> atw(10_001, DAGEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Termijnregel(1, SCHOOLDAGEN, false, VOORUIT, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Termijnregel(0, ONVERWIJLD, false, TERUG, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bereken(1, Eenheid.UREN, LocalDate.of(2026, 1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> berekening.bereken(new Termijnregel(2, DAGEN, true, TERUG, null), LocalDate.of(2026, 3, 2),
                List.of(opschorting("2026-03-03", "2026-03-04")))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deLangsteTermijnIsSnelBerekend() {
        assertThat(bereken(10_000, WERKDAGEN, LocalDate.of(2026, 1, 1)).laatsteDag().getYear()).isBetween(2064, 2067);
    }

    private static LocalDate kaal(LocalDate vanaf, int aantal, Eenheid eenheid) {
        return eenheid == WEKEN ? vanaf.plusWeeks(aantal) : eenheid == MAANDEN ? vanaf.plusMonths(aantal)
                : eenheid == JAREN ? vanaf.plusYears(aantal) : vanaf.plusDays(aantal);
    }

    private Uitkomst bereken(int aantal, Eenheid eenheid, LocalDate vanaf) {
        return berekening.bereken(atw(aantal, eenheid), vanaf, List.of());
    }

    private Uitkomst terug(int aantal, Eenheid eenheid, String vanaf) {
        return berekening.bereken(new Termijnregel(aantal, eenheid, true, TERUG, null), LocalDate.parse(vanaf), List.of());
    }

    private Uitkomst onverwijld(String vanaf) {
        return berekening.bereken(new Termijnregel(0, ONVERWIJLD, false, VOORUIT, null), LocalDate.parse(vanaf), List.of());
    }

    private static Termijnregel atw(int aantal, Eenheid eenheid) {
        return new Termijnregel(aantal, eenheid, true, VOORUIT, null);
    }

    private static Opschorting opschorting(String van, String tot) {
        return new Opschorting(LocalDate.parse(van), LocalDate.parse(tot));
    }

    private static String tekst(Uitkomst uitkomst) {
        return String.join(" ", uitkomst.uitleg().stream().map(Uitlegregel::regel).toList());
    }
}
