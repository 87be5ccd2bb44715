package nl.schoolgang.modellen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator that makes constants of the ids in models (src/main/generator). */
class ModelconstantenTest {

    private static final Path MAKER = Path.of(System.getProperty("schoolgang.map", "."), "src/main/generator/Modelconstanten.java").toAbsolutePath();
    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <bpmn:process id="proef-18" isExecutable="true">
                <bpmn:startEvent id="begin"><bpmn:messageEventDefinition id="begin-definitie" messageRef="m" /></bpmn:startEvent>
                <bpmn:subProcess id="deel"><bpmn:userTask id="gesprek-voeren" /></bpmn:subProcess>
                <bpmn:sequenceFlow id="begin-naar-deel" sourceRef="begin" targetRef="deel" />
              </bpmn:process>
              <bpmn:message id="m" name="melding-ontvangen" />
            </bpmn:definitions>
            """;

    @TempDir
    private Path map;
    private Path model;
    private Path klasse;

    @BeforeEach
    void zetModel() throws IOException {
        model = Files.createDirectories(map.resolve("processes/proef-18")).resolve("proef-18.bpmn");
        klasse = map.resolve("uit/nl/schoolgang/modellen/Proef18Model.java");
        Files.writeString(model, MODEL);
    }

    @Test
    @DisplayName("elke stap, elk bericht en het proces zelf krijgen een constante; pijlen en definities niet")
    void constanten() throws Exception {
        assertThat(maak()).isEmpty();
        assertThat(Files.readString(klasse)).contains("processes/proef-18/proef-18.bpmn", "public final class Proef18Model")
                .contains("PROCES = \"proef-18\";", "BEGIN = \"begin\";", "DEEL = \"deel\";", "GESPREK_VOEREN = \"gesprek-voeren\";",
                        "BERICHT_MELDING_ONTVANGEN = \"melding-ontvangen\";")
                .doesNotContain("begin-naar-deel", "begin-definitie");
    }

    @Test
    @DisplayName("wie een stap anders noemt, neemt de constante weg waarop de compilatie steunt")
    void andereNaam() throws Exception {
        maak();
        Files.writeString(model, MODEL.replace("gesprek-voeren", "gesprek-houden"));
        maak();
        assertThat(Files.readString(klasse)).contains("GESPREK_HOUDEN").doesNotContain("GESPREK_VOEREN");
        assertThat(RelatiefVerzuimModel.TERUGMELDEN).as("de constanten van de echte modellen zijn er bij het compileren").isEqualTo("terugmelden");
    }

    @Test
    @DisplayName("wat niet verandert, wordt niet opnieuw geschreven; wat geen model meer heeft, verdwijnt")
    void alleenHetVerschil() throws Exception {
        maak();
        FileTime vroeger = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(klasse, vroeger);
        Path oud = Files.writeString(klasse.resolveSibling("WegModel.java"), "");
        maak();
        assertThat(Files.getLastModifiedTime(klasse)).isEqualTo(vroeger);
        assertThat(oud).doesNotExist();
    }

    @Test
    @DisplayName("twee ids die dezelfde constante zouden krijgen, stoppen de bouw met een melding")
    void dubbel() throws Exception {
        Files.writeString(model, MODEL.replace("id=\"deel\"", "id=\"gesprek_voeren\""));
        assertThat(maak()).contains("proef-18.bpmn", "\"gesprek_voeren\"", "\"gesprek-voeren\"", "GESPREK_VOEREN");
        assertThat(klasse).doesNotExist();
    }

    /** What it says when it fails; empty when it does not. */
    private String maak() throws Exception {
        Process proces = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), MAKER.toString(),
                map.resolve("processes").toString(), map.resolve("uit").toString()).redirectErrorStream(true).start();
        String uit = new String(proces.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(proces.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return proces.exitValue() == 0 ? "" : uit;
    }
}
