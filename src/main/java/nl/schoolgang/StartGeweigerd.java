package nl.schoolgang;

/** The application may not start as it is set up now. */
class StartGeweigerd extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String watTeDoen;

    /**
     * @param reden     what is wrong, for the person who starts the application; no secrets, nothing personal
     * @param watTeDoen what that person can do
     */
    StartGeweigerd(String reden, String watTeDoen) {
        super(reden);
        this.watTeDoen = watTeDoen;
    }

    String watTeDoen() {
        return watTeDoen;
    }
}
