package nl.schoolgang.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.termijn.Termijnen;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves threads of work (event sub-processes) from one running case to another, to exactly where they stood: nothing that was done is
 * done again. Move the terms of the melding first: their timers are made anew from the terms, and a term that has lapsed gets none. What was
 * moved still stands in the case that it left: stop that case, or the thread, in the same transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Draadverhuizing {

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final Termijnen termijnen;
    private final EngineAanmelding aanmelding;
    private final ApplicationEventPublisher gebeurtenissen;

    Draadverhuizing(RuntimeService runtimeService, RepositoryService repositoryService, TaskService taskService,
            ManagementService managementService, Termijnen termijnen, EngineAanmelding aanmelding, ApplicationEventPublisher gebeurtenissen) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.termijnen = termijnen;
        this.aanmelding = aanmelding;
        this.gebeurtenissen = gebeurtenissen;
    }

    /** The activities that are at work directly within a sub-process of a melding's thread; empty when the thread has ended. */
    public List<String> bezig(String proces, UUID meldingId, String binnen) {
        return aanmelding.dienst(() -> draden(proces, vanMelding(meldingId)).stream().flatMap(d -> Draadbegin.alle(d).stream())
                .filter(i -> i.getActivityId().equals(binnen)).flatMap(i -> Arrays.stream(i.getChildActivityInstances()))
                .filter(i -> !i.getActivityType().endsWith("Gateway")).map(ActivityInstance::getActivityId).toList());
    }

    /** Where the main line of a case stands: all activities and sub-processes that are at work in it. */
    public Set<String> hoofdlijn(String proces) {
        return aanmelding.dienst(() -> kinderen(proces).filter(d -> !isDraad(d)).flatMap(d -> Draadbegin.alle(d).stream())
                .map(ActivityInstance::getActivityId).collect(Collectors.toSet()));
    }

    /**
     * The main line of a case goes on in another case, where it stood; what the main line of that other case did, ends there.
     *
     * @param eigen variables that each case keeps for itself
     * @throws Conflict as {@link #verhuisAlles}
     */
    public void verhuisHoofdlijn(String van, String naar, UUID zaakId, Set<String> eigen) {
        aanmelding.dienst(() -> {
            List<String> vervalt = kinderen(naar).filter(d -> !isDraad(d)).map(ActivityInstance::getId).toList();
            Map<String, Object> mee = new HashMap<>(runtimeService.getVariablesLocal(van));
            mee.keySet().removeAll(eigen);
            runtimeService.setVariables(naar, mee);
            kinderen(van).filter(d -> !isDraad(d)).toList().forEach(d -> verhuis(d, naar, zaakId));
            vervalt.forEach(id -> runtimeService.createProcessInstanceModification(naar).cancelActivityInstance(id).execute());
            return null;
        });
    }

    /**
     * All threads of a case go on in another case, where they stood.
     *
     * @param zaakId the other case; its terms are those that the threads' timers watch
     * @throws Conflict when the other case runs on a version of the model that does not know where a thread stands, or a thread has called
     *                  another process
     */
    public void verhuisAlles(String van, String naar, UUID zaakId) {
        aanmelding.dienst(() -> {
            draden(van, d -> true).forEach(draad -> verhuis(draad, naar, zaakId));
            return null;
        });
    }

    /** Begins a thread in a running case. */
    public void begin(String proces, UUID zaakId, Draad draad) {
        aanmelding.dienst(() -> {
            Draadbegin nieuw = new Draadbegin(runtimeService, proces, draad.lokaal());
            String scope = null;
            for (String element : metAfgerondeTakken(proces, draad)) {
                if (scope == null) {
                    List<ActivityInstance> keten = nieuw.start(element, nieuw.wortel(), List.of(draad.subproces(), draad.binnen()));
                    scope = keten.get(1).getId();
                    runtimeService.setVariablesLocal(keten.get(0).getExecutionIds()[0], draad.lokaal());
                    runtimeService.setVariablesLocal(keten.get(1).getExecutionIds()[0], draad.lokaal());
                } else {
                    nieuw.start(element, scope, List.of());
                }
            }
            nieuw.sluit();
            verwijderTimersVanVerstrekenTermijnen(proces, zaakId, draad.meldingId());
            return null;
        });
    }

    private List<String> metAfgerondeTakken(String proces, Draad draad) {
        String definitie = runtimeService.createProcessInstanceQuery().processInstanceId(proces).singleResult().getProcessDefinitionId();
        FlowNode samenkomst = repositoryService.getBpmnModelInstance(definitie).getModelElementById(draad.samenkomst());
        List<String> alle = new ArrayList<>(draad.elementen());
        alle.addAll(Collections.nCopies(samenkomst.getIncoming().size() - draad.elementen().size(), draad.samenkomst()));
        return alle;
    }

    /** Stops the thread of a melding in a case. Its terms that have not been moved end. */
    public void stop(String proces, UUID meldingId) {
        aanmelding.dienst(() -> {
            draden(proces, vanMelding(meldingId)).forEach(d -> annuleer(proces, d));
            return null;
        });
    }

    private void verhuis(ActivityInstance draad, String naar, UUID zaakId) {
        Map<String, Object> lokaal = new HashMap<>();
        List<ActivityInstance> bladen = bladen(draad);
        eisVerhuisbaar(bladen);
        Draadbegin.alle(draad).forEach(i -> lokaal.putAll(runtimeService.getVariablesLocal(i.getExecutionIds()[0])));
        UUID meldingId = Zaakvariabelen.MELDING_ID.lees(lokaal);
        Map<String, ActivityInstance> paren = new LinkedHashMap<>();
        Draadbegin nieuw = new Draadbegin(runtimeService, naar, lokaal);
        for (ActivityInstance blad : bladen) {
            List<ActivityInstance> pad = pad(draad, blad.getId());
            int bekend = (int) pad.stream().filter(p -> paren.containsKey(p.getId())).count();
            String onder = bekend == 0 ? nieuw.wortel() : paren.get(pad.get(bekend - 1).getId()).getId();
            List<ActivityInstance> gemaakt = nieuw.start(blad.getActivityId(), onder,
                    pad.subList(bekend, pad.size() - 1).stream().map(ActivityInstance::getActivityId).toList());
            for (int i = 0; i < gemaakt.size(); i++) {
                paren.put(pad.get(bekend + i).getId(), gemaakt.get(i));
            }
            neemTaakOver(blad, gemaakt.get(gemaakt.size() - 1));
        }
        Draadbegin.alle(draad).forEach(i -> runtimeService.setVariablesLocal(paren.get(i.getId()).getExecutionIds()[0],
                runtimeService.getVariablesLocal(i.getExecutionIds()[0])));
        nieuw.sluit();
        verwijderTimersVanVerstrekenTermijnen(naar, zaakId, meldingId);
    }

    private static void eisVerhuisbaar(List<ActivityInstance> bladen) {
        bladen.stream().filter(b -> b.getActivityType().equals("callActivity") || b.getChildTransitionInstances().length > 0).findFirst()
                .ifPresent(b -> {
                    throw new Conflict("In een van de zaken loopt een stap die niet kan verhuizen. Rond die eerst af.");
                });
    }

    /** Who had claimed the task keeps it, and what was typed in it goes along. */
    private void neemTaakOver(ActivityInstance oud, ActivityInstance nieuw) {
        Task oudeTaak = taak(oud);
        Task nieuweTaak = taak(nieuw);
        if (oudeTaak == null || nieuweTaak == null) {
            return;
        }
        if (oudeTaak.getAssignee() != null) {
            taskService.setAssignee(nieuweTaak.getId(), oudeTaak.getAssignee());
        }
        gebeurtenissen.publishEvent(new TaakVervangen(oudeTaak.getId(), nieuweTaak.getId()));
    }

    private Task taak(ActivityInstance instantie) {
        return taskService.createTaskQuery().activityInstanceIdIn(instantie.getId()).singleResult();
    }

    private void annuleer(String proces, ActivityInstance draad) {
        runtimeService.createProcessInstanceModification(proces).cancelActivityInstance(draad.getId()).execute();
    }

    /** A term that lapsed or was met in the earlier case is not watched anew. */
    private void verwijderTimersVanVerstrekenTermijnen(String proces, UUID zaakId, UUID meldingId) {
        for (Job timer : managementService.createJobQuery().processInstanceId(proces).timers().list()) {
            String activiteit = managementService.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult().getActivityId();
            FlowNode element = repositoryService.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(activiteit);
            boolean vanDraad = Objects.equals(meldingId, Zaakvariabelen.MELDING_ID.lees(runtimeService.getVariables(timer.getExecutionId())));
            Modeleigenschappen.van(element, Modeleigenschappen.TERMIJN)
                    .filter(code -> vanDraad && meldingId != null && termijnen.lopend(zaakId, code, meldingId).isEmpty())
                    .ifPresent(code -> managementService.deleteJob(timer.getId()));
        }
    }

    private Predicate<ActivityInstance> vanMelding(UUID meldingId) {
        return d -> meldingId.equals(Zaakvariabelen.MELDING_ID.lees(runtimeService.getVariablesLocal(d.getExecutionIds()[0])));
    }

    private List<ActivityInstance> draden(String proces, Predicate<ActivityInstance> welke) {
        return kinderen(proces).filter(this::isDraad).filter(welke).toList();
    }

    private Stream<ActivityInstance> kinderen(String proces) {
        ActivityInstance wortel = runtimeService.getActivityInstance(proces);
        return wortel == null ? Stream.of() : Arrays.stream(wortel.getChildActivityInstances());
    }

    private boolean isDraad(ActivityInstance instantie) {
        return repositoryService.getBpmnModelInstance(instantie.getProcessDefinitionId()).getModelElementById(instantie.getActivityId())
                instanceof SubProcess sub && sub.triggeredByEvent();
    }

    /** Activities before joins, so that a scope is never left with nothing but a branch that is done. */
    private static List<ActivityInstance> bladen(ActivityInstance draad) {
        return Draadbegin.alle(draad).stream().filter(i -> i.getChildActivityInstances().length == 0)
                .sorted(Comparator.comparing((ActivityInstance i) -> i.getActivityType().endsWith("Gateway"))).toList();
    }

    private static List<ActivityInstance> pad(ActivityInstance van, String naarId) {
        if (van.getId().equals(naarId)) {
            return List.of(van);
        }
        for (ActivityInstance kind : van.getChildActivityInstances()) {
            List<ActivityInstance> rest = pad(kind, naarId);
            if (!rest.isEmpty()) {
                List<ActivityInstance> pad = new ArrayList<>(List.of(van));
                pad.addAll(rest);
                return pad;
            }
        }
        return List.of();
    }
}
