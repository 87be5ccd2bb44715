package nl.schoolgang.bewaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The measures of a chart of stacked bars, in the units of its view box ({@link #BREEDTE} by {@link #HOOGTE}).
 *
 * @param staven one a column
 * @param lijnen the lines of the scale, the lowest first
 */
record Grafiek(List<Staaf> staven, List<Lijn> lijnen) {

    static final int BREEDTE = 720;
    static final int HOOGTE = 260;
    private static final int LINKS = 40;
    private static final int BODEM = 210;
    private static final int TOP = 20;
    private static final int RIJEN = 4;

    /** A bar, at the middle of its column, with the number on top of it at height {@code top}. */
    record Staaf(int kolom, int x, int breedte, long aantal, int top, List<Deel> delen) {

        public int midden() {
            return x + breedte / 2;
        }
    }

    /** @param reeks the number of the series, from 0 */
    record Deel(int reeks, String naam, long aantal, int y, int hoogte) {
    }

    record Lijn(long waarde, int y) {
    }

    static Grafiek van(Map<String, List<Long>> reeksen, int kolommen) {
        long hoogste = 1;
        for (int i = 0; i < kolommen; i++) {
            hoogste = Math.max(hoogste, som(reeksen, i));
        }
        long stap = rond((hoogste + RIJEN - 1) / RIJEN);
        long schaal = stap * RIJEN;
        List<Lijn> lijnen = new ArrayList<>();
        for (long w = 0; w <= schaal; w += stap) {
            lijnen.add(new Lijn(w, y(w, schaal)));
        }
        List<Staaf> staven = new ArrayList<>();
        int breed = (BREEDTE - LINKS) / kolommen;
        for (int i = 0; i < kolommen; i++) {
            staven.add(staaf(reeksen, i, LINKS + i * breed + breed / 6, breed * 2 / 3, schaal));
        }
        return new Grafiek(staven, lijnen);
    }

    private static Staaf staaf(Map<String, List<Long>> reeksen, int kolom, int x, int breedte, long schaal) {
        List<Deel> delen = new ArrayList<>();
        long onder = 0;
        int reeks = 0;
        for (Map.Entry<String, List<Long>> r : reeksen.entrySet()) {
            long aantal = r.getValue().get(kolom);
            if (aantal > 0) {
                int y = y(onder + aantal, schaal);
                delen.add(new Deel(reeks, r.getKey(), aantal, y, y(onder, schaal) - y));
            }
            onder += aantal;
            reeks++;
        }
        return new Staaf(kolom, x, breedte, onder, y(onder, schaal), delen);
    }

    private static int y(long waarde, long schaal) {
        return BODEM - (int) ((BODEM - TOP) * waarde / schaal);
    }

    private static long som(Map<String, List<Long>> reeksen, int kolom) {
        return reeksen.values().stream().mapToLong(r -> r.get(kolom)).sum();
    }

    /** Up to 1, 2, 5, 10, 20, 50, …: a scale that people can read. */
    private static long rond(long waarde) {
        for (long macht = 1;; macht *= 10) {
            for (long stap : new long[] {1, 2, 5}) {
                if (stap * macht >= waarde) {
                    return stap * macht;
                }
            }
        }
    }
}
