package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import nl.schoolgang.gemeente.Fout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class JsonbronTest {

    @Test
    void objectenWordenNamenMetEenPunt() {
        Bronrij rij = lees(Meldingsschema.VOORBEELD_VERZUIMMELDING);
        assertThat(rij.fouten()).isEmpty();
        assertThat(rij.velden()).containsEntry("leerling.bsn", "123456782").containsEntry("uren", new BigDecimal("18"))
                .containsEntry("alleLessenGemist", false).containsEntry("contact.naam", "mentor 3B").containsEntry("toelichting", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "1", "\"x\"", "{\"a\":1}{", "{\"a\":1} x", "{'a':1}", "{\"a\":1,}",
        "{\"soort\":\"luxe\",\"soort\":\"overig\"}", "{\"leerling\":{\"bsn\":\"1\",\"bsn\":\"2\"}}", "{\"uren\":01}", "{\"uren\":NaN}",
        "{\"uren\":1e99999999999}", "<xml/>"})
    void watGeenJsonObjectIsWordtGeweigerdMet400(String json) {
        assertThatThrownBy(() -> lees(json)).isInstanceOfSatisfying(ResponseStatusException.class,
                e -> assertThat(e.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void gebrokenUtf8IsGeenJson() {
        assertThatThrownBy(() -> Jsonbron.lees(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'}, Meldingsvorm.VERZUIMMELDING))
                .isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void diepeNestingIsEenFoutVanDeAanvrager() {
        assertThatThrownBy(() -> lees("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}")).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void eenGroepMoetEenObjectZijn() {
        assertThat(lees("{\"leerling\":\"Sem\",\"school\":[],\"contact\":null}").fouten()).extracting(Fout::veld)
                .containsExactlyInAnyOrder("leerling", "school");
        assertThat(lees("{\"leerling.bsn\":\"123456782\"}").fouten()).extracting(Fout::veld).containsExactly("leerling.bsn");
        assertThat(lees("{\"melder\":{\"naam\":\"x\"}}").velden()).containsKey("melder");
    }

    @Test
    void nullIsLeegMaarBlijftGenoemd() {
        assertThat(lees("{\"reden\":null,\"onbekend\":null}").velden()).containsEntry("reden", "").containsEntry("onbekend", "");
    }

    private static Bronrij lees(String json) {
        return Jsonbron.lees(json.getBytes(StandardCharsets.UTF_8), Meldingsvorm.VERZUIMMELDING);
    }
}
