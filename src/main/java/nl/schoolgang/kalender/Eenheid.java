package nl.schoolgang.kalender;

import java.util.Arrays;
import java.util.Locale;

/** The unit in which the length of a term is expressed. */
public enum Eenheid {
    /** Calendar days. */
    DAGEN("dag", "dagen"),
    /** Monday to Friday, recognised holidays excepted. */
    WERKDAGEN("werkdag", "werkdagen"),
    /** Werkdagen outside the school holidays of a region. */
    SCHOOLDAGEN("schooldag", "schooldagen"),
    /** Calendar weeks of seven days. */
    WEKEN("week", "weken"),
    /** Calendar months: the same day number, or the month's last day. */
    MAANDEN("maand", "maanden"),
    /** Calendar years. */
    JAREN("jaar", "jaar"),
    /** Hours on the clock; the Algemene termijnenwet does not apply (art. 4). */
    UREN("uur", "uur"),
    /** Without delay: until the end of the next werkdag, whatever the number. */
    ONVERWIJLD("onverwijld", "onverwijld"),
    /** A date that the law or an instruction names itself, see {@link Datumregel}; whatever the number. */
    VASTE_DATUM("vaste datum", "vaste datum");

    private final String enkelvoud;
    private final String meervoud;

    Eenheid(String enkelvoud, String meervoud) {
        this.enkelvoud = enkelvoud;
        this.meervoud = meervoud;
    }

    /** The code in tables and in the API: the name in lower case with dashes, for example {@code werkdagen}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word that goes with this number, for example {@code week} with 1 and {@code weken} with 2. */
    public String woord(int aantal) {
        return aantal == 1 ? enkelvoud : meervoud;
    }

    /** @throws IllegalArgumentException when no unit has this code */
    public static Eenheid vanCode(String code) {
        return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende eenheid: " + code));
    }
}
