package nl.schoolgang.kalender;

/** The calendar data that a calculation needs are not there (for example the school holidays of that year): never guessed. */
public class OntbrekendeKalendergegevens extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reden in Dutch, for the person who asked */
    public OntbrekendeKalendergegevens(String reden) {
        super(reden);
    }
}
