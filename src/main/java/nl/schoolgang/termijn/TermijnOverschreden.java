package nl.schoolgang.termijn;

/**
 * A running term has lapsed: its timer fired, or what it binds ended after its last day. Published once for each term, in the transaction
 * that ends it; not for a milestone.
 *
 * @param termijn the term as it ended
 */
public record TermijnOverschreden(Termijn termijn) {
}
