package nl.schoolgang.leerling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class GeheimenTest {

    private static final String OUD = sleutel("a");
    private static final String NIEUW = sleutel("b");
    private static final String ZOEK = sleutel("c");

    @Test
    void versleuteldIsTelkensAndersEnTeLezen() {
        Geheimen geheimen = geheimen(Map.of("2026", OUD), "2026", ZOEK);

        byte[] een = geheimen.versleutel("123456782");
        assertThat(een).isNotEqualTo(geheimen.versleutel("123456782"));
        assertThat(new String(een, StandardCharsets.ISO_8859_1)).contains("2026").doesNotContain("123456782");
        assertThat(geheimen.ontsleutel(een)).isEqualTo("123456782");
        assertThat(geheimen.hash("123456782")).isEqualTo(geheimen.hash("123456782")).isNotEqualTo(geheimen.hash("111222333"));
        assertThat(geheimen.versleutel(null)).isNull();
        assertThat(geheimen.ontsleutel(null)).isNull();
        assertThat(geheimen.hash(null)).isNull();
    }

    @Test
    void eenNieuweSleutelKanNaastDeOude() {
        byte[] metOud = geheimen(Map.of("oud", OUD), "oud", ZOEK).versleutel("123456782");

        Geheimen beide = geheimen(Map.of("oud", OUD, "nieuw", NIEUW), "nieuw", ZOEK);
        assertThat(beide.ontsleutel(metOud)).isEqualTo("123456782");
        assertThat(new String(beide.versleutel("123456782"), StandardCharsets.ISO_8859_1)).contains("nieuw");

        Geheimen zonderOud = geheimen(Map.of("nieuw", NIEUW), "nieuw", ZOEK);
        assertThatThrownBy(() -> zonderOud.ontsleutel(metOud)).hasMessageContaining("'oud'");
    }

    @Test
    void zonderGoedeSleutelsWeigertHet() {
        assertThatThrownBy(() -> geheimen(null, null, null)).hasMessageContaining("schoolgang.geheim.actief");
        assertThatThrownBy(() -> geheimen(Map.of("a", OUD), "b", ZOEK)).hasMessageContaining("schoolgang.geheim.actief");
        assertThatThrownBy(() -> geheimen(Map.of("a", "dGUga29ydA=="), "a", ZOEK)).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> geheimen(Map.of("a", "geen base64!"), "a", ZOEK)).hasMessageContaining("base64")
                .hasMessageNotContaining("geen base64!");
        assertThatThrownBy(() -> geheimen(Map.of("a", OUD), "a", null)).hasMessageContaining("zoeksleutel");
    }

    @Test
    void productieWeigertDeBekendeSleutels() {
        MockEnvironment productie = new MockEnvironment();
        productie.setActiveProfiles("productie");
        assertThatThrownBy(() -> new Geheimen(new Geheiminstellingen(Map.of("demo", OUD), "demo", ZOEK), productie))
                .hasMessageContaining("demo");
    }

    private static Geheimen geheimen(Map<String, String> sleutels, String actief, String zoeksleutel) {
        return new Geheimen(new Geheiminstellingen(sleutels, actief, zoeksleutel), new MockEnvironment());
    }

    private static String sleutel(String letter) {
        return Base64.getEncoder().encodeToString(letter.repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
