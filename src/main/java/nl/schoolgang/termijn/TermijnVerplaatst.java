package nl.schoolgang.termijn;

/**
 * A running term was changed: another end, or another status. Published in the transaction that changes it; whoever holds a copy of its end
 * (the timer of the engine, the date of a task) must follow in that transaction.
 *
 * @param verplaatsing as it was and as it is
 * @param wat          what happened, as a Dutch sentence for the time line, without free text of persons
 * @param door         user name; null for the application
 */
public record TermijnVerplaatst(Termijnverplaatsing verplaatsing, String wat, String door) {
}
