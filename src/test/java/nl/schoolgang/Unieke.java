package nl.schoolgang;

import java.util.concurrent.atomic.AtomicInteger;

/** Values that no other test of this JVM has, so that tests can share a database. All of it is invented. */
public final class Unieke {

    private static final AtomicInteger VOLGNUMMER = new AtomicInteger();

    private Unieke() {
    }

    /** A BSN that passes the elfproef (9 x a + 8 x b + ... + 2 x h - i divisible by 11). */
    public static String bsn() {
        while (true) {
            String acht = String.format("9%07d", VOLGNUMMER.incrementAndGet());
            int som = 0;
            for (int i = 0; i < 8; i++) {
                som += (9 - i) * (acht.charAt(i) - '0');
            }
            if (som % 11 < 10) {
                return acht + som % 11;
            }
        }
    }

    /** An onderwijsnummer that is valid: begins with 10, the sum of the elfproef leaves 5. */
    public static String onderwijsnummer() {
        while (true) {
            String acht = String.format("10%06d", VOLGNUMMER.incrementAndGet());
            int som = 0;
            for (int i = 0; i < 8; i++) {
                som += (9 - i) * (acht.charAt(i) - '0');
            }
            int laatste = Math.floorMod(som - 5, 11);
            if (laatste < 10) {
                return acht + laatste;
            }
        }
    }

    /** A meldingsnummer in the form of the sample, for example {@code 2026-9000001}. */
    public static String meldingsnummer() {
        return String.format("2026-9%06d", VOLGNUMMER.incrementAndGet());
    }

    /** The given start with a number behind it, for names, codes and other keys. */
    public static String naam(String begin) {
        return begin + VOLGNUMMER.incrementAndGet();
    }
}
