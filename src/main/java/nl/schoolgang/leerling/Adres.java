package nl.schoolgang.leerling;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Dutch address; every part may be null when it is not known.
 *
 * @param huisnummer with its letter and addition
 * @param postcode   as {@code 1234 AB}
 */
public record Adres(String straat, String huisnummer, String postcode, String woonplaats) {

    /** An address of which nothing is known. */
    public static final Adres ONBEKEND = new Adres(null, null, null, null);

    /** The address on one line; empty when nothing is known. */
    public String regel() {
        return Stream.of(deel(straat, huisnummer), deel(postcode, woonplaats)).filter(d -> !d.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String deel(String... woorden) {
        return Stream.of(woorden).filter(w -> w != null && !w.isBlank()).collect(Collectors.joining(" "));
    }
}
