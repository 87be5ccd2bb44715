package nl.schoolgang.bewaking;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a coordinator wants to see.
 *
 * @param gemeente  code; null for all of one's own
 * @param procedure null for all
 * @param week      Monday of the week in which the last day lies; null for all
 * @param na        goes on after this place in the list; null from the first
 */
record Bewakingsvraag(Stand.Lijst lijst, String gemeente, String procedure, LocalDate week, Plek na) {

    /** A place in a list, which is in the order of last day and id. */
    record Plek(LocalDate laatsteDag, UUID id) {
    }

    Bewakingsvraag vanaf(Plek plek) {
        return new Bewakingsvraag(lijst, gemeente, procedure, week, plek);
    }

    Bewakingsvraag met(Stand.Lijst andere) {
        return new Bewakingsvraag(andere, gemeente, procedure, week, null);
    }
}
