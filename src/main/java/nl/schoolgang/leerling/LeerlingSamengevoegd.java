package nl.schoolgang.leerling;

import java.util.UUID;

/**
 * Two records of one person become one. Published within the transaction, before the record of {@code van} goes: every room that has rows
 * about a pupil listens, and moves its own from {@code van} to {@code naar}. A room that forgets is refused by its foreign key.
 *
 * @param gemeente code of the municipality of both
 * @param van      the pupil that goes; its id stays good as another name of {@code naar}
 * @param naar     the pupil that remains
 * @param naam     the name for people of who remains, as chosen
 */
public record LeerlingSamengevoegd(String gemeente, UUID van, UUID naar, String naam) {

    /** Without the name: records end up in logs. */
    @Override
    public String toString() {
        return "LeerlingSamengevoegd[" + van + " in " + naar + "]";
    }
}
