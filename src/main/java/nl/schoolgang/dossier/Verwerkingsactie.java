package nl.schoolgang.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with personal data, as far as it must be logged (Wet politiegegevens art. 32a lid 1). */
public enum Verwerkingsactie {
    VERZAMELEN, WIJZIGEN, RAADPLEGEN, VERSTREKKEN, COMBINEREN, VERNIETIGEN;

    /** The code as it stands in the log and on screens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action with this code; empty when there is none. */
    public static Optional<Verwerkingsactie> vanCode(String code) {
        return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
    }
}
