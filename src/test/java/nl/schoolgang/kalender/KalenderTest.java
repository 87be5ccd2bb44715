package nl.schoolgang.kalender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KalenderTest {

    private final Kalender kalender = Kalenderbestand.kalender();

    @ParameterizedTest
    @CsvSource({"2014-04-20", "2016-03-27", "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
        "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19"})
    void pasenValtOpDeBekendeDatum(LocalDate pasen) {
        assertThat(Feestdagen.eerstePaasdag(pasen.getYear())).isEqualTo(pasen);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01,Nieuwjaarsdag", "2026-04-03,Goede Vrijdag", "2026-04-06,Tweede Paasdag", "2026-04-27,Koningsdag",
        "2026-05-05,Bevrijdingsdag", "2026-05-14,Hemelvaartsdag", "2026-05-25,Tweede Pinksterdag", "2026-12-25,Eerste Kerstdag",
        "2026-12-26,Tweede Kerstdag", "2025-05-05,Bevrijdingsdag", "2021-05-05,Bevrijdingsdag"})
    void erkendeFeestdagenVanArtikel3(LocalDate dag, String naam) {
        assertThat(kalender.feestdagNaam(dag)).hasValue(naam);
        assertThat(kalender.isWerkdag(dag)).isFalse();
    }

    @Test
    void koningsdagOpZondagWordtZaterdag() {
        assertThat(kalender.feestdagNaam(LocalDate.of(2025, 4, 26))).hasValue("Koningsdag");
        assertThat(kalender.isErkendeFeestdag(LocalDate.of(2025, 4, 27))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-05", "2026-05-04", "2026-12-24", "2026-12-31", "2026-05-24"})
    void anderedagenZijnGeenErkendeFeestdag(LocalDate dag) {
        assertThat(kalender.isErkendeFeestdag(dag)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15", "2027-05-07",
        "2028-04-28", "2028-05-26"})
    void dagenBijKoninklijkBesluitZijnGeenWerkdag(LocalDate dag) {
        assertThat(kalender.isWerkdag(dag)).isFalse();
        assertThat(new Kalender(Set.of(), List.of()).isWerkdag(dag)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-16,noord,true", "2026-02-16,midden,false", "2026-02-23,noord,false", "2026-02-23,midden,true",
        "2026-04-28,noord,false", "2026-05-04,noord,true", "2026-05-14,noord,false", "2026-05-15,noord,false", "2026-07-06,noord,false",
        "2026-07-06,midden,true", "2026-08-17,noord,true", "2026-08-17,midden,false", "2026-10-12,noord,false", "2026-10-12,midden,true",
        "2026-12-21,midden,false", "2026-02-14,noord,false", "2025-01-06,noord,true", "2025-01-03,noord,false"})
    void schooldagenPerRegio(LocalDate dag, String regio, boolean schooldag) {
        assertThat(kalender.isSchooldag(dag, regio)).isEqualTo(schooldag);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-22,midden,false", "2026-02-16,noord,true", "2026-02-26,noord,false", "2026-05-14,noord,true", "2026-03-01,noord,false"})
    void lesweekHeeftTenMinsteEenSchooldag(LocalDate dag, String regio, boolean lesweek) {
        assertThat(kalender.isLesweek(dag, regio)).isEqualTo(lesweek);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,zuid", "2032-03-01,noord", "2023-03-01,noord", "2024-09-02,midden", "2029-10-01,noord"})
    void onbekendeSchoolvakantiesGevenEenDuidelijkeFout(LocalDate dag, String regio) {
        assertThatThrownBy(() -> kalender.isSchooldag(dag, regio)).isInstanceOf(OntbrekendeKalendergegevens.class)
                .hasMessageContaining("schoolvakanties van regio " + regio).hasMessageContaining(Datum.kort(dag));
    }

    @Test
    void eenSchooljaarMetEenOntbrekendeVakantieIsNietBekend() {
        List<Schoolvakantie> zonderMei = List.of(vakantie("herfst", "2025-10-18", "2025-10-26"), vakantie("kerst", "2025-12-20", "2026-01-04"),
                vakantie("voorjaar", "2026-02-21", "2026-03-01"), vakantie("zomer", "2026-07-04", "2026-08-16"));
        Kalender onvolledig = new Kalender(Set.of(), zonderMei);
        assertThatThrownBy(() -> onvolledig.isSchooldag(LocalDate.of(2026, 3, 9), "noord")).isInstanceOf(OntbrekendeKalendergegevens.class);
        assertThat(onvolledig.isSchooldag(LocalDate.of(2026, 2, 23), "noord")).as("in a known holiday").isFalse();
    }

    @Test
    void eenWeekendVraagtGeenVakantiegegevens() {
        assertThat(kalender.isSchooldag(LocalDate.of(2032, 2, 29), "noord")).isFalse();
    }

    @Test
    void werkdagenVerderEnTerug() {
        LocalDate donderdag = LocalDate.of(2026, 4, 2);
        assertThat(kalender.volgendeWerkdag(donderdag)).isEqualTo("2026-04-07");
        assertThat(kalender.werkdagenVerder(LocalDate.of(2026, 4, 7), -1)).isEqualTo(donderdag);
        assertThat(kalender.werkdagenVerder(donderdag, 0)).isEqualTo(donderdag);
    }

    private static Schoolvakantie vakantie(String naam, String begin, String eind) {
        return new Schoolvakantie("2025-2026", naam, "noord", LocalDate.parse(begin), LocalDate.parse(eind));
    }
}
