package nl.schoolgang.bericht;

/** A message was not taken by the other side. Its own text and that of its cause may quote addresses: log only the code. */
class Bezorgfout extends Exception {

    private static final long serialVersionUID = 1L;

    /** How far the fault reaches. */
    enum Reikwijdte {
        /** This message now; another try may do. */
        NU,
        /** The channel: the next message would meet the same. */
        KANAAL,
        /** This message, and another try would meet the same. */
        BLIJVEND
    }

    private final String code;
    private final Reikwijdte reikwijdte;

    /** @param code kebab-case, nothing personal; the screens have its words under {@code berichtfout} */
    Bezorgfout(String code, Reikwijdte reikwijdte, Throwable oorzaak) {
        super(code, oorzaak);
        this.code = code;
        this.reikwijdte = reikwijdte;
    }

    String code() {
        return code;
    }

    Reikwijdte reikwijdte() {
        return reikwijdte;
    }
}
