package nl.schoolgang.herstel;

import java.util.Arrays;
import java.util.Optional;

/** Where a case goes on that was closed by mistake. */
public enum Hervatpunt {
    /** With the conversation with parents and youth. */
    GESPREK("gesprek"),
    /** With watching agreements until a date. */
    AFSPRAKEN("afspraken"),
    /** With closing it, properly this time. */
    AFHANDELEN("afhandelen");

    private final String code;

    Hervatpunt(String code) {
        this.code = code;
    }

    /** The code in forms and in the API. */
    public String code() {
        return code;
    }

    /** The point with this code; empty when there is none. */
    public static Optional<Hervatpunt> vanCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
