package nl.schoolgang.kalender;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The penalty for not deciding in time (art. 4:17 Awb): from the day after two weeks from a valid ingebrekestelling, for each day that there
 * is no decision, at most 42 days. Amounts in whole euros.
 */
public final class Dwangsom {

    /** Days after which nothing more is added. */
    public static final int MEESTE_DAGEN = 42;
    /** The most that can be owed, in euros. */
    public static final int MEESTE = 1442;

    private static final int DAGEN_PER_TREDE = 14;
    private static final int[] TREDEN = {23, 35, 45};
    private static final Termijnregel TWEE_WEKEN = new Termijnregel(2, Eenheid.WEKEN, true, Richting.VOORUIT, null);
    private static final Termijnregel VASTSTELLEN = new Termijnregel(2, Eenheid.WEKEN, true, Richting.VOORUIT, null);

    private final Termijnberekening berekening;

    public Dwangsom(Termijnberekening berekening) {
        this.berekening = berekening;
    }

    /**
     * What follows from a valid ingebrekestelling.
     *
     * @param uiterlijkBeslissen the last day on which a decision still prevents any penalty
     * @param eersteDag          the first day for which a penalty is owed when there is no decision
     * @param laatsteDag         the 42nd day
     * @param dagen              for how many days it is owed: until the decision, or by now
     * @param bedrag             the whole amount, in euros
     * @param vaststellenVoor    last day for fixing the amount by decision (4:18); null when nothing is owed or it still grows
     * @param uitleg             the steps, in Dutch
     */
    public record Verloop(LocalDate uiterlijkBeslissen, LocalDate eersteDag, LocalDate laatsteDag, int dagen, int bedrag,
            LocalDate vaststellenVoor, List<Uitlegregel> uitleg) {

        public Verloop {
            uitleg = List.copyOf(uitleg);
        }
    }

    /**
     * @param ingebrekestelling the day on which it was received, after the decision term had lapsed
     * @param beslist           the day on which the decision was announced, for which nothing is owed any more; null: not yet
     * @param peildag           counts through this day when there is no decision yet
     */
    public Verloop verloop(LocalDate ingebrekestelling, LocalDate beslist, LocalDate peildag) {
        List<Uitlegregel> uitleg = new ArrayList<>();
        Uitkomst tweeWeken = berekening.bereken(TWEE_WEKEN, ingebrekestelling, List.of());
        uitleg.add(new Uitlegregel(ingebrekestelling, "De ingebrekestelling is ontvangen op " + Datum.lang(ingebrekestelling)
                + ". Daarna is er nog twee weken om te beslissen (Algemene wet bestuursrecht, artikel 4:17 lid 3)."));
        uitleg.addAll(tweeWeken.uitleg());
        LocalDate eerste = tweeWeken.laatsteDag().plusDays(1);
        LocalDate laatste = tweeWeken.laatsteDag().plusDays(MEESTE_DAGEN);
        uitleg.add(new Uitlegregel(eerste, "De eerste dag met een dwangsom is " + Datum.lang(eerste) + ". De 42e en laatste dag is "
                + Datum.lang(laatste) + ". Deze dagen lopen door in weekend en feestdagen."));
        LocalDate tot = beslist == null ? peildag : beslist.minusDays(1);
        int dagen = (int) Math.max(0, Math.min(MEESTE_DAGEN, ChronoUnit.DAYS.between(eerste, tot) + 1));
        int bedrag = bedrag(dagen);
        boolean klaar = beslist != null || dagen == MEESTE_DAGEN;
        LocalDate slot = dagen == 0 ? eerste : eerste.plusDays(dagen - 1L);
        uitleg.add(new Uitlegregel(slot, beslist != null && dagen == 0 ? "Er is op tijd beslist: er is geen dwangsom verschuldigd."
                : "Verschuldigd: " + dagen + (dagen == 1 ? " dag" : " dagen") + ", samen € " + bedrag
                        + " (14 dagen € 23, 14 dagen € 35, 14 dagen € 45; Algemene wet bestuursrecht, artikel 4:17 lid 2)."));
        LocalDate vaststellen = null;
        if (klaar && dagen > 0) {
            vaststellen = berekening.bereken(VASTSTELLEN, slot, List.of()).laatsteDag();
            uitleg.add(new Uitlegregel(vaststellen, "De dwangsom wordt vastgesteld binnen twee weken na " + Datum.kort(slot) + ", uiterlijk "
                    + Datum.lang(vaststellen) + " (Algemene wet bestuursrecht, artikel 4:18)."));
        }
        return new Verloop(tweeWeken.laatsteDag(), eerste, laatste, dagen, bedrag, vaststellen, uitleg);
    }

    /** The amount for so many days, in euros. */
    public static int bedrag(int dagen) {
        int som = 0;
        for (int dag = 0; dag < Math.min(dagen, MEESTE_DAGEN); dag++) {
            som += TREDEN[dag / DAGEN_PER_TREDE];
        }
        return som;
    }

    /** What the penalty for this day is, in euros; 0 outside the 42. */
    public static int dagbedrag(int dag) {
        return dag < 1 || dag > MEESTE_DAGEN ? 0 : TREDEN[(dag - 1) / DAGEN_PER_TREDE];
    }
}
