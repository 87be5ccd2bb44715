package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.function.Supplier;
import nl.schoolgang.termijn.Termijnen;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Ends a term when the scope on which its timer stands ends: met, or no longer needed when the scope is cancelled. */
final class Termijneinde {

    private final Supplier<Termijnen> termijnen;

    Termijneinde(Supplier<Termijnen> termijnen) {
        this.termijnen = termijnen;
    }

    ExecutionListener van(String code) {
        return execution -> ZAAK_ID.optioneel(execution).ifPresent(zaakId -> termijnen.get()
                .beeindig(zaakId, code, MELDING_ID.optioneel(execution).orElse(null), execution.isCanceled()));
    }
}
