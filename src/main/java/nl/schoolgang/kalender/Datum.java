package nl.schoolgang.kalender;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as they are written in Dutch. */
final class Datum {

    private static final Locale NEDERLANDS = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter KORT = DateTimeFormatter.ofPattern("d-M-yyyy", NEDERLANDS);
    private static final DateTimeFormatter LANG = DateTimeFormatter.ofPattern("EEEE d-M-yyyy", NEDERLANDS);

    private Datum() {
    }

    /** For example {@code 28-12-2026}. */
    static String kort(LocalDate dag) {
        return KORT.format(dag);
    }

    /** For example {@code maandag 28-12-2026}. */
    static String lang(LocalDate dag) {
        return LANG.format(dag);
    }
}
