package nl.schoolgang.kalender;

import java.util.Arrays;
import java.util.Locale;

/** Whether a term runs on from its start, or is counted back from a date. */
public enum Richting {
    VOORUIT, TERUG;

    /** The code in tables and in the API: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no direction has this code */
    public static Richting vanCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende richting: " + code));
    }
}
