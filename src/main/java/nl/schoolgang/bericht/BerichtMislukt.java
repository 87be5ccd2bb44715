package nl.schoolgang.bericht;

import java.time.Instant;
import java.util.UUID;

/**
 * Sending a message was given up after the last try; it waits for a person. Published like {@link BerichtVerzonden}.
 *
 * @param soort code, for example {@code brief}
 * @param fout  code of what went wrong, nothing personal
 * @param op    when it was given up
 */
public record BerichtMislukt(UUID berichtId, UUID zaakId, String soort, String fout, Instant op) {
}
