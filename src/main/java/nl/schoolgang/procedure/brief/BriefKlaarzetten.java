package nl.schoolgang.procedure.brief;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.UUID;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.Modeleigenschappen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Makes a letter, archives it and puts it in the queue, within the step's transaction. Which letter stands on the service task: the
 * extension property {@code brief}.
 */
@Component("briefKlaarzetten")
class BriefKlaarzetten implements JavaDelegate {

    private static final String BRIEF = "brief";

    private final Brieven brieven;
    private final Uitvoerder uitvoerder;

    BriefKlaarzetten(Brieven brieven, Uitvoerder uitvoerder) {
        this.brieven = brieven;
        this.uitvoerder = uitvoerder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = Modeleigenschappen.van(execution.getBpmnModelElementInstance(), BRIEF)
                .orElseThrow(() -> new IllegalStateException("De taak '" + execution.getCurrentActivityId() + "' noemt geen brief."));
        UUID meldingId = MELDING_ID.optioneel(execution).orElse(null);
        brieven.zetKlaar(ZAAK_ID.van(execution), meldingId, code, uitvoerder.van(execution));
    }
}
