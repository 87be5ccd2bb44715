package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What models ask of the policy tables in {@code processes/beleid/}, as {@code ${beleid...}}. */
@Component("beleid")
public class BeleidExpressies {

    private static final String TABEL_ROLLEN = "rollen";

    private final DecisionService beslissingen;

    BeleidExpressies(@Lazy DecisionService beslissingen) {
        this.beslissingen = beslissingen;
    }

    /**
     * The role that does a piece of work in the municipality of the case.
     *
     * @param taak the code of the work as it stands in {@code processes/beleid/rollen.dmn}
     * @return the code of the role, never null
     * @throws IllegalStateException when the table has no row for it
     */
    public String rol(DelegateExecution execution, String taak) {
        String gemeente = GEMEENTE.van(execution);
        DmnDecisionTableResult uitkomst = beslissingen.evaluateDecisionTableByKey(TABEL_ROLLEN,
                Variables.putValue("taak", taak).putValue("gemeente", gemeente));
        if (uitkomst.isEmpty()) {
            throw new IllegalStateException("De tabel rollen noemt geen rol voor " + taak + " in " + gemeente);
        }
        return uitkomst.getSingleResult().getSingleEntry();
    }
}
