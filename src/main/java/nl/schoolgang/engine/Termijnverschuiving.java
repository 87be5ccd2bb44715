package nl.schoolgang.engine;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.TermijnVerplaatst;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnverplaatsing;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a term in all the places where it stands, in one transaction: the term itself, the engine's timer, and the dates of tasks. */
@Service
public class Termijnverschuiving {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

    private final Termijnen termijnen;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final TaskService taskService;
    private final RepositoryService repositoryService;
    private final EngineAanmelding aanmelding;
    private final Tijdlijn tijdlijn;
    private final Zaken zaken;
    private final ApplicationEventPublisher gebeurtenissen;

    Termijnverschuiving(Termijnen termijnen, RuntimeService runtimeService, ManagementService managementService, TaskService taskService,
            RepositoryService repositoryService, EngineAanmelding aanmelding, Tijdlijn tijdlijn, Zaken zaken,
            ApplicationEventPublisher gebeurtenissen) {
        this.termijnen = termijnen;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.taskService = taskService;
        this.repositoryService = repositoryService;
        this.aanmelding = aanmelding;
        this.tijdlijn = tijdlijn;
        this.zaken = zaken;
        this.gebeurtenissen = gebeurtenissen;
    }

    /**
     * Lets a term begin on a later day; see {@link Termijnen#verplaatsBegin}. What was moved, from when to when, by whom and why stands on
     * the time line.
     *
     * @param nietVoor a term that began before this day is another one and stays
     * @param reden    why, as one Dutch sentence
     * @param wie      user name; null when the system does it
     * @return whether a term was moved
     */
    @Transactional
    public boolean naarBegin(Zaak zaak, String code, UUID meldingId, LocalDate nietVoor, LocalDate begin, String reden, String wie) {
        return termijnen.verplaatsBegin(zaak.id(), code, meldingId, nietVoor, begin, reden).map(verplaatsing -> {
            aanmelding.dienst(() -> {
                verplaatsTimers(zaak, verplaatsing);
                verplaatsTaken(zaak, verplaatsing);
                return null;
            });
            tijdlijn.noteer(zaak.id(), "termijn-verplaatst", tekst(verplaatsing, reden), wie, meldingId);
            return true;
        }).orElse(false);
    }

    /** Whatever changes a term's end, the timer and the dates of its tasks follow in the same transaction, and the time line tells it. */
    @EventListener
    void verplaatst(TermijnVerplaatst gebeurtenis) {
        Termijnverplaatsing verplaatsing = gebeurtenis.verplaatsing();
        Zaak zaak = zaken.metId(verplaatsing.na().zaakId());
        if (!verplaatsing.was().vervalmoment().equals(verplaatsing.na().vervalmoment())) {
            aanmelding.dienst(() -> {
                verplaatsTimers(zaak, verplaatsing);
                verplaatsTaken(zaak, verplaatsing);
                return null;
            });
        }
        tijdlijn.noteer(zaak.id(), "termijn-verplaatst", gebeurtenis.wat(), gebeurtenis.door(), verplaatsing.na().meldingId());
    }

    private static String tekst(Termijnverplaatsing v, String reden) {
        String verplaatst = "Termijn verplaatst: %s. Laatste dag was %s, wordt %s. %s".formatted(v.was().omschrijving(),
                DAG.format(v.was().laatsteDag()), DAG.format(v.na().laatsteDag()), reden);
        return v.onterechtOverschreden() ? verplaatst + " De termijn is dus niet overschreden." : verplaatst;
    }

    private void verplaatsTimers(Zaak zaak, Termijnverplaatsing verplaatsing) {
        for (ProcessInstance instantie : runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(zaak.zaaknummer()).list()) {
            for (Job timer : managementService.createJobQuery().processInstanceId(instantie.getId()).timers().list()) {
                if (Objects.equals(timer.getDuedate(), moment(verplaatsing.was())) && hoortBij(timer, verplaatsing)) {
                    managementService.recalculateJobDuedate(timer.getId(), false);
                }
            }
        }
    }

    private boolean hoortBij(Job timer, Termijnverplaatsing verplaatsing) {
        JobDefinition definitie = managementService.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult();
        BaseElement element = repositoryService.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(definitie.getActivityId());
        return Modeleigenschappen.van(element, Modeleigenschappen.TERMIJN).filter(verplaatsing.was().code()::equals).isPresent()
                && zelfdeMelding(timer.getExecutionId(), verplaatsing);
    }

    private void verplaatsTaken(Zaak zaak, Termijnverplaatsing verplaatsing) {
        Date nieuw = moment(verplaatsing.na());
        List<Task> taken = taskService.createTaskQuery().processInstanceBusinessKey(zaak.zaaknummer()).dueDate(moment(verplaatsing.was())).list();
        for (Task taak : taken) {
            ModelElementInstance element = repositoryService.getBpmnModelInstance(taak.getProcessDefinitionId())
                    .getModelElementById(taak.getTaskDefinitionKey());
            if (Taakberichten.termijn((Activity) element).filter(verplaatsing.was().code()::equals).isPresent()
                    && zelfdeMelding(taak.getExecutionId(), verplaatsing)) {
                taak.setDueDate(nieuw);
                taskService.saveTask(taak);
                gebeurtenissen.publishEvent(new TaakVerschoven(taak.getId(), nieuw));
            }
        }
    }

    private boolean zelfdeMelding(String executieId, Termijnverplaatsing verplaatsing) {
        Object melding = runtimeService.getVariable(executieId, Zaakvariabelen.MELDING_ID.naam());
        return Objects.equals(melding, verplaatsing.was().meldingId() == null ? null : verplaatsing.was().meldingId().toString());
    }

    private static Date moment(Termijn termijn) {
        return Date.from(termijn.vervalmoment());
    }
}
