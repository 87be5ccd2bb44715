package nl.schoolgang.leerling;

import java.util.Locale;
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

    /** Whether it is the same place, however it was typed: by postcode and house number, or else by the whole line. Unknown is nowhere. */
    public boolean zelfdePlaats(Adres ander) {
        if (Stream.of(postcode, huisnummer, ander.postcode, ander.huisnummer).noneMatch(d -> kaal(d).isEmpty())) {
            return kaal(postcode).equals(kaal(ander.postcode)) && kaal(huisnummer).equals(kaal(ander.huisnummer));
        }
        return !kaal(regel()).isEmpty() && kaal(regel()).equals(kaal(ander.regel()));
    }

    private static String kaal(String deel) {
        return deel == null ? "" : deel.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static String deel(String... woorden) {
        return Stream.of(woorden).filter(w -> w != null && !w.isBlank()).collect(Collectors.joining(" "));
    }
}
