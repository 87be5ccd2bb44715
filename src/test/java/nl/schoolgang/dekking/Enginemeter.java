package nl.schoolgang.dekking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.schoolgang.dekking.Meting.Soort;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Reads the engine's own history as it is made. Only what is committed counts: a step that failed was not tested. */
final class Enginemeter implements HistoryEventHandler {

    private final Dekkingsmeter meter;

    Enginemeter(Dekkingsmeter meter) {
        this.meter = meter;
    }

    @Override
    public void handleEvents(List<HistoryEvent> gebeurtenissen) {
        gebeurtenissen.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent gebeurtenis) {
        List<Meting> metingen = metingen(gebeurtenis);
        if (!metingen.isEmpty()) {
            Context.getCommandContext().getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, opdracht -> meter.noteer(metingen));
        }
    }

    private static List<Meting> metingen(HistoryEvent gebeurtenis) {
        if (gebeurtenis instanceof HistoricActivityInstanceEventEntity stap
                && gebeurtenis.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            return List.of(new Meting(Soort.STAP, stap.getProcessDefinitionKey(), stap.getActivityId()));
        }
        if (gebeurtenis instanceof HistoricTaskInstanceEventEntity taak && TaskEntity.DELETE_REASON_COMPLETED.equals(taak.getDeleteReason())
                && taak.getProcessDefinitionKey() != null) {
            return List.of(new Meting(Soort.TAAK, taak.getProcessDefinitionKey(), taak.getTaskDefinitionKey()));
        }
        return gebeurtenis instanceof HistoricDecisionEvaluationEvent beslissing ? regels(beslissing) : List.of();
    }

    private static List<Meting> regels(HistoricDecisionEvaluationEvent gebeurtenis) {
        List<HistoricDecisionInstanceEntity> beslissingen = new ArrayList<>(List.of(gebeurtenis.getRootHistoricDecisionInstance()));
        Collection<HistoricDecisionInstanceEntity> vereist = gebeurtenis.getRequiredHistoricDecisionInstances();
        beslissingen.addAll(vereist == null ? List.of() : vereist);
        // A literal expression has outputs without a rule.
        return beslissingen.stream().flatMap(b -> b.getOutputs().stream().filter(u -> u.getRuleId() != null)
                .map(u -> new Meting(Soort.REGEL, b.getDecisionDefinitionKey(), u.getRuleId()))).distinct().toList();
    }
}
