package nl.schoolgang.termijn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schoolgang.kalender.Eenheid;

/**
 * Between what lengths an organ may set a term in one case, as {@code 1-3 weken} or {@code 0-20 werkdagen, langer met reden}.
 *
 * @param minstens       the shortest length, in units
 * @param hoogstens      the longest
 * @param langerMetReden whether longer is allowed to who gives a reason
 */
public record Termijngrenzen(int minstens, int hoogstens, Eenheid eenheid, boolean langerMetReden) {

    private static final Pattern TEKST = Pattern.compile("(\\d{1,4})-(\\d{1,4}) (dagen|werkdagen|weken|maanden)(, langer met reden)?");

    /** @throws IllegalArgumentException when it does not read like this */
    public static Termijngrenzen van(String tekst) {
        Matcher delen = TEKST.matcher(tekst);
        if (!delen.matches()) {
            throw new IllegalArgumentException("Onbekende grenzen van een termijn: " + tekst);
        }
        return new Termijngrenzen(Integer.parseInt(delen.group(1)), Integer.parseInt(delen.group(2)), Eenheid.vanCode(delen.group(3)),
                delen.group(4) != null);
    }
}
