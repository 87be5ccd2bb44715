package nl.schoolgang.brief;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A letter as it was before it got another date.
 *
 * @param versie      counts from 1, the oldest first
 * @param gedagtekend the day that stood on it
 * @param tot         when it was made again
 * @param door        user name of who printed or dispatched it then; null: it went by itself
 */
public record Briefversie(int versie, LocalDate gedagtekend, Instant tot, String door) {
}
