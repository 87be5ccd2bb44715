package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.TermijnOverschreden;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records that a term has lapsed; the time line hears of it whoever comes first, the timer or who finishes too late. Which term stands on the service task: the
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
        termijnen.verstreken(ZAAK_ID.van(execution), code(execution), MELDING_ID.optioneel(execution).orElse(null));
    }

    @EventListener
    void opTijdlijn(TermijnOverschreden verstreken) {
        Termijn termijn = verstreken.termijn();
        tijdlijn.noteer(termijn.zaakId(), "termijn-verstreken", "Termijn verstreken: " + termijn.omschrijving(), null, termijn.meldingId());
    }

    private static String code(DelegateExecution execution) {
        if (execution.hasVariableLocal(INVOER)) {
            return (String) execution.getVariableLocal(INVOER);
        }
        return Modeleigenschappen.van(execution.getBpmnModelElementInstance(), Modeleigenschappen.TERMIJN)
                .orElseThrow(() -> new IllegalStateException("De taak '" + execution.getCurrentActivityId() + "' noemt geen termijn."));
    }
}
