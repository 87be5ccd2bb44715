package nl.schoolgang.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.schoolgang.gemeente.NietGevonden;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Service;

/**
 * What Cockpit needs to know of models: which procedures somebody may see there, and where terms are watched. Every question runs with
 * the engine rights of whoever asks; what may not be seen does not exist.
 */
@Service
public class Modeltermijnen {

    private final RepositoryService repositoryService;
    private final HistoryService historyService;

    Modeltermijnen(RepositoryService repositoryService, HistoryService historyService) {
        this.repositoryService = repositoryService;
        this.historyService = historyService;
    }

    /**
     * A process instance, running or ended.
     *
     * @param proces     id of its process in the model
     * @param zaaknummer the case that it belongs to; null for a trial without one
     */
    public record Instantie(String id, String definitieId, String proces, String zaaknummer) {
    }

    /** The ids of the processes that whoever asks may see, in alphabetical order; never a restricted one. */
    public Set<String> processen() {
        return repositoryService.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getKey)
                .filter(proces -> !BeperkteProcedures.isBeperkt(proces)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws NietGevonden when there is no instance with this id, or whoever asks may not see it */
    public Instantie instantie(String id) {
        HistoricProcessInstance gevonden = historyService.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult();
        if (gevonden == null || BeperkteProcedures.isBeperkt(gevonden.getProcessDefinitionKey())) {
            throw new NietGevonden("Deze zaak is er niet.");
        }
        return new Instantie(gevonden.getId(), gevonden.getProcessDefinitionId(), gevonden.getProcessDefinitionKey(), gevonden.getBusinessKey());
    }

    /**
     * The process of a definition.
     *
     * @throws NietGevonden when there is no definition with this id, or whoever asks may not see it
     */
    public String proces(String definitieId) {
        ProcessDefinition definitie = repositoryService.createProcessDefinitionQuery().processDefinitionId(definitieId).singleResult();
        if (definitie == null || BeperkteProcedures.isBeperkt(definitie.getKey())) {
            throw new NietGevonden("Dit model is er niet.");
        }
        return definitie.getKey();
    }

    /**
     * Where in a model people wait, and where terms are watched.
     *
     * @param taken   ids of its user tasks
     * @param bewaakt by code of the term: the elements at whose border, or in whose place, a timer watches it
     */
    public record Plekken(Set<String> taken, Map<String, Set<String>> bewaakt) {
    }

    /** @throws NietGevonden when there is no definition with this id, or whoever asks may not see it */
    public Plekken plekken(String definitieId) {
        BpmnModelInstance model = model(definitieId);
        Map<String, Set<String>> bewaakt = new HashMap<>();
        for (Event element : model.getModelElementsByType(Event.class)) {
            String plek = element instanceof BoundaryEvent grens ? grens.getAttachedTo().getId() : element.getId();
            Modeleigenschappen.van(element, Modeleigenschappen.TERMIJN)
                    .ifPresent(code -> bewaakt.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(plek));
        }
        return new Plekken(model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet()), bewaakt);
    }

    private BpmnModelInstance model(String definitieId) {
        try {
            return repositoryService.getBpmnModelInstance(definitieId);
        } catch (NullValueException | AuthorizationException e) {
            throw new NietGevonden("Dit model is er niet.");
        }
    }
}
