package nl.schoolgang.termijn;

/**
 * Published once for a running term, in the transaction of the daily sweep, when its warning day has come.
 *
 * @param termijn the term as it is after the warning was recorded
 */
public record TermijnNadert(Termijn termijn) {
}
