package nl.schoolgang.bewaking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.bewaking.Termijnlezer.Telling;

/**
 * Terms by week and procedure: the table, and the bars that say the same.
 *
 * @param weken      the Mondays; the last one stands for all that is later
 * @param procedures numbers by procedure, in the order of {@code weken}; most terms first
 */
record Weekoverzicht(List<LocalDate> weken, Map<String, List<Long>> procedures) {

    /** How many weeks are told apart. */
    static final int WEKEN = 8;
    /** What is drawn apart in a bar; what is rarer is drawn together. */
    private static final int MEESTE_REEKSEN = 5;

    static LocalDate maandag(LocalDate dag) {
        return dag.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The last day that is not "later". */
    static LocalDate totEnMet(LocalDate vandaag) {
        return maandag(vandaag).plusWeeks(WEKEN).minusDays(1);
    }

    /** The number of the week as people name it. */
    static int nummer(LocalDate maandag) {
        return maandag.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    static Weekoverzicht van(LocalDate vandaag, List<Telling> tellingen) {
        List<LocalDate> weken = new ArrayList<>();
        for (int i = 0; i <= WEKEN; i++) {
            weken.add(maandag(vandaag).plusWeeks(i));
        }
        Map<String, List<Long>> procedures = new LinkedHashMap<>();
        tellingen.stream().map(Telling::procedure).distinct()
                .sorted(Comparator.comparing((String p) -> -tellingen.stream().filter(t -> t.procedure().equals(p)).mapToLong(Telling::aantal).sum())
                        .thenComparing(p -> p))
                .forEach(p -> procedures.put(p, weken.stream().map(w -> tellingen.stream()
                        .filter(t -> t.procedure().equals(p) && (t.week().equals(w) || w.equals(weken.get(0)) && t.week().isBefore(w)))
                        .mapToLong(Telling::aantal).sum()).toList()));
        return new Weekoverzicht(List.copyOf(weken), procedures);
    }

    public boolean isLeeg() {
        return procedures.isEmpty();
    }

    /** All procedures together, in the order of the weeks. */
    public List<Long> totalen() {
        return totalen(procedures.values());
    }

    /** The bars: the procedures with most terms apart, the others under the key {@code overige}. */
    public Map<String, List<Long>> reeksen() {
        Map<String, List<Long>> reeksen = new LinkedHashMap<>();
        List<List<Long>> overige = new ArrayList<>();
        procedures.forEach((procedure, aantallen) -> {
            if (reeksen.size() < MEESTE_REEKSEN || procedures.size() == MEESTE_REEKSEN + 1) {
                reeksen.put(procedure, aantallen);
            } else {
                overige.add(aantallen);
            }
        });
        if (!overige.isEmpty()) {
            reeksen.put("overige", totalen(overige));
        }
        return reeksen;
    }

    private List<Long> totalen(Iterable<List<Long>> rijen) {
        List<Long> totalen = new ArrayList<>();
        for (int i = 0; i < weken.size(); i++) {
            long som = 0;
            for (List<Long> rij : rijen) {
                som += rij.get(i);
            }
            totalen.add(som);
        }
        return totalen;
    }
}
