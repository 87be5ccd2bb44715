package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Enginescan;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses is not quoted: not in exceptions, not in the log, not in the engine's record of a failed job. */
@Toepassingstest
@ExtendWith(OutputCaptureExtension.class)
class GeenNamenInFoutenTest {

    private static final String MODEL = "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' "
            + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='proef'>"
            + "<bpmn:process id='proef-weigering' isExecutable='true' camunda:historyTimeToLive='P30D'><bpmn:startEvent id='b'/>"
            + "<bpmn:sequenceFlow id='f' sourceRef='b' targetRef='t'/>"
            + "<bpmn:serviceTask id='t' camunda:asyncBefore='true' camunda:delegateExpression='${weigerendeStap}'/></bpmn:process></bpmn:definitions>";

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private WeigerendeStap stap;
    @Autowired
    private RepositoryService repositoryService;
    @Autowired
    private RuntimeService runtimeService;
    @Autowired
    private ManagementService managementService;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void nergensDeNaam(CapturedOutput uitvoer) {
        mensen.maak(Rol.COORDINATOR, BUNNIK);
        repositoryService.createDeployment().addString("m.bpmn", MODEL).deploy();
        String instantie = runtimeService.startProcessInstanceByKey("proef-weigering", Map.of("gemeente", BUNNIK)).getId();
        Job job = managementService.createJobQuery().processInstanceId(instantie).singleResult();

        StringWriter alles = new StringWriter();
        catchThrowable(stap::voegToe).printStackTrace(new PrintWriter(alles));
        assertThat(alles.toString()).contains("geboortedatum").doesNotContain(WeigerendeStap.NAAM);

        assertThat(catchThrowable(() -> managementService.executeJob(job.getId()))).isNotNull();
        Job mislukt = managementService.createJobQuery().jobId(job.getId()).singleResult();
        assertThat(mislukt.getExceptionMessage()).isNotBlank().doesNotContain(WeigerendeStap.NAAM);
        assertThat(managementService.getJobExceptionStacktrace(job.getId())).contains("geboortedatum");
        assertThat(new Enginescan(jdbc).vindplaatsen(List.of(WeigerendeStap.NAAM))).isEmpty();
        assertThat(uitvoer.getAll()).doesNotContain(WeigerendeStap.NAAM);
        runtimeService.deleteProcessInstance(instantie, "proef");
    }
}
