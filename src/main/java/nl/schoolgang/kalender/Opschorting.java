package nl.schoolgang.kalender;

import java.time.LocalDate;

/**
 * A period in which a term does not run (art. 4:15 Awb). With a request for completion on day A and completion on day B
 * it runs from A + 1 through B - 1: "vanaf de dag na" until "tot de dag waarop". A period of no days has {@code tot}
 * one day before {@code van}.
 *
 * @param van   the first suspended day
 * @param tot   the last suspended day
 * @param grond why, with the article, as it ends the sentence "De termijn is opgeschort van … tot en met … "
 */
public record Opschorting(LocalDate van, LocalDate tot, String grond) {

    private static final String AANVULLING = "(Algemene wet bestuursrecht, artikel 4:15)";

    /** On the ground of completion, without more words. */
    public Opschorting(LocalDate van, LocalDate tot) {
        this(van, tot, AANVULLING);
    }

    public Opschorting {
        if (tot.isBefore(van.minusDays(1))) {
            throw new IllegalArgumentException("De opschorting eindigt voordat zij begint");
        }
    }

    boolean bevat(LocalDate dag) {
        return !dag.isBefore(van) && !dag.isAfter(tot);
    }
}
