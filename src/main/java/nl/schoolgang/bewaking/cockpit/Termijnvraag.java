package nl.schoolgang.bewaking.cockpit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/**
 * Which terms are asked for; null means all.
 *
 * @param maandag the last day of the term is in the week that begins on this day
 * @param na      where the page begins: after this term
 */
record Termijnvraag(String gemeente, String procedure, Termijnstand stand, LocalDate maandag, Plek na) {

    /** A place in the list, which is ordered by last day and id. */
    record Plek(LocalDate dag, UUID id) {

        @Override
        public String toString() {
            return dag + "_" + id;
        }
    }

    /** @throws OngeldigeInvoer when something has not the right form */
    static Termijnvraag van(String gemeente, String procedure, String stand, String week, String na) {
        return new Termijnvraag(leeg(gemeente), leeg(procedure), leeg(stand) == null ? null : Termijnstand.vanCode(stand), maandag(leeg(week)),
                plek(leeg(na)));
    }

    private static String leeg(String waarde) {
        return waarde == null || waarde.isBlank() ? null : waarde;
    }

    private static LocalDate maandag(String week) {
        try {
            return week == null ? null : LocalDate.parse(week).with(DayOfWeek.MONDAY);
        } catch (DateTimeParseException e) {
            throw new OngeldigeInvoer("week", "Noem een dag van de week, bijvoorbeeld 2026-03-02.");
        }
    }

    private static Plek plek(String na) {
        try {
            return na == null ? null : new Plek(LocalDate.parse(na.substring(0, 10)), UUID.fromString(na.substring(11)));
        } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new OngeldigeInvoer("na", "Dit is geen plek in de lijst. Begin opnieuw bij de eerste bladzijde.");
        }
    }
}
