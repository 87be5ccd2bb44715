package nl.schoolgang.leerling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NummersTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456782", "111222333", "999990779"})
    void eenBsnVoldoetAanDeElfproef(String bsn) {
        assertThat(Burgerservicenummer.geldig(bsn)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "123456789", "12345678", "1234567820", "000000000", "12345678a", " 123456782", "１２３４５６７８２"})
    void ietsAndersIsGeenBsn(String bsn) {
        assertThat(Burgerservicenummer.geldig(bsn)).isFalse();
    }

    @Test
    void achtCijfersKrijgenHunNulTerug() {
        assertThat(Burgerservicenummer.aangevuld("12345672")).isEqualTo("012345672");
        assertThat(Burgerservicenummer.aangevuld("123456782")).isEqualTo("123456782");
        assertThat(Burgerservicenummer.aangevuld("1234567")).isEqualTo("1234567");
    }

    @Test
    void eenOnderwijsnummerBegintMetTienEnLaatVijfOver() {
        String goed = IntStream.range(0, 10).mapToObj(i -> "10123456" + i).filter(Onderwijsnummer::geldig)
                .findFirst().orElseThrow();
        assertThat(Burgerservicenummer.som(goed) % 11).isEqualTo(5);
        assertThat(Onderwijsnummer.geldig("123456782")).isFalse();
        assertThat(Onderwijsnummer.geldig(null)).isFalse();
        assertThat(IntStream.range(0, 10).mapToObj(i -> "10123456" + i).filter(Onderwijsnummer::geldig)).hasSize(1);
    }

    @Test
    void opSchermenBlijvenVierCijfersOver() {
        assertThat(Burgerservicenummer.gemaskeerd("123456782")).isEqualTo("*****6782");
        assertThat(Burgerservicenummer.gemaskeerd(null)).isNull();
    }
}
