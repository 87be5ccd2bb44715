package nl.schoolgang.bewaking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a term of an open case stands, as far as somebody must look at it. */
enum Stand {
    /** It lapsed, and what had to be done is still to be done. */
    TE_LAAT("verlopen"),
    /** It lapsed, and what had to be done has been done since, or need not be done any more. */
    VERLOPEN("verlopen"),
    /** It runs and its last day is near: its warning day has come; without a warning, its last day. */
    NADERT("dreigt"),
    LOOPT("loopt"),
    /** It is suspended: no day counts. */
    OPGESCHORT("geen");

    private final String icoon;

    Stand(String icoon) {
        this.icoon = icoon;
    }

    /** The code in addresses, exports and SQL. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the icon, and of the colour beside it. */
    public String icoon() {
        return icoon;
    }

    /** @throws IllegalArgumentException when there is none with this code */
    static Stand vanCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende stand: " + code));
    }

    /** What can be asked for in one list. */
    enum Lijst {
        AANDACHT(TE_LAAT, NADERT), TE_LAAT_LIJST(TE_LAAT), VERLOPEN_LIJST(TE_LAAT, VERLOPEN), NADERT_LIJST(NADERT), LOPEND(NADERT, LOOPT), ALLES(Stand.values());

        private final List<Stand> standen;

        Lijst(Stand... standen) {
            this.standen = List.of(standen);
        }

        List<Stand> standen() {
            return standen;
        }

        /** The code in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace("_lijst", "").replace('_', '-');
        }

        static Optional<Lijst> vanCode(String code) {
            return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
        }
    }
}
