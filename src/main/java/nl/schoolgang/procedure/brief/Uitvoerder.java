package nl.schoolgang.procedure.brief;

import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who does the step that a process is at. */
@Component
class Uitvoerder {

    private final Medewerkers medewerkers;

    Uitvoerder(Medewerkers medewerkers) {
        this.medewerkers = medewerkers;
    }

    /** User name of the employee; null when the application does it. */
    String van(DelegateExecution execution) {
        Authentication aanmelding = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return aanmelding == null || aanmelding.getUserId() == null ? null
                : medewerkers.metNaam(aanmelding.getUserId()).map(Medewerker::gebruikersnaam).orElse(null);
    }
}
