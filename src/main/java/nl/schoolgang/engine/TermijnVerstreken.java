package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.UUID;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records that a term has lapsed, in the term and on the case's time line. Which term stands on the service task: the
 * extension property {@code termijn}, or the input {@code termijnCode}.
 */
@Component("termijnVerstreken")
class TermijnVerstreken implements JavaDelegate {

    private static final String INVOER = "termijnCode";

    private final Termijnen termijnen;
    private final Tijdlijn tijdlijn;

    TermijnVerstreken(Termijnen termijnen, Tijdlijn tijdlijn) {
        this.termijnen = termijnen;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        UUID meldingId = MELDING_ID.optioneel(execution).orElse(null);
        String code = code(execution);
        if (!termijnen.verstreken(zaakId, code, meldingId)) {
            return;
        }
        String omschrijving = termijnen.vanZaak(zaakId).stream().filter(t -> t.code().equals(code)).findFirst()
                .map(Termijn::omschrijving).orElse(code);
        tijdlijn.noteer(zaakId, "termijn-verstreken", "Termijn verstreken: " + omschrijving, null, meldingId);
    }

    private static String code(DelegateExecution execution) {
        if (execution.hasVariableLocal(INVOER)) {
            return (String) execution.getVariableLocal(INVOER);
        }
        return Modeleigenschappen.van(execution.getBpmnModelElementInstance(), Modeleigenschappen.TERMIJN)
                .orElseThrow(() -> new IllegalStateException("De taak '" + execution.getCurrentActivityId() + "' noemt geen termijn."));
    }
}
