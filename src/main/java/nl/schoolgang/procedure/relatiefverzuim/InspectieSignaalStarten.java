package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.LEERLING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import nl.schoolgang.normen.Norm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the signal to the Inspectie about a head who would not or did not report absence, as a case of its own. */
@Component("inspectieSignaalStarten")
@Norm({"BUN-06.15-01", "BUN-06.15-02"})
class InspectieSignaalStarten implements JavaDelegate {

    private static final String MELDING_INSPECTIE = "melding-inspectie";

    private final Maatregelstart maatregelstart;

    InspectieSignaalStarten(Maatregelstart maatregelstart) {
        this.maatregelstart = maatregelstart;
    }

    @Override
    public void execute(DelegateExecution execution) {
        maatregelstart.start(ZAAK_ID.van(execution), GEMEENTE.van(execution), LEERLING_ID.van(execution), MELDING_INSPECTIE);
    }
}
