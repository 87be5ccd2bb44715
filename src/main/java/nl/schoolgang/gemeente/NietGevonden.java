package nl.schoolgang.gemeente;

/** It does not exist, or the asker may not know that it does; answered with 404. */
public class NietGevonden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reden in Dutch, for the person who asked; nothing personal */
    public NietGevonden(String reden) {
        super(reden);
    }
}
