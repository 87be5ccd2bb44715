package nl.schoolgang.bericht;

import java.util.Locale;

/** Where a message stands. */
public enum Berichtstatus {
    /** Waits for its (next) try. */
    KLAAR,
    VERZONDEN,
    /** Given up after the last try; waits for a person. */
    MISLUKT;

    /** The code in tables and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
