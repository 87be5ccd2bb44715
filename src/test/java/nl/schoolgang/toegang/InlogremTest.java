package nl.schoolgang.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import nl.schoolgang.Testklok;
import org.junit.jupiter.api.Test;

class InlogremTest {

    private final Testklok klok = new Testklok();
    private final Inlogrem rem = new Inlogrem(klok);

    @Test
    void wachttijdVerdubbeltEnNeemtWeerAf() {
        assertThat(misluktTotWachten("jan", "1.1.1.1")).isEqualTo(Duration.ofSeconds(1));
        klok.vooruit(Duration.ofSeconds(1));
        assertThat(rem.poging("jan", "1.1.1.1")).isZero();
        assertThat(rem.poging("jan", "1.1.1.1")).isEqualTo(Duration.ofSeconds(2));
        klok.vooruit(Duration.ofMinutes(16));
        for (int i = 0; i < Inlogrem.VRIJE_POGINGEN; i++) {
            assertThat(rem.poging("jan", "1.1.1.1")).isZero();
        }
    }

    @Test
    void andersHerkomstHeeftGeenLastVanEenRader() {
        misluktTotWachten("jan", "1.1.1.1");
        assertThat(rem.poging("jan", "2.2.2.2")).isZero();
        assertThat(rem.poging("piet", "1.1.1.1")).isZero();
    }

    @Test
    void eenAdresDatVeleNamenProbeertMoetWachten() {
        for (int i = 0; i < Inlogrem.VRIJE_POGINGEN_ADRES; i++) {
            assertThat(rem.poging("naam" + i, "3.3.3.3")).isZero();
        }
        assertThat(rem.poging("nog-een", "3.3.3.3")).isPositive();
    }

    @Test
    void geluktTeltNiet() {
        for (int i = 0; i < 10 * Inlogrem.VRIJE_POGINGEN_ADRES; i++) {
            assertThat(rem.poging("jan", "4.4.4.4")).isZero();
            rem.gelukt("jan", "4.4.4.4");
        }
    }

    private Duration misluktTotWachten(String naam, String adres) {
        klok.zet(LocalDateTime.of(2026, 3, 2, 9, 0));
        for (int i = 0; i < Inlogrem.VRIJE_POGINGEN; i++) {
            assertThat(rem.poging(naam, adres)).isZero();
        }
        return rem.poging(naam, adres);
    }
}
