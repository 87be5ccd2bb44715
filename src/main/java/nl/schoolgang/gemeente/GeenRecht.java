package nl.schoolgang.gemeente;

/** The asker may not do this; answered with 403. */
public class GeenRecht extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reden in Dutch, for the person who asked; nothing personal */
    public GeenRecht(String reden) {
        super(reden);
    }
}
