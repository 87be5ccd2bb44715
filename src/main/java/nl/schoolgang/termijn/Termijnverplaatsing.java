package nl.schoolgang.termijn;

/**
 * A term whose begin was moved.
 *
 * @param was as it was
 * @param na  as it is now
 */
public record Termijnverplaatsing(Termijn was, Termijn na) {

    /** Whether it was recorded as overtaken and proves not to be. */
    public boolean onterechtOverschreden() {
        return was.status() == Termijnstatus.OVERSCHREDEN && na.status() != Termijnstatus.OVERSCHREDEN;
    }
}
