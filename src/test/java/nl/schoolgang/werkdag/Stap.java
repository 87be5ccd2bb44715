package nl.schoolgang.werkdag;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/** One thing that somebody does in a case, or that must have come to pass before the next. */
sealed interface Stap {

    /** A client delivers a melding, or a change of it; the case that took it in is the case of what follows. */
    record Levering(String pad, String meldingsnummer, String inhoud) implements Stap {
    }

    /**
     * Who may finishes a task.
     *
     * @param procedure      null: of the case itself; else of the linked case of this procedure
     * @param meldingsnummer null: the only open one; else the one of this melding
     * @param velden         what is filled in, on this day
     */
    record Taak(String procedure, String definitie, String meldingsnummer, Function<LocalDate, Map<String, Object>> velden) implements Stap {
    }

    /** An event from outside reaches the case. */
    record Gebeurtenis(Function<LocalDate, Map<String, Object>> velden) implements Stap {
    }

    /** Nothing happens for so many days. */
    record Wachten(int dagen) implements Stap {
    }

    /** A term of the case has lapsed. */
    record Verstreken(String code) implements Stap {
    }
}
