package nl.schoolgang.zaak;

import java.util.Arrays;

/** Where a case stands. */
public enum Zaakstatus {
    OPEN("open"),
    AFGESLOTEN("afgesloten"),
    /** Closed because what it began with was withdrawn. */
    INGETROKKEN("ingetrokken");

    private final String code;

    Zaakstatus(String code) {
        this.code = code;
    }

    /** The code in tables and in the API. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no status has this code */
    public static Zaakstatus vanCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende zaakstatus: " + code));
    }
}
