package nl.schoolgang.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Along which sequence flows an instance went. The engine keeps no history of flows: each element that was passed came from the source that was
 * left last before it began. One that began without such a source shortly before was put there, by an event or by mending, and came along none.
 */
final class AfgelegdeWeg {

    /** Between an element and the next lies one transaction, unless a job continues there. */
    private static final long MEESTE_MILLISECONDEN = 60_000;

    private AfgelegdeWeg() {
    }

    /** @param activiteiten in the order in which they began */
    static Set<String> stromen(BpmnModelInstance model, List<HistoricActivityInstance> activiteiten) {
        // By the flows themselves: that a node names what comes in is left out of some models.
        Map<String, List<SequenceFlow>> naar = model.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(stroom -> stroom.getTarget().getId()));
        Set<String> gegaan = new TreeSet<>();
        for (int i = 0; i < activiteiten.size(); i++) {
            HistoricActivityInstance doel = activiteiten.get(i);
            SequenceFlow laatste = laatste(naar.getOrDefault(doel.getActivityId(), List.of()), doel, activiteiten.subList(0, i));
            if (laatste != null) {
                gegaan.add(laatste.getId());
            }
        }
        return gegaan;
    }

    private static SequenceFlow laatste(List<SequenceFlow> binnenkomend, HistoricActivityInstance doel, List<HistoricActivityInstance> eerder) {
        SequenceFlow gevonden = null;
        long einde = Long.MIN_VALUE;
        for (HistoricActivityInstance bron : eerder) {
            boolean verlaten = bron.getEndTime() != null && !bron.isCanceled() && !bron.getEndTime().after(doel.getStartTime());
            if (!verlaten || bron.getEndTime().getTime() < einde) {
                continue;
            }
            for (SequenceFlow stroom : binnenkomend) {
                if (stroom.getSource().getId().equals(bron.getActivityId()) && (sluitAan(bron, doel) || stroom.getSource().isCamundaAsyncAfter()
                        || stroom.getTarget().isCamundaAsyncBefore())) {
                    gevonden = stroom;
                    einde = bron.getEndTime().getTime();
                }
            }
        }
        return gevonden;
    }

    private static boolean sluitAan(HistoricActivityInstance bron, HistoricActivityInstance doel) {
        return doel.getStartTime().getTime() - bron.getEndTime().getTime() <= MEESTE_MILLISECONDEN;
    }
}
