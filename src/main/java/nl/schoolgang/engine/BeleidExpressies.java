package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What models ask of the policy tables in {@code processes/beleid/}, as {@code ${beleid...}}. */
@Component("beleid")
public class BeleidExpressies {

    private final Rolbeleid rolbeleid;

    BeleidExpressies(Rolbeleid rolbeleid) {
        this.rolbeleid = rolbeleid;
    }

    /**
     * The role that does a piece of work in the municipality of the case.
     *
     * @param taak the code of the work as it stands in {@code processes/beleid/rollen.dmn}
     * @return the code of the role, never null
     * @throws IllegalStateException when the table has no row for it
     */
    public String rol(DelegateExecution execution, String taak) {
        return rolbeleid.rol(GEMEENTE.van(execution), taak);
    }
}
