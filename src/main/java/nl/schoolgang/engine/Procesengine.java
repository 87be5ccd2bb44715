package nl.schoolgang.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts process instances and tells them what happened outside. Everything runs in the caller's transaction, in the
 * name of whoever is at work on this thread, and never outside that person's municipalities.
 */
@Service
@Transactional
public class Procesengine {

    private static final Variabele<String> UITKOMST = Variabele.tekst("uitkomst");

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final DecisionService beslissingen;
    private final EngineAanmelding aanmelding;

    Procesengine(RuntimeService runtimeService, RepositoryService repositoryService, @Lazy DecisionService beslissingen,
            EngineAanmelding aanmelding) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.beslissingen = beslissingen;
        this.aanmelding = aanmelding;
    }

    /**
     * Starts the newest version of a process for a case: its number becomes the business key, its municipality the tenant,
     * and its ids the variables that every case has ({@link Zaakvariabelen}).
     *
     * @param proces     the process id in the model
     * @param variabelen ids, codes, dates and outcomes only (ADR 0005)
     * @return the id of the process instance
     * @throws GeenRecht when whoever is at work here does not work for this municipality
     */
    public String start(String proces, Zaak zaak, Map<String, Object> variabelen) {
        if (!aanmelding.huidigeGemeenten().contains(zaak.gemeente())) {
            throw new GeenRecht("U werkt niet voor deze gemeente.");
        }
        Map<String, Object> alle = new HashMap<>(variabelen);
        alle.putAll(Zaakvariabelen.van(zaak));
        alle.put(Zaakvariabelen.GEMEENTE.naam(), zaak.gemeente());
        return aanmelding.dienst(aanmelding.wie(), Set.of(zaak.gemeente()), () -> runtimeService.createProcessInstanceByKey(proces)
                .processDefinitionWithoutTenantId().businessKey(zaak.zaaknummer()).setVariables(alle).execute().getId());
    }

    /**
     * The name of a procedure as people read it: that of the newest version of its model.
     *
     * @param proces the process id in the model
     * @return the id itself when there is no such model, or it has no name
     */
    public String naam(String proces) {
        ProcessDefinition model = aanmelding.dienst(() -> repositoryService.createProcessDefinitionQuery().processDefinitionKey(proces)
                .latestVersion().withoutTenantId().singleResult());
        return model == null || model.getName() == null ? proces : model.getName();
    }

    /**
     * Hands a message to the one place in the process instance that waits for it.
     *
     * @param lokaal variables for the scope that the message opens or reaches
     * @throws Conflict when nothing waits for it, or more than one place does
     */
    public void bericht(String berichtnaam, String procesInstantieId, Map<String, Object> lokaal) {
        aanmelding.dienst(() -> {
            moetBestaan(procesInstantieId);
            try {
                runtimeService.createMessageCorrelation(berichtnaam).processInstanceId(procesInstantieId)
                        .setVariablesToTriggeredScope(lokaal).correlate();
            } catch (MismatchingMessageCorrelationException e) {
                throw new Conflict("De zaak kan dit bericht nu niet verwerken: " + berichtnaam);
            }
            return null;
        });
    }

    /**
     * Hands a message to the one place that waits for it in a case, in its own process or in one that it calls (a conversation, say).
     *
     * @param zaaknummer the business key of all of them
     * @param variabelen ids, codes and dates for the process that waits
     * @throws Conflict when nothing in the case waits for it, or more than one place does
     */
    public void berichtInZaak(String berichtnaam, String zaaknummer, Map<String, Object> variabelen) {
        aanmelding.dienst(() -> {
            try {
                runtimeService.createMessageCorrelation(berichtnaam).processInstanceBusinessKey(zaaknummer).setVariables(variabelen).correlate();
            } catch (MismatchingMessageCorrelationException e) {
                throw new Conflict("De zaak kan dit bericht nu niet verwerken: " + berichtnaam);
            }
            return null;
        });
    }

    /**
     * Hands a message to the place that waits for it, when there is one.
     *
     * @param lokaleVariabele only a place that sees this variable with this value counts (for example {@code meldingId});
     *                        null: any place
     * @return whether something waited for it
     * @throws Conflict when more than one place does
     */
    public boolean berichtIndienVerwacht(String naam, String procesInstantieId, String lokaleVariabele, Object waarde) {
        return aanmelding.dienst(() -> {
            List<EventSubscription> wachtenden = runtimeService.createEventSubscriptionQuery().eventType("message").eventName(naam)
                    .processInstanceId(procesInstantieId).list().stream()
                    .filter(w -> lokaleVariabele == null
                            || Objects.equals(runtimeService.getVariable(w.getExecutionId(), lokaleVariabele), waarde))
                    .toList();
            if (wachtenden.size() > 1) {
                throw new Conflict("De zaak wacht op meer dan een plaats op dit bericht: " + naam);
            }
            wachtenden.forEach(w -> runtimeService.messageEventReceived(naam, w.getExecutionId()));
            return !wachtenden.isEmpty();
        });
    }

    /** Whether some place in the process instance waits for this message now. */
    public boolean wachtOp(String naam, String procesInstantieId) {
        return aanmelding.dienst(() -> runtimeService.createEventSubscriptionQuery().eventType("message").eventName(naam)
                .processInstanceId(procesInstantieId).count() > 0);
    }

    /**
     * Ends the process of an open case before its time: its tasks go, its running terms are no longer needed, and the case closes as
     * withdrawn with this outcome. Nothing of the model runs any more; a model that has its own way to stop is told by message instead.
     *
     * @param uitkomst code
     * @param reden    code, which the engine's history keeps
     */
    public void stop(Zaak zaak, String uitkomst, String reden) {
        aanmelding.dienst(aanmelding.wie(), Set.of(zaak.gemeente()), () -> {
            moetBestaan(zaak.procesInstantieId());
            runtimeService.setVariables(zaak.procesInstantieId(), Map.of(UITKOMST.naam(), uitkomst,
                    Zaakvariabelen.ZAAKSTATUS.naam(), Zaakstatus.INGETROKKEN.code()));
            runtimeService.deleteProcessInstance(zaak.procesInstantieId(), reden);
            return null;
        });
    }

    /**
     * Evaluates the newest version of a table of which exactly one rule answers.
     *
     * @param feiten ids, codes, dates and outcomes only (ADR 0005)
     * @return the outputs of that rule, by name
     */
    public Map<String, Object> beslis(String tabel, Map<String, Object> feiten) {
        return aanmelding.dienst(() -> Map.copyOf(beslissingen.evaluateDecisionTableByKey(tabel).variables(feiten).evaluate().getSingleResult()
                .getEntryMap()));
    }

    private void moetBestaan(String procesInstantieId) {
        if (runtimeService.createProcessInstanceQuery().processInstanceId(procesInstantieId).count() == 0) {
            throw new NietGevonden("Deze zaak loopt niet (meer).");
        }
    }
}
