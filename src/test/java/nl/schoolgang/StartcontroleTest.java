package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class StartcontroleTest {

    private static final Map<String, String> GOED = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db.example/schoolgang",
            "server.forward-headers-strategy", "native",
            "schoolgang.geheim.actief", "2026",
            "schoolgang.geheim.zoeksleutel", "eigen");

    @Test
    void zonderProfielNoemtHijDeProfielen(CapturedOutput uitvoer) {
        TimeZone tijdzone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            SpringApplication toepassing = new SpringApplication(Schoolgang.class);
            assertThatThrownBy(toepassing::run).isInstanceOf(StartGeweigerd.class);
            assertThat(TimeZone.getDefault().getID()).isEqualTo("Europe/Amsterdam");
        } finally {
            TimeZone.setDefault(tijdzone);
        }
        assertThat(uitvoer).contains("start niet zonder profiel", "--spring.profiles.active=demo", "--spring.profiles.active=productie");
    }

    @Test
    void demoEnProductieGaanNietSamen() {
        assertThatThrownBy(() -> Startcontrole.controleer(omgeving(GOED, "demo", "productie"))).hasMessageContaining("demo, productie");
        assertThatCode(() -> Startcontrole.controleer(omgeving(Map.of(), "demo"))).doesNotThrowAnyException();
    }

    @Test
    void eenGoedIngesteldeProductieStart() {
        assertThatCode(() -> Startcontrole.controleer(omgeving(GOED, "productie"))).doesNotThrowAnyException();
        assertThatCode(() -> Startcontrole.controleer(omgeving(met("server.forward-headers-strategy", "", "server.ssl.bundle", "web"),
                "productie"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, '', SPRING_DATASOURCE_URL",
        "spring.datasource.url, jdbc:h2:mem:x, SPRING_DATASOURCE_URL",
        "server.forward-headers-strategy, none, TLS",
        "schoolgang.geheim.actief, '', schoolgang.geheim.actief",
        "schoolgang.geheim.zoeksleutel, '', schoolgang.geheim.zoeksleutel",
    })
    void watInProductieOntbreektWordtGenoemd(String naam, String waarde, String genoemd) {
        assertThatThrownBy(() -> Startcontrole.controleer(omgeving(met(naam, waarde), "productie"))).isInstanceOf(StartGeweigerd.class)
                .hasMessageContaining(genoemd);
    }

    @Test
    void mailGaatInProductieNietOnbeveiligdNaarEenAndereMachine() {
        assertThatThrownBy(() -> Startcontrole.controleer(omgeving(met("schoolgang.berichten.smtp.host", "mail.example",
                "schoolgang.berichten.smtp.beveiliging", "geen"), "productie"))).hasMessageContaining("schoolgang.berichten.smtp.beveiliging");
        assertThatCode(() -> Startcontrole.controleer(omgeving(met("schoolgang.berichten.smtp.host", "mail.example"), "productie")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Startcontrole.controleer(omgeving(met("schoolgang.berichten.smtp.host", "localhost",
                "schoolgang.berichten.smtp.beveiliging", "geen"), "productie"))).doesNotThrowAnyException();
    }

    @Test
    void deSleutelsVanDeDemoZijnGeenSleutels() throws IOException {
        List<PropertySource<?>> demo = new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yaml"));
        Object zoeksleutel = demo.get(0).getProperty("schoolgang.geheim.zoeksleutel");
        assertThat(zoeksleutel).as("de demo heeft een eigen sleutel").isNotNull();
        assertThatThrownBy(() -> Startcontrole.controleer(omgeving(met("schoolgang.geheim.zoeksleutel", zoeksleutel.toString()), "productie")))
                .hasMessageContaining("van de demo").hasMessageNotContaining(zoeksleutel.toString());
        assertThatThrownBy(() -> Startcontrole.controleer(omgeving(met("SCHOOLGANG_GEHEIM_SLEUTELS_A", zoeksleutel.toString()), "productie")))
                .hasMessageContaining("van de demo");
    }

    private static Map<String, String> met(String... namenEnWaarden) {
        Map<String, String> instellingen = new HashMap<>(GOED);
        for (int i = 0; i < namenEnWaarden.length; i += 2) {
            instellingen.put(namenEnWaarden[i], namenEnWaarden[i + 1]);
        }
        return instellingen;
    }

    private static MockEnvironment omgeving(Map<String, String> instellingen, String... profielen) {
        MockEnvironment omgeving = new MockEnvironment();
        omgeving.setActiveProfiles(profielen);
        instellingen.forEach(omgeving::setProperty);
        return omgeving;
    }
}
