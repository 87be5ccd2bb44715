package nl.schoolgang.leerling;

import java.util.UUID;

/**
 * Two records of one parent become one. Published within the transaction, before the record of {@code van} goes: a room that keeps ids of
 * parents listens, and moves its own.
 */
public record OuderSamengevoegd(UUID van, UUID naar) {
}
