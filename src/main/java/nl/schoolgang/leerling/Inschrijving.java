package nl.schoolgang.leerling;

import java.time.LocalDate;

/**
 * An enrolment.
 *
 * @param van first day, as far as known: a school that notifies absence of a pupil proves enrolment from that day only
 * @param tot last day; null as long as the enrolment runs
 */
public record Inschrijving(School school, LocalDate van, LocalDate tot) {
}
