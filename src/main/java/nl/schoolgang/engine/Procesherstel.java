package nl.schoolgang.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is needed to put a running case right; the caller has tested rights, holds the case, and tells the case what it did. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Procesherstel {

    private final RuntimeService runtimeService;
    private final EngineAanmelding aanmelding;

    Procesherstel(RuntimeService runtimeService, EngineAanmelding aanmelding) {
        this.runtimeService = runtimeService;
        this.aanmelding = aanmelding;
    }

    /** The value of a variable of the case itself; null when it is not set. */
    public <T> T lees(String proces, Variabele<T> variabele) {
        return aanmelding.dienst(() -> variabele.lees(runtimeService.getVariablesLocal(proces)));
    }

    /** Sets a variable of the case itself; who waits for it goes on. */
    public <T> void zet(String proces, Variabele<T> variabele, T waarde) {
        aanmelding.dienst(() -> {
            runtimeService.setVariable(proces, variabele.naam(), waarde == null ? null : variabele.waarde(waarde));
            return null;
        });
    }

    /** Tells every process that works on the case who its pupil is. */
    public void zetLeerling(Zaak zaak) {
        aanmelding.dienst(() -> {
            List<ProcessInstance> lopend = runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(zaak.zaaknummer()).list();
            lopend.forEach(p -> runtimeService.setVariable(p.getId(), Zaakvariabelen.LEERLING_ID.naam(), zaak.leerlingId().toString()));
            return null;
        });
    }

    /**
     * Stops a process with all it called; what is open in it ends, and its running terms with it. Close the case first.
     *
     * @param reden code, kept in the engine's history
     */
    public void stop(String proces, String reden) {
        aanmelding.dienst(() -> {
            runtimeService.deleteProcessInstance(proces, reden);
            return null;
        });
    }

    /** Stops every running process of this model that was started beside the case. */
    public void stopAlle(String model, Zaak zaak, String reden) {
        aanmelding.dienst(() -> {
            runtimeService.createProcessInstanceQuery().processDefinitionKey(model).processInstanceBusinessKey(zaak.zaaknummer()).list()
                    .forEach(p -> runtimeService.deleteProcessInstance(p.getId(), reden));
            return null;
        });
    }

    /** Whether a message is awaited anywhere in the case. */
    public boolean wachtOp(String bericht, String proces) {
        return aanmelding.dienst(() -> runtimeService.createEventSubscriptionQuery().eventType("message").eventName(bericht)
                .processInstanceId(proces).count() > 0);
    }

    /**
     * Starts the newest version of a process for a case at one of its elements, instead of at its begin.
     *
     * @return the id of the process instance
     * @throws Conflict when the process does not have the element
     */
    public String startBij(String element, Zaak zaak, Map<String, Object> variabelen) {
        Map<String, Object> alle = new HashMap<>(variabelen);
        alle.putAll(Zaakvariabelen.van(zaak));
        return aanmelding.dienst(aanmelding.wie(), Set.of(zaak.gemeente()), () -> {
            try {
                return runtimeService.createProcessInstanceByKey(zaak.procedure()).processDefinitionWithoutTenantId()
                        .businessKey(zaak.zaaknummer()).setVariables(alle).startBeforeActivity(element).execute().getId();
            } catch (NotValidException e) {
                throw new Conflict("De zaak kan daar niet verdergaan. Vraag de procesanalist om hulp.");
            }
        });
    }
}
