package nl.schoolgang.bewaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yaml.snakeyaml.Yaml;

/** The measurements as Prometheus reads them, and the example rules that go by them. */
@Toepassingstest
@AutoConfigureObservability(tracing = false)
class TermijnmetersTest {

    private static final Pattern METING = Pattern.compile("schoolgang_[a-z_]+");

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Termijnmeters meters;
    @Autowired
    private MeterRegistry register;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;

    private Bewakingsproef proef;
    private Zaak zaak;

    @BeforeEach
    void begin() {
        new Verhaal(context);
        proef = new Bewakingsproef(context);
        zaak = proef.zaak("verlof-meer-dan-10-dagen");
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void wieMagLeestHoeveelTermijnenWaarStaan() throws Exception {
        proef.termijn(zaak, "te-laat-1", "2026-02-26").status("overschreden").metTaak(null);
        proef.termijn(zaak, "te-laat-2", "2026-02-27").zonderTaak();
        proef.termijn(zaak, "gedaan", "2026-02-26").status("overschreden").gedaan().zonderTaak();
        proef.termijn(zaak, "nadert", "2026-03-20").waarschuwen("2026-03-02").zonderTaak();
        proef.termijn(zaak, "loopt", "2026-03-20").waarschuwen("2026-03-03").zonderTaak();
        jdbc.sql("update termijn set soort = 'wettelijk' where gemeente = ? and code = 'nadert'").param(proef.gemeente).update();
        List.of("meldcode", "proces-verbaal").forEach(p -> proef.termijn(proef.zaak(p), "x", "2026-02-26").status("overschreden").zonderTaak());
        meters.tel();

        assertThat(regels(lees())).containsExactlyInAnyOrder(
                regel("verlof-meer-dan-10-dagen", "te-laat", "nee", 2), regel("verlof-meer-dan-10-dagen", "nadert", "ja", 1),
                regel("afgeschermd", "te-laat", "nee", 2));

        jdbc.sql("update termijn set gedaan_op = now() where gemeente = ? and status = 'overschreden'").param(proef.gemeente).update();
        jdbc.sql("update termijn set status = 'gehaald' where gemeente = ? and status = 'lopend'").param(proef.gemeente).update();
        meters.tel();
        assertThat(regels(lees())).isEmpty();
    }

    @Test
    void lezenVraagtDeDatabankNiets() throws Exception {
        meters.tel();
        proef.termijn(zaak, "nieuw", "2026-03-02").zonderTaak();
        assertThat(regels(lees())).isEmpty();
        context.getBean(EngineKlok.class).zetStil(Verhaal.BEGIN.plusMinutes(3).atZone(nl.schoolgang.kalender.Tijdzone.AMSTERDAM).toInstant());
        assertThat(register.get("schoolgang.termijnen.leeftijd").gauge().value()).isEqualTo(180);
    }

    @Test
    void alleenWieMetingenMagLezen() throws Exception {
        Medewerker coordinator = proef.mens(Rol.COORDINATOR);
        assertThat(mvc.perform(get("/actuator/prometheus").with(httpBasic(coordinator.gebruikersnaam(), "proef"))).andReturn().getResponse().getStatus())
                .isEqualTo(403);
        assertThat(mvc.perform(get("/actuator/prometheus")).andReturn().getResponse().getStatus()).isEqualTo(401);
    }

    @Test
    @SuppressWarnings("unchecked")
    void deVoorbeeldregelsNoemenMetingenDieErZijn() throws Exception {
        proef.termijn(zaak, "a", "2026-03-02").zonderTaak();
        meters.tel();
        String metingen = lees();
        Path bestand = Path.of(System.getProperty("schoolgang.map", "."), "docs/bewaking/prometheus-regels.yaml");
        Map<String, List<Map<String, Object>>> inhoud = new Yaml().load(Files.readString(bestand));
        List<Map<String, Object>> regels = (List<Map<String, Object>>) inhoud.get("groups").get(0).get("rules");

        assertThat(regels).hasSizeGreaterThanOrEqualTo(4).allSatisfy(regel -> {
            assertThat(regel).containsKeys("alert", "expr", "for", "labels", "annotations");
            List<String> genoemd = METING.matcher((String) regel.get("expr")).results().map(MatchResult::group).toList();
            assertThat(genoemd).isNotEmpty().allSatisfy(naam -> assertThat(metingen).containsPattern("(?m)^" + naam + "[{ ]"));
        });
    }

    private String lees() throws Exception {
        Medewerker beheerder = proef.mens(Rol.BEHEERDER);
        return mvc.perform(get("/actuator/prometheus").with(httpBasic(beheerder.gebruikersnaam(), "proef"))).andReturn().getResponse().getContentAsString();
    }

    private List<String> regels(String metingen) {
        return metingen.lines().filter(r -> r.startsWith("schoolgang_termijnen{") && r.contains("\"" + proef.gemeente + "\"")).toList();
    }

    private String regel(String procedure, String stand, String wettelijk, int aantal) {
        return "schoolgang_termijnen{gemeente=\"%s\",procedure=\"%s\",stand=\"%s\",wettelijk=\"%s\"} %d.0".formatted(proef.gemeente, procedure, stand,
                wettelijk, aantal);
    }
}
