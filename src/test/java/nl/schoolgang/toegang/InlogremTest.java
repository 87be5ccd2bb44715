package nl.schoolgang.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.schoolgang.Testklok;
import org.junit.jupiter.api.Test;

class InlogremTest {

    private final Testklok klok = new Testklok();
    private final Inlogrem rem = new Inlogrem(klok);

    @Test
    void wachttijdVerdubbeltEnNeemtWeerAf() {
        mislukt(Inlogrem.VRIJE_POGINGEN - 1, "jan", "1.1.1.1");
        assertThat(rem.wachttijd("jan", "1.1.1.1")).isZero();
        mislukt(1, "jan", "1.1.1.1");
        assertThat(rem.wachttijd("jan", "1.1.1.1")).isEqualTo(Duration.ofSeconds(1));
        klok.vooruit(Duration.ofSeconds(1));
        assertThat(rem.wachttijd("jan", "1.1.1.1")).isZero();
        mislukt(1, "jan", "1.1.1.1");
        assertThat(rem.wachttijd("jan", "1.1.1.1")).isEqualTo(Duration.ofSeconds(2));
        klok.vooruit(Duration.ofMinutes(16));
        mislukt(Inlogrem.VRIJE_POGINGEN - 1, "jan", "1.1.1.1");
        assertThat(rem.wachttijd("jan", "1.1.1.1")).isZero();
    }

    @Test
    void andereHerkomstHeeftGeenLastVanEenRader() {
        mislukt(Inlogrem.VRIJE_POGINGEN, "jan", "1.1.1.1");
        assertThat(rem.wachttijd("jan", "2.2.2.2")).isZero();
        assertThat(rem.wachttijd("piet", "1.1.1.1")).isZero();
    }

    @Test
    void eenAdresDatVeleNamenProbeertMoetWachtenMaarNietLang() {
        for (int i = 0; i < 10 * Inlogrem.VRIJE_POGINGEN_ADRES; i++) {
            rem.mislukt("naam" + i, "3.3.3.3");
        }
        assertThat(rem.wachttijd("nog-een", "3.3.3.3")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void geluktWistDeFouten() {
        mislukt(Inlogrem.VRIJE_POGINGEN - 1, "jan", "4.4.4.4");
        rem.gelukt("jan", "4.4.4.4");
        mislukt(1, "jan", "4.4.4.4");
        assertThat(rem.wachttijd("jan", "4.4.4.4")).isZero();
    }

    private void mislukt(int keren, String naam, String adres) {
        for (int i = 0; i < keren; i++) {
            rem.mislukt(naam, adres);
        }
    }
}
