package nl.schoolgang.kalender;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether absence reaches 16 hours in four successive lesweken (the head must then notify it, LPW 21a). A lesweek is a
 * calendar week with at least one school day: weeks wholly in a holiday are skipped, so that four successive lesweken may span more than
 * four calendar weeks.
 */
public final class Verzuimvenster {

    /** Hours from which the head must notify. */
    public static final BigDecimal GRENS_UREN = BigDecimal.valueOf(16);
    /** Successive lesweken over which the hours are added up. */
    public static final int LESWEKEN = 4;

    private final Kalender kalender;

    public Verzuimvenster(Kalender kalender) {
        this.kalender = kalender;
    }

    /**
     * The four successive lesweken with the most hours.
     *
     * @param bereikt   whether 16 hours were reached in any four successive lesweken
     * @param bereiktOp the first day on which they were reached; null when never
     * @param van       Monday of the first of the four lesweken with the most hours, the earliest of equals
     * @param totEnMet  Sunday of the last of them, also when it has no absence
     * @param uren      the hours in them
     * @param uitleg    the steps, in Dutch
     */
    public record Uitslag(boolean bereikt, LocalDate bereiktOp, LocalDate van, LocalDate totEnMet, BigDecimal uren, List<Uitlegregel> uitleg) {

        public Uitslag {
            uitleg = List.copyOf(uitleg);
        }
    }

    /**
     * Adds up the hours over each four successive lesweken that have absence in them.
     *
     * @param dagen  the absence, at least one day, in any order; each on a school day
     * @param school key of the school with holidays of its own; null for the region's
     * @throws OntbrekendeKalendergegevens when the school holidays are not known
     * @throws IllegalArgumentException    without absence, or for a day that is no school day
     */
    public Uitslag bepaal(List<Verzuimdag> dagen, String regio, String school) {
        if (dagen.isEmpty()) {
            throw new IllegalArgumentException("Er is geen verzuim opgegeven");
        }
        NavigableMap<LocalDate, BigDecimal> perDag = new TreeMap<>();
        for (Verzuimdag dag : dagen) {
            if (!kalender.isSchooldag(dag.datum(), regio, school)) {
                throw new IllegalArgumentException(Datum.lang(dag.datum()) + " is geen schooldag");
            }
            perDag.merge(dag.datum(), dag.uren(), BigDecimal::add);
        }
        List<LocalDate> weken = lesweken(perDag.firstKey(), perDag.lastKey(), regio, school);
        LocalDate bereiktOp = null;
        int beste = 0;
        BigDecimal meeste = BigDecimal.ZERO;
        for (int i = 0; i + LESWEKEN <= weken.size(); i++) {
            NavigableMap<LocalDate, BigDecimal> binnen = perDag.subMap(weken.get(i), true, zondag(weken.get(i + LESWEKEN - 1)), true);
            BigDecimal som = BigDecimal.ZERO;
            for (Map.Entry<LocalDate, BigDecimal> dag : binnen.entrySet()) {
                boolean had = som.compareTo(GRENS_UREN) >= 0;
                som = som.add(dag.getValue());
                if (!had && som.compareTo(GRENS_UREN) >= 0 && (bereiktOp == null || dag.getKey().isBefore(bereiktOp))) {
                    bereiktOp = dag.getKey();
                }
            }
            if (som.compareTo(meeste) > 0) {
                meeste = som;
                beste = i;
            }
        }
        List<LocalDate> venster = weken.subList(beste, beste + LESWEKEN);
        return new Uitslag(bereiktOp != null, bereiktOp, venster.get(0), zondag(venster.get(LESWEKEN - 1)), meeste,
                uitleg(perDag, venster, meeste, bereiktOp));
    }

    /** The Mondays of the lesweken from the first absence through the last, at least four. */
    private List<LocalDate> lesweken(LocalDate eerste, LocalDate laatste, String regio, String school) {
        List<LocalDate> weken = new ArrayList<>();
        LocalDate einde = maandag(laatste);
        for (LocalDate week = maandag(eerste); !week.isAfter(einde); week = week.plusWeeks(1)) {
            if (kalender.isLesweek(week, regio, school)) {
                weken.add(week);
            }
        }
        // Fewer than four lesweken have absence: the window runs on, for as far as the holidays are known.
        for (LocalDate week = einde.plusWeeks(1); weken.size() < LESWEKEN; week = week.plusWeeks(1)) {
            if (kalender.isLesweek(week, regio, school)) {
                weken.add(week);
            }
        }
        return weken;
    }

    private static List<Uitlegregel> uitleg(NavigableMap<LocalDate, BigDecimal> perDag, List<LocalDate> venster, BigDecimal meeste, LocalDate bereiktOp) {
        Uitleg uitleg = new Uitleg();
        for (int i = 0; i < venster.size(); i++) {
            LocalDate week = venster.get(i);
            BigDecimal som = perDag.subMap(week, true, zondag(week), true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean overgeslagen = i > 0 && !venster.get(i - 1).plusWeeks(1).equals(week);
            uitleg.stap(week, (overgeslagen ? "Weken zonder schooldag tellen niet mee. " : "") + "Lesweek van " + Datum.kort(week) + " tot en met "
                    + Datum.kort(zondag(week)) + ": " + uren(som) + ".");
        }
        LocalDate einde = zondag(venster.get(LESWEKEN - 1));
        uitleg.stap(einde, "Samen " + uren(meeste) + " in vier opeenvolgende lesweken. " + (bereiktOp == null
                ? "Dat is minder dan 16 uur." : "De grens van 16 uur is bereikt op " + Datum.lang(bereiktOp) + "."));
        return uitleg.regels();
    }

    private static String uren(BigDecimal aantal) {
        return aantal.stripTrailingZeros().toPlainString().replace('.', ',') + " uur";
    }

    private static LocalDate maandag(LocalDate dag) {
        return dag.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate zondag(LocalDate maandag) {
        return maandag.plusDays(6);
    }
}
