package nl.schoolgang.termijn;

import java.util.Arrays;
import java.util.Locale;

/** What the law or the instruction allows with a term that runs: suspension, extension, and a penalty when it lapses. */
public enum Termijnregime {
    /** None of these. */
    GEEN,
    /** A reasonable term for an order (Awb 4:13): suspension (4:15), a new term by notice (4:14 lid 3), penalty (4:17). */
    BESLISTERMIJN_REDELIJK,
    /** A term for an order that a statute sets: suspension (4:15), a notice that moves nothing (4:14 lid 1), penalty (4:17). */
    BESLISTERMIJN_WETTELIJK,
    /** The term for deciding on an objection: suspension (7:10 lid 2), adjournment (7:10 lid 3 and 4), penalty (7:14, 4:17). */
    BEZWAAR,
    /** A term of the instruction that a notice within it extends. */
    MEDEDELING;

    /** The code in the catalogue: the name in lower case with dashes; empty for {@link #GEEN}. */
    public String code() {
        return this == GEEN ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a penalty is owed when a valid ingebrekestelling is not followed by a decision. */
    public boolean kentDwangsom() {
        return this == BESLISTERMIJN_REDELIJK || this == BESLISTERMIJN_WETTELIJK || this == BEZWAAR;
    }

    /** @throws IllegalArgumentException when there is none with this code */
    public static Termijnregime vanCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekend regime van een termijn: " + code));
    }
}
