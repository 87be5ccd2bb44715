package nl.schoolgang.brief;

import java.util.Arrays;
import java.util.Optional;

/** Where a letter stands. */
public enum Briefstatus {
    /** There is nobody, or no address, to send it to yet; it is made as soon as there is. */
    ADRES_NODIG("adres-nodig"),
    /** Made and archived; waits to be dispatched. */
    KLAAR("klaar"),
    /** Made and archived, but held: something changed for the pupil, and an officer judges first whether it still goes out. */
    AANGEHOUDEN("aangehouden"),
    /** Dispatched on the day that the letter carries. */
    VERZONDEN("verzonden"),
    /** Came back. */
    RETOUR("retour"),
    /** Could not be sent by e-mail. */
    MISLUKT("mislukt"),
    /** Will not go out. */
    VERVALLEN("vervallen");

    private final String code;

    Briefstatus(String code) {
        this.code = code;
    }

    /** The code in tables and in the API. */
    public String code() {
        return code;
    }

    /** The status with this code; empty when there is none. */
    public static Optional<Briefstatus> metCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    static Briefstatus vanCode(String code) {
        return metCode(code).orElseThrow();
    }
}
