package nl.schoolgang.leerling;

/** The citizen service number: nine digits that pass the elfproef (Wet algemene bepalingen burgerservicenummer). */
public final class Burgerservicenummer {

    private static final int[] GEWICHTEN = {9, 8, 7, 6, 5, 4, 3, 2, -1};

    private Burgerservicenummer() {
    }

    /** Whether this is a valid BSN of nine digits; false for null. */
    public static boolean geldig(String bsn) {
        return bsn != null && bsn.matches("[0-9]{9}") && !"000000000".equals(bsn) && som(bsn) % 11 == 0;
    }

    /** Nine digits from what was typed: eight digits get their leading zero back; anything else is returned as it is. */
    public static String aangevuld(String bsn) {
        return bsn != null && bsn.matches("[0-9]{8}") ? "0" + bsn : bsn;
    }

    /** The number with all but its last four digits hidden ({@code *****6782}); null for null. */
    public static String gemaskeerd(String nummer) {
        if (nummer == null) {
            return null;
        }
        int zichtbaar = Math.min(4, nummer.length() / 2);
        return "*".repeat(nummer.length() - zichtbaar) + nummer.substring(nummer.length() - zichtbaar);
    }

    static int som(String negenCijfers) {
        int som = 0;
        for (int i = 0; i < GEWICHTEN.length; i++) {
            som += GEWICHTEN[i] * (negenCijfers.charAt(i) - '0');
        }
        return som;
    }
}
