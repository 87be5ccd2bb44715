package nl.schoolgang.termijn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of a term's end: who, when, from, to, why.
 *
 * @param soort {@code begin-verplaatst}, {@code opgeschort}, {@code hervat}, {@code verlengd}, {@code bericht}, {@code verplaatst} or
 *              {@code herrekend}
 * @param van   the last day as it was
 * @param naar  the last day as it became
 * @param reden in Dutch
 * @param door  user name; null for the application
 */
public record Termijnspoor(UUID termijnId, Instant moment, String soort, LocalDate van, LocalDate naar, String reden, String door) {
}
