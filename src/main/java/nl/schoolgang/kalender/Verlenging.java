package nl.schoolgang.kalender;

import java.time.LocalDate;

/**
 * An extension of a running term by notice: by weeks, added to its raw end before the Algemene termijnenwet is applied once (art. 7:10 lid 3
 * Awb), or to a day that the notice names (art. 4:14 lid 3 Awb, an instruction), which is then the last day as it was named.
 *
 * @param op        the day of the notice, within the term
 * @param weken     weeks added; 0 when a day is named
 * @param tot       the last day that is named; null when weeks are added
 * @param grondslag the article, for people
 */
public record Verlenging(LocalDate op, int weken, LocalDate tot, String grondslag) {

    public Verlenging {
        if (weken < 0 || (weken > 0) == (tot != null)) {
            throw new IllegalArgumentException("Een verlenging noemt weken of een dag");
        }
    }
}
