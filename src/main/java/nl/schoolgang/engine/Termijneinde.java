package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.function.Supplier;
import nl.schoolgang.termijn.Termijnen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;

/** Ends a term when the scope on which its timer stands ends: met, or no longer needed when the scope is cancelled. */
final class Termijneinde {

    private final Supplier<Termijnen> termijnen;

    Termijneinde(Supplier<Termijnen> termijnen) {
        this.termijnen = termijnen;
    }

    /** @param gehaaldAls condition under which a scope that ran to its end met the term; null: always. Else the term was not needed */
    ExecutionListener van(String code, Expression gehaaldAls) {
        return execution -> ZAAK_ID.optioneel(execution).ifPresent(zaakId -> termijnen.get()
                .beeindig(zaakId, code, MELDING_ID.optioneel(execution).orElse(null), execution.isCanceled() || !gehaald(execution, gehaaldAls)));
    }

    private static boolean gehaald(DelegateExecution execution, Expression voorwaarde) {
        return voorwaarde == null || Boolean.TRUE.equals(voorwaarde.getValue(execution));
    }
}
