package nl.schoolgang.leerling;

import java.time.LocalDate;
import java.util.UUID;
import nl.schoolgang.normen.Norm;

/**
 * An enrolment.
 *
 * @param van first day, as far as known: a school that notifies absence of a pupil proves enrolment from that day only
 * @param tot last day; null as long as the enrolment runs
 * @param klassen        the classes that were followed, in words; null when not known
 * @param onderwijssoort the kind of education, in words; null when not known
 */
@Norm({"BUN-04.02-07", "NOP-B3.00-09"})
public record Inschrijving(School school, LocalDate van, LocalDate tot, UUID id, String klassen, String onderwijssoort) {

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Inschrijving[" + id + "]";
    }
}
