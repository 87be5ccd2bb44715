package nl.schoolgang.kalender;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects the steps of one calculation, and the words they are made of. */
final class Uitleg {

    private static final List<String> TELWOORDEN = List.of("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht",
            "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig");
    private static final int HOOGSTENS_GENOEMD = 8;

    private final List<Uitlegregel> regels = new ArrayList<>();

    void stap(LocalDate dag, String regel) {
        regels.add(new Uitlegregel(dag, hoofdletter(regel)));
    }

    List<Uitlegregel> regels() {
        return regels;
    }

    static String telwoord(int aantal) {
        return aantal >= 0 && aantal < TELWOORDEN.size() ? TELWOORDEN.get(aantal) : Integer.toString(aantal);
    }

    /** For example {@code zes weken}. */
    static String lengte(int aantal, Eenheid eenheid) {
        return telwoord(aantal) + " " + eenheid.woord(aantal);
    }

    /** For example {@code a, b en c}; of a long list only the beginning. */
    static String opsomming(List<String> delen) {
        if (delen.size() > HOOGSTENS_GENOEMD) {
            int rest = delen.size() - HOOGSTENS_GENOEMD;
            return String.join(", ", delen.subList(0, HOOGSTENS_GENOEMD)) + " en nog " + rest + " meer";
        }
        int laatste = delen.size() - 1;
        return laatste < 1 ? String.join("", delen) : String.join(", ", delen.subList(0, laatste)) + " en " + delen.get(laatste);
    }

    private static String hoofdletter(String zin) {
        // "Eén": of the accented number only the first letter, which loses its accent.
        return zin.startsWith("één") ? "E" + zin.substring(1) : Character.toUpperCase(zin.charAt(0)) + zin.substring(1);
    }
}
