package nl.schoolgang.brief;

import java.util.Locale;

/** In which capacity somebody gets a letter. */
public enum Aansoort {
    OUDER, JONGERE, MELDER, SCHOOL, BETROKKENEN;

    /** The code in tables and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Aansoort vanCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** A parent, or the youth. */
    public boolean isGezin() {
        return this == OUDER || this == JONGERE;
    }
}
