package nl.schoolgang.bewaking;

import java.time.Instant;
import java.util.List;

/**
 * Work that a person got from a coordinator.
 *
 * @param van   user name of who had it; null: nobody had claimed it
 * @param reden why, as the coordinator wrote it
 * @param door  user name of the coordinator
 * @param taken what of it this person still has to do
 */
record Overdracht(Instant moment, String van, String reden, String door, List<Taak> taken) {

    Overdracht {
        taken = List.copyOf(taken);
    }

    record Taak(String taakId, String naam, String zaaknummer) {
    }
}
