package nl.schoolgang.bewaking;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An open task that can be given to somebody else; without the pupil's name.
 *
 * @param rol         code of the role that does it
 * @param behandelaar user name of who has it; null when nobody has
 * @param laatsteDag  null when no date binds it
 */
record Verdeelbaar(String taakId, String gemeente, UUID zaakId, String zaaknummer, String procedure, String definitie, String naam, String rol,
        String behandelaar, UUID leerlingId, UUID meldingId, LocalDate laatsteDag) {
}
