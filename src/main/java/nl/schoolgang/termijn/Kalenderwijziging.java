package nl.schoolgang.termijn;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A change that running terms follow.
 *
 * @param soort      for example {@code kb-dag-erbij}
 * @param door       user name; null for the application
 * @param code       of a row of the catalogue; null for the calendar
 * @param van        the first day that changed, with {@code tot} the last; null: all days
 * @param verwerktOp when every running term had been recalculated; null: still to do
 * @param geraakt    how many got another last day; null: still to do
 */
public record Kalenderwijziging(long id, Instant moment, String soort, String omschrijving, String reden, String door, String code,
        String gemeente, LocalDate van, LocalDate tot, Instant verwerktOp, Integer geraakt) {
}
