package nl.schoolgang.termijn;

import java.util.Arrays;
import java.util.Locale;

/** Where a term of a case stands. */
public enum Termijnstatus {
    LOPEND, OPGESCHORT, VERLENGD,
    /** What had to be done was done in time, or the agreed date was reached. */
    GEHAALD,
    /** It lapsed while it ran. */
    OVERSCHREDEN,
    /** It ended because it was no longer needed. */
    VERVALLEN;

    /** The code in tables and in the API: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the term has not ended yet. */
    public boolean isLopend() {
        return this == LOPEND || this == OPGESCHORT || this == VERLENGD;
    }

    /** @throws IllegalArgumentException when no status has this code */
    public static Termijnstatus vanCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende status van een termijn: " + code));
    }
}
