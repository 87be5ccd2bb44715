package nl.schoolgang.bericht;

import java.util.Locale;

/** A way by which messages leave. */
public enum Kanaalsoort {
    /** A file in a folder that the coupling of the receiver reads. */
    BESTAND,
    /** E-mail. */
    SMTP;

    /** The code in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
