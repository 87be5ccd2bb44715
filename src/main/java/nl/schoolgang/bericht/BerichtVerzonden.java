package nl.schoolgang.bericht;

import java.time.Instant;
import java.util.UUID;

/**
 * A message has left. Published once, after it was recorded, in a transaction of its own: a listener that fails is called again later, and
 * the message is not sent again for it.
 *
 * @param soort code, for example {@code brief}
 * @param op    when it left
 */
public record BerichtVerzonden(UUID berichtId, UUID zaakId, String soort, Instant op) {
}
