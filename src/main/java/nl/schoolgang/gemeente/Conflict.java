package nl.schoolgang.gemeente;

/** Somebody else was first, or the state does not allow it; answered with 409. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reden in Dutch, for the person who asked; nothing personal */
    public Conflict(String reden) {
        super(reden);
    }
}
