package nl.schoolgang.termijn;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A notice about the end of a term as it was registered.
 *
 * @param op         the day of the notice
 * @param weken      weeks added; 0 when a day is named
 * @param tot        the day that is named; null when weeks are added
 * @param instemming whether those concerned agreed (Awb 7:10 lid 4)
 * @param verplaatst false for a notice that moves nothing (Awb 4:14 lid 1)
 * @param door       user name
 */
public record Verlengingsregel(LocalDate op, int weken, LocalDate tot, boolean instemming, boolean verplaatst, String grondslag, String door,
        Instant gemaaktOp) {
}
