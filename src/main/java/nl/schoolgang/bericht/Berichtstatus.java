package nl.schoolgang.bericht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message stands. */
public enum Berichtstatus {
    /** Waits for its (next) try. */
    KLAAR,
    /** Goes by e-mail, but no address is known; waits for a person. */
    GEEN_ADRES,
    VERZONDEN,
    /** Given up after the last try; waits for a person. */
    MISLUKT,
    /** A person or the case decided that it need not go any more; never sent. */
    VERVALLEN;

    /** The code in tables and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status with this code; empty when there is none. */
    public static Optional<Berichtstatus> metCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
