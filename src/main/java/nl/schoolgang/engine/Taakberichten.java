package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;

import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.ApplicationEventPublisher;

/** Stands on every user task: tells the inbox what happens to it, and lets only our own service finish it. */
final class Taakberichten implements TaskListener {

    private final ApplicationEventPublisher gebeurtenissen;

    Taakberichten(ApplicationEventPublisher gebeurtenissen) {
        this.gebeurtenissen = gebeurtenissen;
    }

    @Override
    public void notify(DelegateTask taak) {
        switch (taak.getEventName()) {
            case EVENTNAME_CREATE -> gebeurtenissen.publishEvent(gemaakt(taak));
            case EVENTNAME_ASSIGNMENT -> gebeurtenissen.publishEvent(new TaakToegewezen(taak.getId(), taak.getAssignee()));
            case EVENTNAME_COMPLETE -> {
                neemBeslissingenOver(taak);
                gebeurtenissen.publishEvent(beeindigd(taak, true));
            }
            case EVENTNAME_DELETE -> gebeurtenissen.publishEvent(beeindigd(taak, false));
            default -> throw new IllegalStateException("Onverwachte gebeurtenis: " + taak.getEventName());
        }
    }

    private static TaakGemaakt gemaakt(DelegateTask taak) {
        Activity element = (Activity) taak.getBpmnModelElementInstance();
        return new TaakGemaakt(taak.getId(), zaaknummer(taak), taak.getTenantId(), taak.getTaskDefinitionKey(), taak.getName(),
                uitleg(element), rol(taak), MELDING_ID.optioneel(taak).orElse(null), MELDINGSNUMMER.optioneel(taak).orElse(null),
                termijn(element).orElse(null), taak.getDueDate(), moment(taak, element));
    }

    /** The model names the variable; a task may have none, or no moment this time. */
    private static Date moment(DelegateTask taak, Activity element) {
        return Modeleigenschappen.van(element, Modeleigenschappen.MOMENT).map(taak::getVariable).filter(Date.class::isInstance).map(Date.class::cast)
                .orElse(null);
    }

    private static TaakBeeindigd beeindigd(DelegateTask taak, boolean afgerond) {
        return new TaakBeeindigd(taak.getId(), afgerond, taak.getTaskDefinitionKey(), zaaknummer(taak));
    }

    /**
     * Each decision goes to where it is declared, else to the melding's own scope, else to the case: two meldingen that
     * are handled side by side must not overwrite each other's.
     */
    private static void neemBeslissingenOver(DelegateTask taak) {
        Map<String, Object> beslissingen = Afronding.van(taak.getId());
        if (beslissingen == null) {
            throw new FormFieldValidationException("taak", "Deze taak is alleen af te ronden op het scherm van Schoolgang of met "
                    + "POST /api/v1/taken/" + taak.getId() + "/afronden.");
        }
        beslissingen.forEach((naam, waarde) -> {
            ExecutionEntity plek = (ExecutionEntity) taak.getExecution();
            while (plek.getParent() != null && !plek.hasVariableLocal(naam) && !plek.hasVariableLocal(MELDING_ID.naam())) {
                plek = plek.getParent();
            }
            plek.setVariableLocal(naam, waarde);
        });
    }

    private static String zaaknummer(DelegateTask taak) {
        return taak.getExecution().getProcessBusinessKey();
    }

    private static String rol(DelegateTask taak) {
        return taak.getCandidates().stream().filter(l -> IdentityLinkType.CANDIDATE.equals(l.getType())).map(IdentityLink::getGroupId)
                .filter(Objects::nonNull).findFirst().orElseThrow(() -> new ProcessEngineException(
                        "De taak '" + taak.getTaskDefinitionKey() + "' noemt geen rol (candidate group)."));
    }

    private static String uitleg(Activity element) {
        return element.getDocumentations().stream().map(Documentation::getTextContent).map(String::strip)
                .filter(t -> !t.isEmpty()).findFirst().orElse(null);
    }

    /** The task's own term, else that of a timer on the task, else that of a timer on the nearest scope around it. */
    static Optional<String> termijn(Activity element) {
        Optional<String> eigen = Modeleigenschappen.van(element, Modeleigenschappen.TERMIJN);
        for (ModelElementInstance plek = element; eigen.isEmpty() && plek instanceof Activity scope; plek = plek.getParentElement()) {
            eigen = element.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(g -> scope.equals(g.getAttachedTo()))
                    .filter(g -> g.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                    .flatMap(g -> Modeleigenschappen.van(g, Modeleigenschappen.TERMIJN).stream()).findFirst();
        }
        return eigen;
    }
}
