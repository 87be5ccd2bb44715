package nl.schoolgang.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** Writes the engine's history as it always did, but for decisions that name restricted measures: their inputs and outcomes are not kept there. */
final class Geschiedenisschrijver extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent gebeurtenis) {
        if (!(gebeurtenis instanceof HistoricDecisionEvaluationEvent beslissing)
                || !BeperkteProcedures.TABELLEN.contains(beslissing.getRootHistoricDecisionInstance().getDecisionDefinitionKey())) {
            super.handleEvent(gebeurtenis);
        }
    }
}
