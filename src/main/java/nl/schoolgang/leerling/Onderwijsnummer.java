package nl.schoolgang.leerling;

/** The number DUO gives a pupil who has no BSN: nine digits beginning with 10, the elfproef sum leaves 5. */
public final class Onderwijsnummer {

    private Onderwijsnummer() {
    }

    /** Whether this is a valid onderwijsnummer of nine digits; false for null. */
    public static boolean geldig(String nummer) {
        return nummer != null && nummer.matches("10[0-9]{7}") && Burgerservicenummer.som(nummer) % 11 == 5;
    }
}
