package nl.schoolgang.databank;

/** The embedded database cannot be started; the application does not start either. */
class DatabankNietTeStarten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String watTeDoen;

    /**
     * @param reden     what is wrong, for the person who starts the application
     * @param watTeDoen what that person can do
     */
    DatabankNietTeStarten(String reden, String watTeDoen, Throwable oorzaak) {
        super(reden, oorzaak);
        this.watTeDoen = watTeDoen;
    }

    String watTeDoen() {
        return watTeDoen;
    }

    /** A living application holds the data directory. */
    static class InGebruik extends DatabankNietTeStarten {

        private static final long serialVersionUID = 1L;

        InGebruik(String reden, String watTeDoen) {
            super(reden, watTeDoen, null);
        }
    }
}
