package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Uitlegbeleid;
import nl.schoolgang.verhaal.Verhaal;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An employee reads what the law and the own municipality want of a task, by {@link Uitlegbeleid}, and not what another does. */
@Toepassingstest
class UitlegPerGemeenteTest {

    @Autowired
    ApplicationContext context;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @CsvSource({BUNNIK + ", administratie doet dit binnen een week, De leerplichtambtenaar doet dit",
        NOORDOOSTPOLDER + ", De leerplichtambtenaar doet dit, administratie doet dit"})
    void deUitlegIsDieVanDeEigenGemeente(String gemeente, String wel, String niet) {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(gemeente));
        assertThat(verhaal.taak("terugmelden").uitleg()).startsWith("Meld aan DUO").contains(wel).doesNotContain(niet);
    }

    @Test
    void eenGemeenteZonderEigenRegel_leestWatVoorAllenGeldt() {
        Uitlegbeleid beleid = context.getBean(Uitlegbeleid.class);
        assertThat(beleid.uitleg("Voor allen.", "relatief-verzuim", "terugmelden", "elders")).isEqualTo("Voor allen.");
        assertThat(beleid.uitleg(null, "relatief-verzuim", "onbekend", BUNNIK)).isNull();
    }

    /** What holds in one municipality stands in the table, so that a third needs no other model. */
    @Test
    void geenTaakNoemtEenGemeenteInHaarModel() {
        List<String> taken = Stream.of("relatief-verzuim", "gesprek", "schriftelijke-waarschuwing", "verslag-op-verzoek")
                .map(p -> Bpmn.readModelFromFile(Path.of("processes", p, p + ".bpmn").toFile()))
                .flatMap(m -> m.getModelElementsByType(UserTask.class).stream())
                .filter(t -> t.getDocumentations().stream().anyMatch(d -> d.getTextContent().matches("(?s).*(Bunnik|Noordoostpolder).*")))
                .map(UserTask::getId).toList();
        assertThat(taken).isEmpty();
    }
}
