package nl.schoolgang.termijn;

import java.util.Arrays;
import java.util.Locale;

/** What a term rests on, in order of legal weight. */
public enum Termijnsoort {
    /** Set in an Act, or in rules based on one. */
    WETTELIJK,
    /** Set by the ambtsinstructie. */
    ORDE,
    /** Set by the organ in one case, within bounds. */
    ORGANISATIE;

    /** The code in tables and in the API: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Legal weight for the order of work: 1 wettelijk, 2 orde, 3 organisatie. */
    public int gewicht() {
        return ordinal() + 1;
    }

    /** @throws IllegalArgumentException when no kind has this code */
    public static Termijnsoort vanCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende soort termijn: " + code));
    }
}
