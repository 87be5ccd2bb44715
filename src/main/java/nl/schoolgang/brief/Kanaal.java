package nl.schoolgang.brief;

import java.util.Arrays;

/** How a letter goes out. */
public enum Kanaal {
    POST("post"),
    /** Only to who has agreed to electronic traffic (Awb 2:14). */
    E_MAIL("e-mail");

    private final String code;

    Kanaal(String code) {
        this.code = code;
    }

    /** The code in tables and in the API. */
    public String code() {
        return code;
    }

    static Kanaal vanCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst().orElseThrow();
    }
}
