package nl.schoolgang.engine;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Evaluates FEEL with the engine that ships with Camunda, so that a form's condition and a table's rule mean the same. Thread safe. */
public final class FeelExpressie {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    /**
     * Whether the condition holds.
     *
     * @param expressie FEEL, with or without the {@code =} that form-js puts before it
     * @param context   values by name; a name with null is known and empty. Numbers, strings, booleans, {@code java.time} and lists
     * @return false too when the outcome is null, as when something that is empty is compared
     * @throws IllegalArgumentException when it cannot be read or its outcome is neither a boolean nor null
     */
    public boolean waar(String expressie, Map<String, Object> context) {
        EvaluationResult uitkomst = feel.evaluateExpression(zonderIsTeken(expressie), context);
        if (uitkomst.isFailure()) {
            throw new IllegalArgumentException("Voorwaarde niet te berekenen: " + expressie + " (" + uitkomst.failure().message() + ")");
        }
        Object waarde = uitkomst.result();
        if (waarde == null) {
            return false;
        }
        if (waarde instanceof Boolean waar) {
            return waar;
        }
        throw new IllegalArgumentException("Voorwaarde geeft geen ja of nee: " + expressie);
    }

    /** @throws IllegalArgumentException when the expression is no FEEL */
    public void controleer(String expressie) {
        var gelezen = feel.parseExpression(zonderIsTeken(expressie));
        if (gelezen.isFailure()) {
            throw new IllegalArgumentException("Geen geldige FEEL: " + expressie);
        }
    }

    private static String zonderIsTeken(String expressie) {
        String kaal = expressie.strip();
        return kaal.startsWith("=") ? kaal.substring(1) : kaal;
    }
}
