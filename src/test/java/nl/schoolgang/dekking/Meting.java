package nl.schoolgang.dekking;

import java.util.Locale;

/**
 * Something of a model that a test reached.
 *
 * @param definitie the key of the process, of the decision or, for a term, of the table {@code termijnen}
 * @param onderdeel the id of the flow node, rule or user task; for a term {@code code@gemeente}
 */
record Meting(Soort soort, String definitie, String onderdeel) {

    enum Soort {
        /** A flow node that was entered. */
        STAP,
        /** A user task that somebody finished. */
        TAAK,
        /** A rule of a decision table that matched. */
        REGEL,
        /** A term that was looked up in the catalogue. */
        TERMIJN
    }

    static Meting van(String tekst) {
        String[] delen = tekst.split(":", 3);
        return new Meting(Soort.valueOf(delen[0].toUpperCase(Locale.ROOT)), delen[1], delen[2]);
    }

    /** As it stands in the files; {@link #van} reads it. */
    String alsTekst() {
        return soort.name().toLowerCase(Locale.ROOT) + ":" + definitie + ":" + onderdeel;
    }
}
