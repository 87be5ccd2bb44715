package nl.schoolgang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

class AfgelegdeWegTest {

    /** Begin, a choice that goes straight to the end or through a second choice and a task, and a way back from the task. */
    private static final BpmnModelInstance MODEL = Bpmn.readModelFromStream(new ByteArrayInputStream("""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
              <bpmn:process id="p" isExecutable="true">
                <bpmn:startEvent id="begin"/>
                <bpmn:exclusiveGateway id="eerste"/>
                <bpmn:exclusiveGateway id="tweede"/>
                <bpmn:userTask id="taak"/>
                <bpmn:endEvent id="einde"/>
                <bpmn:sequenceFlow id="begin-eerste" sourceRef="begin" targetRef="eerste"/>
                <bpmn:sequenceFlow id="eerste-tweede" sourceRef="eerste" targetRef="tweede"/>
                <bpmn:sequenceFlow id="eerste-taak" sourceRef="eerste" targetRef="taak"/>
                <bpmn:sequenceFlow id="tweede-taak" sourceRef="tweede" targetRef="taak"/>
                <bpmn:sequenceFlow id="taak-eerste" sourceRef="taak" targetRef="eerste"/>
                <bpmn:sequenceFlow id="tweede-einde" sourceRef="tweede" targetRef="einde"/>
              </bpmn:process>
            </bpmn:definitions>""".getBytes(StandardCharsets.UTF_8)));

    private final List<HistoricActivityInstance> gepasseerd = new ArrayList<>();

    @Test
    void vanTweeMogelijkeWegen_isHetDieVanWatHetLaatstIsVerlaten() {
        langs("begin", 0, 0);
        langs("eerste", 0, 0);
        langs("tweede", 0, 0);
        langs("taak", 0, 50);

        assertThat(AfgelegdeWeg.stromen(MODEL, gepasseerd)).containsExactlyInAnyOrder("begin-eerste", "eerste-tweede", "tweede-taak");
    }

    @Test
    void eenRondeTerug_teltElkeWegDieIsGegaan() {
        langs("begin", 0, 0);
        langs("eerste", 0, 0);
        langs("taak", 0, 900_000);
        langs("eerste", 900_000, 900_000);
        langs("tweede", 900_000, 900_000);
        langs("einde", 900_000, 900_000);

        assertThat(AfgelegdeWeg.stromen(MODEL, gepasseerd))
                .containsExactlyInAnyOrder("begin-eerste", "eerste-taak", "taak-eerste", "eerste-tweede", "tweede-einde");
    }

    @Test
    void watErIsNeergezet_ofAfgebroken_kwamLangsGeenWeg() {
        langs("begin", 0, 0);
        langs("eerste", 0, 0);
        langs("taak", 3_600_000, 3_700_000);
        when(gepasseerd.get(2).isCanceled()).thenReturn(true);
        langs("eerste", 3_700_000, 3_700_000);

        assertThat(AfgelegdeWeg.stromen(MODEL, gepasseerd)).containsExactly("begin-eerste");
    }

    private void langs(String element, long begin, long einde) {
        HistoricActivityInstance activiteit = mock(HistoricActivityInstance.class);
        when(activiteit.getActivityId()).thenReturn(element);
        when(activiteit.getStartTime()).thenReturn(new Date(begin));
        when(activiteit.getEndTime()).thenReturn(new Date(einde));
        gepasseerd.add(activiteit);
    }
}
