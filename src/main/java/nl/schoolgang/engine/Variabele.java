package nl.schoolgang.engine;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type: the only way in which delegates read and write variables, so that name and type
 * stand in one place. Only ids, codes, dates and outcomes of decisions are variables (ADR 0005).
 *
 * @param <T> the type in Java; in the engine it is stored as text, number, truth value or date
 */
public final class Variabele<T> {

    private final String naam;
    private final Function<Object, T> lees;
    private final Function<T, Object> schrijf;

    private Variabele(String naam, Function<Object, T> lees, Function<T, Object> schrijf) {
        this.naam = naam;
        this.lees = lees;
        this.schrijf = schrijf;
    }

    public static Variabele<String> tekst(String naam) {
        return new Variabele<>(naam, String.class::cast, t -> t);
    }

    public static Variabele<UUID> id(String naam) {
        return new Variabele<>(naam, o -> UUID.fromString((String) o), UUID::toString);
    }

    public static Variabele<Boolean> jaNee(String naam) {
        return new Variabele<>(naam, Boolean.class::cast, b -> b);
    }

    public static Variabele<Integer> getal(String naam) {
        return new Variabele<>(naam, o -> ((Number) o).intValue(), i -> i);
    }

    public static Variabele<Double> breuk(String naam) {
        return new Variabele<>(naam, o -> ((Number) o).doubleValue(), d -> d);
    }

    public static Variabele<Date> datum(String naam) {
        return new Variabele<>(naam, Date.class::cast, d -> d);
    }

    public String naam() {
        return naam;
    }

    /** @throws IllegalStateException when the variable is not set: the model promised it here */
    public T van(VariableScope plek) {
        return optioneel(plek).orElseThrow(() -> new IllegalStateException("Procesvariabele ontbreekt: " + naam));
    }

    /** The value, or empty when it is not set or null. */
    public Optional<T> optioneel(VariableScope plek) {
        return Optional.ofNullable(plek.getVariable(naam)).map(lees);
    }

    /** The value in what the engine gave; null when it is not there. */
    public T lees(Map<String, Object> waarden) {
        Object waarde = waarden.get(naam);
        return waarde == null ? null : lees.apply(waarde);
    }

    /** Sets the variable where it is declared, or else on the case. */
    public void zet(VariableScope plek, T waarde) {
        plek.setVariable(naam, waarde == null ? null : schrijf.apply(waarde));
    }

    /** Declares and sets the variable in this scope only, so that parallel meldingen do not overwrite each other's. */
    public void zetLokaal(VariableScope plek, T waarde) {
        plek.setVariableLocal(naam, waarde == null ? null : schrijf.apply(waarde));
    }

    /** The value as the engine stores it. */
    public Object waarde(T waarde) {
        return schrijf.apply(waarde);
    }
}
