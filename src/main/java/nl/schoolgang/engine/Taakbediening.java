package nl.schoolgang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way to claim, give back and finish a task. It tests municipality, role and holder; what was filled in must
 * have been validated against the form before. Everything runs in the caller's transaction.
 */
@Service
@Transactional
public class Taakbediening {

    private static final String BESTAAT_NIET = "Deze taak bestaat niet.";
    private static final String AL_AFGEROND = "Deze taak is al afgerond.";

    private final TaskService taskService;
    private final FormService formService;
    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final EngineAanmelding aanmelding;
    private final ObjectProvider<AfgeschermdeGegevens> afgeschermd;

    Taakbediening(TaskService taskService, FormService formService, HistoryService historyService, RepositoryService repositoryService,
            EngineAanmelding aanmelding, ObjectProvider<AfgeschermdeGegevens> afgeschermd) {
        this.afgeschermd = afgeschermd;
        this.taskService = taskService;
        this.formService = formService;
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.aanmelding = aanmelding;
    }

    /**
     * The form of a task as it was deployed with the version of the model that made the task.
     *
     * @return the JSON of the .form file
     * @throws NietGevonden when the task is not there or belongs to another municipality
     * @throws Conflict     when it is finished
     */
    public String formulier(String taakId) {
        return lees(taakId, taak -> {
            try (InputStream formulier = formService.getDeployedTaskForm(taak.getId())) {
                return new String(formulier.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * All variables that the task sees, and what its procedure keeps out of the engine but may show on this task.
     *
     * @throws NietGevonden when the task is not there or belongs to another municipality
     * @throws Conflict     when it is finished
     */
    public Map<String, Object> variabelen(String taakId) {
        return lees(taakId, taak -> {
            Map<String, Object> variabelen = new HashMap<>(taskService.getVariables(taak.getId()));
            afgeschermd(taak).ifPresent(a -> variabelen.putAll(a.bij(taak.getTaskDefinitionKey(), Map.copyOf(zonderNull(variabelen)))));
            return variabelen;
        });
    }

    /** The keys of the answers of this task that its procedure keeps out of the engine. */
    public Set<String> afgeschermdeVelden(String taakId) {
        return lees(taakId, taak -> afgeschermd(taak).map(a -> a.velden(taak.getTaskDefinitionKey())).orElse(Set.of()));
    }

    /**
     * Claims a task; claiming one's own again changes nothing.
     *
     * @throws NietGevonden when the task is not there or belongs to another municipality
     * @throws GeenRecht    when the employee lacks the role
     * @throws Conflict     when somebody else has it, it is finished, or the model wants another person to do it
     */
    public void pakOp(String taakId, Medewerker medewerker) {
        doe(taakId, medewerker, taak -> claim(taak, medewerker));
    }

    /**
     * Gives a task of one's own back to the role.
     *
     * @throws Conflict when somebody else has it, or it is finished
     */
    public void geefVrij(String taakId, Medewerker medewerker) {
        doe(taakId, medewerker, taak -> {
            moetVrijOfEigenZijn(taak, medewerker);
            taskService.setAssignee(taak.getId(), null);
        });
    }

    /**
     * Gives a task to another employee of the municipality, on behalf of who divides the work. Tests nothing of the case: who calls has.
     *
     * @param van  user name of who is known to have it; null when nobody is
     * @param naar who gets it; must be able to finish it
     * @param door who divides the work ({@link Recht#WERK_VERDELEN} in the municipality of the task)
     * @return why it stays where it is, for people; empty when it was given
     * @throws GeenRecht when {@code door} may not divide work there
     */
    public Optional<String> draagOver(String taakId, String van, Medewerker naar, Medewerker door) {
        return aanmelding.dienst(door.gebruikersnaam(), door.gemeentenMet(Recht.WERK_VERDELEN), () -> {
            Task taak;
            try {
                taak = zoek(taakId);
            } catch (Conflict | NietGevonden e) {
                return Optional.of("is intussen afgerond of vervallen");
            }
            if (!door.mag(Recht.WERK_VERDELEN, taak.getTenantId())) {
                throw new GeenRecht("U mag het werk van deze gemeente niet verdelen.");
            }
            if (!Objects.equals(taak.getAssignee(), van)) {
                return Optional.of(taak.getAssignee() == null ? "is intussen teruggegeven aan het team" : "is intussen opgepakt door een ander");
            }
            if (!mag(taak, naar)) {
                return Optional.of("hoort bij een rol die deze collega niet heeft");
            }
            if (moetIemandAndersZijnDan(taak, naar)) {
                return Optional.of("kan niet naar deze collega: die is erover geraadpleegd");
            }
            taskService.setAssignee(taak.getId(), naar.gebruikersnaam());
            return Optional.empty();
        });
    }

    /**
     * Finishes a task; an unclaimed one is claimed in passing.
     *
     * @param beslissingen outcomes, codes and dates that the process needs; they go to the melding's own thread when the
     *                     task stands in one, else to the case. Free text has no place here (ADR 0005).
     * @throws NietGevonden when the task is not there or belongs to another municipality
     * @throws GeenRecht    when the employee lacks the role
     * @throws Conflict     when somebody else has it, or it is finished
     */
    public void rondAf(String taakId, Medewerker medewerker, Map<String, Object> beslissingen) {
        doe(taakId, medewerker, taak -> {
            claim(taak, medewerker);
            Map<String, Object> voorEngine = new HashMap<>(beslissingen);
            afgeschermd(taak).ifPresent(a -> geefAf(taak, a, voorEngine));
            new Afronding(taak.getId(), voorEngine).doe(() -> taskService.complete(taak.getId()));
        });
    }

    /** Takes out of the answers what the procedure stores itself. */
    private void geefAf(Task taak, AfgeschermdeGegevens procedure, Map<String, Object> voorEngine) {
        Map<String, Object> eigen = new HashMap<>();
        procedure.velden(taak.getTaskDefinitionKey()).stream().filter(voorEngine::containsKey)
                .forEach(veld -> eigen.put(veld, voorEngine.remove(veld)));
        if (!eigen.isEmpty()) {
            procedure.ontvang(taak.getTaskDefinitionKey(), Map.copyOf(zonderNull(taskService.getVariables(taak.getId()))), eigen);
        }
    }

    private Optional<AfgeschermdeGegevens> afgeschermd(Task taak) {
        String proces = repositoryService.getProcessDefinition(taak.getProcessDefinitionId()).getKey();
        return afgeschermd.stream().filter(a -> a.proces().equals(proces)).findFirst();
    }

    private static Map<String, Object> zonderNull(Map<String, Object> variabelen) {
        Map<String, Object> gevuld = new HashMap<>(variabelen);
        gevuld.values().removeIf(Objects::isNull);
        return gevuld;
    }

    private void claim(Task taak, Medewerker medewerker) {
        moetVrijOfEigenZijn(taak, medewerker);
        moetIemandAndersZijn(taak, medewerker);
        if (taak.getAssignee() == null) {
            taskService.claim(taak.getId(), medewerker.gebruikersnaam());
        }
    }

    private static void moetVrijOfEigenZijn(Task taak, Medewerker medewerker) {
        if (taak.getAssignee() != null && !taak.getAssignee().equals(medewerker.gebruikersnaam())) {
            throw new Conflict("Een collega heeft deze taak al opgepakt.");
        }
    }

    /** A task may be closed to whoever was asked for advice on it, or made what it judges: the model names the variable. */
    private void moetIemandAndersZijn(Task taak, Medewerker medewerker) {
        if (moetIemandAndersZijnDan(taak, medewerker)) {
            throw new Conflict("U bent hier als collega bij geraadpleegd: een ander rondt deze taak af.");
        }
    }

    private boolean moetIemandAndersZijnDan(Task taak, Medewerker medewerker) {
        BaseElement element = repositoryService.getBpmnModelInstance(taak.getProcessDefinitionId()).getModelElementById(taak.getTaskDefinitionKey());
        return Modeleigenschappen.van(element, Modeleigenschappen.NIET_DOOR)
                .filter(variabele -> medewerker.gebruikersnaam().equals(taskService.getVariable(taak.getId(), variabele))).isPresent();
    }

    private <T> T lees(String taakId, Function<Task, T> werk) {
        return aanmelding.dienst(() -> werk.apply(zoek(taakId)));
    }

    private void doe(String taakId, Medewerker medewerker, Consumer<Task> werk) {
        String gemeente = aanmelding.dienst(medewerker.gebruikersnaam(), medewerker.gemeenten(), () -> {
            Task taak = zoek(taakId);
            moetMogen(taak, medewerker);
            return taak.getTenantId();
        });
        aanmelding.dienst(medewerker.gebruikersnaam(), Set.of(gemeente), () -> {
            werk.accept(zoek(taakId));
            return null;
        });
    }

    private Task zoek(String taakId) {
        Task taak = taskService.createTaskQuery().taskId(taakId).singleResult();
        // The engine shows what has no tenant to everybody; a task of a case always has one.
        if (taak != null && taak.getTenantId() != null) {
            return taak;
        }
        HistoricTaskInstance geweest = historyService.createHistoricTaskInstanceQuery().taskId(taakId).finished().singleResult();
        if (geweest != null && geweest.getTenantId() != null) {
            throw new Conflict(AL_AFGEROND);
        }
        throw new NietGevonden(BESTAAT_NIET);
    }

    private void moetMogen(Task taak, Medewerker medewerker) {
        if (!mag(taak, medewerker)) {
            throw new GeenRecht("Deze taak hoort bij een rol die u niet hebt.");
        }
    }

    private boolean mag(Task taak, Medewerker medewerker) {
        boolean heeftRol = taskService.getIdentityLinksForTask(taak.getId()).stream()
                .filter(l -> IdentityLinkType.CANDIDATE.equals(l.getType())).map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .anyMatch(groep -> medewerker.rollen().getOrDefault(taak.getTenantId(), Set.of()).stream().map(Rol::code).anyMatch(groep::equals));
        return heeftRol && medewerker.mag(Recht.TAAK_AFRONDEN, taak.getTenantId());
    }
}
