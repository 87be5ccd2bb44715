package nl.schoolgang.melding;

/**
 * What became of a melding that was delivered.
 *
 * @param zaaknummer the case that has it
 */
public record Aanname(String zaaknummer, Gevolg gevolg) {

    /** How the delivery relates to what was known. */
    public enum Gevolg {
        /** The meldingsnummer was new. */
        AANGENOMEN,
        /** The same again; nothing was done. */
        DUBBEL,
        /** Other content, or withdrawn; the case was updated, with a trace. */
        GEWIJZIGD
    }
}
