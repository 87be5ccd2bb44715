package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages and the matrix read from a model and from a table. */
class ModelEnTabelTest {

    @TempDir
    Path map;

    private Path bestand;
    private Model model;

    @BeforeEach
    void maakModel() {
        bestand = map.resolve("proef.bpmn");
        Bpmn.writeModelToFile(bestand.toFile(), Bpmn.createExecutableProcess("proef").startEvent("begin")
                .userTask("taak").name("Iets doen").camundaFormRef("iets").camundaDueDate("${termijnen.vervalmoment(execution,'verzuim.proef',begin)}")
                .serviceTask("stap").camundaDelegateExpression("${ietsDoen}").endEvent("eind")
                .moveToActivity("taak").boundaryEvent("op-tijd").timerWithDate("${termijnen.vervalmomentTot(execution,'verzuim.ander',begin,eind)}")
                .endEvent("te-laat").done());
        model = new Model(bestand);
    }

    @Test
    @DisplayName("een termijn wordt gevonden in de taak en in de klok, en nergens anders")
    void termijnen() {
        assertThat(Model.termijnen(stap("taak"))).containsExactly("verzuim.proef");
        assertThat(Model.termijnen(stap("op-tijd"))).containsExactly("verzuim.ander");
        assertThat(Model.termijnen(stap("stap"))).isEmpty();
    }

    @Test
    @DisplayName("een stap roept aan wat er als bean staat, niet wat er op lijkt of een code is")
    void aanroepen() {
        assertThat(Model.roeptAan(stap("stap"), "ietsDoen")).isTrue();
        assertThat(Model.roeptAan(stap("stap"), "iets")).isFalse();
        assertThat(Model.roeptAan(stap("taak"), "termijnen")).isTrue();
        assertThat(Model.roeptAan(stap("taak"), "proef")).isFalse();
        assertThat(Model.roeptAan(stap("taak"), "ietsDoen")).isFalse();
    }

    @Test
    @DisplayName("een plaat is oud zodra het model verandert")
    void plaat() throws Exception {
        Path plaat = map.resolve("proef.svg");
        assertThat(Modelplaat.isBij(bestand, plaat)).as("er is geen plaat").isFalse();
        Files.writeString(plaat, "<svg/>");
        assertThat(Modelplaat.isBij(bestand, plaat)).as("een plaat zonder kenmerk").isFalse();
        for (Path echt : new Proceduremap("gesprek").bestanden("bpmn")) {
            assertThat(Modelplaat.isBij(bestand, Proceduremap.WORTEL.resolve("docs/procedures").resolve(Procedurepagina.plaat(new Model(echt)))))
                    .as("de plaat van een ander model").isFalse();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "bunnik"          | Bunnik
            true              | ja
            null              | onbekend
            not("luxe")       | niet luxe
            not(true)         | niet ja
            "vo","mbo"        | vo of mbo
            >= 16             | 16 of meer
            < 9               | minder dan 9
            [9..60]           | van 9 tot en met 60
            [12..18)          | van 12 tot 18
            """)
    void vakkenVanEenTabelInWoorden(String feel, String woorden) {
        assertThat(Beslistabel.inWoorden(feel)).isEqualTo(woorden);
    }

    @Test
    @DisplayName("de catalogus zegt welke regel geldt en of die standaard is")
    void catalogus() {
        Catalogus catalogus = new Catalogus();
        assertThat(catalogus.zoek("verzuim.terugmelding", "bunnik")).hasValueSatisfying(rij -> {
            assertThat(rij.regel()).isEqualTo("regel-verzuim-terugmelding-bunnik");
            assertThat(rij.duur()).isEqualTo("1 week");
            assertThat(rij.isStandaard()).isFalse();
        });
        assertThat(catalogus.zoek("verzuim.terugmelding", "noordoostpolder").map(Catalogus.Rij::isStandaard)).hasValue(true);
        assertThat(catalogus.zoek("bestaat.niet", "bunnik")).isEmpty();
    }

    @Test
    @DisplayName("een sprong naar elders is getekend maar wordt nooit bereikt, dus telt niet mee")
    void sprongen() throws Exception {
        Path ander = map.resolve("sprong.bpmn");
        Files.writeString(ander, """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
                  <process id="sprong" isExecutable="true">
                    <startEvent id="a"><outgoing>a-b</outgoing></startEvent>
                    <intermediateThrowEvent id="b"><incoming>a-b</incoming><linkEventDefinition name="elders" /></intermediateThrowEvent>
                    <sequenceFlow id="a-b" sourceRef="a" targetRef="b" />
                  </process>
                </definitions>
                """);
        assertThat(new Model(ander).stappen()).extracting(FlowNode::getId).isEqualTo(List.of("a"));
    }

    private FlowNode stap(String id) {
        return model.stap(id).orElseThrow();
    }
}
