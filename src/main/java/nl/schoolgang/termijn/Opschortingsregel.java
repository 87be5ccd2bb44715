package nl.schoolgang.termijn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A suspension of a term as it was registered.
 *
 * @param op        the day of the request, notice or begin
 * @param van       the first suspended day
 * @param tot       the last suspended day; null as long as nobody knows it
 * @param beeindigd whether somebody registered its end; false: it ends with {@code tot}, or is open
 * @param door      user name
 */
public record Opschortingsregel(UUID id, Opschortgrond grond, LocalDate op, LocalDate van, LocalDate tot, boolean beeindigd, String door,
        Instant gemaaktOp) {

    /** Whether it still holds on this day, or its end is not known. */
    boolean looptOp(LocalDate dag) {
        return tot == null || !beeindigd && !dag.isAfter(tot);
    }
}
