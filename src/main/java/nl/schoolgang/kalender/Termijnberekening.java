package nl.schoolgang.kalender;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Calculates the end of a term, with the steps that lead to it in Dutch. The day of the event does not count; the end rolls
 * over free days by art. 1 and 2 Algemene termijnenwet, unless art. 4 excludes the term. Immutable and thread-safe.
 */
public final class Termijnberekening {

    private static final int MINSTE_DAGEN_ARTIKEL_2 = 3;
    private static final int WERKDAGEN_ARTIKEL_2 = 2;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d-M-yyyy 'om' HH:mm 'uur'", Locale.forLanguageTag("nl-NL"));

    private final Kalender kalender;

    public Termijnberekening(Kalender kalender) {
        this.kalender = kalender;
    }

    /**
     * The last day of a term.
     *
     * @param regel         length and way of counting; not in hours
     * @param vanaf         the day of the event (counting back: the day that is counted back from); does not count itself
     * @param opschortingen periods in which the term does not run; overlapping days count once, days up to and including
     *                      {@code vanaf} do not count. Empty when counting back.
     * @throws OntbrekendeKalendergegevens when school holidays are needed that are not known
     * @throws IllegalArgumentException    for hours, and for a suspension of a term that is counted back
     */
    public Uitkomst bereken(Termijnregel regel, LocalDate vanaf, List<Opschorting> opschortingen) {
        return bereken(regel, vanaf, opschortingen, List.of());
    }

    /**
     * The last day of a term that was extended by notice, and perhaps suspended as well.
     *
     * @param verlengingen in the order of their notices; none for a term that is counted back
     */
    public Uitkomst bereken(Termijnregel regel, LocalDate vanaf, List<Opschorting> opschortingen, List<Verlenging> verlengingen) {
        if (regel.eenheid() == Eenheid.UREN) {
            throw new IllegalArgumentException("Een termijn in uren begint op een tijdstip");
        }
        if (regel.richting() == Richting.TERUG) {
            if (!opschortingen.isEmpty() || !verlengingen.isEmpty()) {
                throw new IllegalArgumentException("Een teruggerekende termijn kan niet worden opgeschort of verlengd");
            }
            return terug(regel, vanaf);
        }
        Uitleg uitleg = new Uitleg();
        uitleg.stap(vanaf, Datum.lang(vanaf) + " telt niet mee. De termijn begint op " + Datum.lang(vanaf.plusDays(1)) + ".");
        Set<LocalDate> opgeschort = opgeschorteDagen(opschortingen, vanaf);
        LocalDate einde = switch (regel.eenheid()) {
            case WERKDAGEN, SCHOOLDAGEN -> telDagen(regel, vanaf, opgeschort, opschortingen, uitleg);
            case ONVERWIJLD -> onverwijld(vanaf, opgeschort, opschortingen, uitleg);
            case VASTE_DATUM -> vasteDatum(regel, vanaf, uitleg);
            default -> {
                LocalDate kaal = verder(regel, vanaf, 1);
                uitleg.stap(kaal, Uitleg.lengte(regel.aantal(), regel.eenheid()) + " na " + Datum.kort(vanaf) + " is " + Datum.lang(kaal) + ".");
                yield opschuiven(kaal, opgeschort, opschortingen, uitleg);
            }
        };
        boolean genoemd = false;
        for (Verlenging verlenging : verlengingen) {
            long later = opgeschort.stream().filter(d -> d.isAfter(verlenging.op())).count();
            einde = verlenging.tot() == null ? einde.plusWeeks(verlenging.weken()) : verlenging.tot().plusDays(later);
            genoemd = verlenging.tot() != null && later == 0;
            meldVerlenging(verlenging, einde, later, uitleg);
        }
        if (genoemd) {
            return klaar(einde, uitleg);
        }
        if (regel.onderAtw()) {
            einde = verlengVolgensAtw(einde, vanaf, opgeschort, uitleg, regel);
        } else {
            meldGeenAtw(regel, einde, uitleg);
        }
        return klaar(einde, uitleg);
    }

    /**
     * The end of a term in hours: that many hours later on the clock, also over a change to or from summer time. The
     * Algemene termijnenwet does not apply (art. 4).
     *
     * @param vanaf local time, Europe/Amsterdam
     */
    public Uitkomst berekenUren(int uren, LocalDateTime vanaf) {
        new Termijnregel(uren, Eenheid.UREN, false, Richting.VOORUIT, null);
        return uren(uren, vanaf, uren + " uur na " + MOMENT.format(vanaf));
    }

    /** As {@link #berekenUren}, counted back from a moment. */
    public Uitkomst berekenUrenTerug(int uren, LocalDateTime vanaf) {
        new Termijnregel(uren, Eenheid.UREN, false, Richting.TERUG, null);
        return uren(-uren, vanaf, uren + " uur vóór " + MOMENT.format(vanaf));
    }

    private static Uitkomst uren(int uren, LocalDateTime vanaf, String wat) {
        LocalDateTime einde = vanaf.plusHours(uren);
        Uitleg uitleg = new Uitleg();
        uitleg.stap(einde.toLocalDate(), wat + " is " + MOMENT.format(einde) + ".");
        uitleg.stap(einde.toLocalDate(), "Een termijn in uren loopt door in weekend en feestdagen (Algemene termijnenwet, artikel 4).");
        return new Uitkomst(einde.toLocalDate(), einde, uitleg.regels());
    }

    private Uitkomst terug(Termijnregel regel, LocalDate vanaf) {
        Uitleg uitleg = new Uitleg();
        LocalDate einde = switch (regel.eenheid()) {
            case WERKDAGEN, SCHOOLDAGEN -> {
                List<String> overgeslagen = new ArrayList<>();
                LocalDate dag = telDagen(regel, vanaf, -1, Set.of(), overgeslagen);
                uitleg.stap(vanaf, "Er wordt teruggerekend vanaf " + Datum.lang(vanaf) + ". Die dag telt niet mee.");
                meldOvergeslagen(regel.eenheid(), vanaf, overgeslagen, uitleg);
                yield dag;
            }
            default -> {
                uitleg.stap(vanaf, "Er wordt teruggerekend vanaf " + Datum.lang(vanaf) + ". Die dag telt niet mee.");
                yield verder(regel, vanaf, -1);
            }
        };
        uitleg.stap(einde, Uitleg.lengte(regel.aantal(), regel.eenheid()) + " vóór " + Datum.kort(vanaf) + " is " + Datum.lang(einde) + ".");
        if (regel.onderAtw() && !kalender.isWerkdag(einde)) {
            uitleg.stap(einde, "Bij terugrekenen verschuift een weekend of feestdag niet (Algemene termijnenwet, artikel 1, tweede lid).");
        }
        return klaar(einde, uitleg);
    }

    private static LocalDate vasteDatum(Termijnregel regel, LocalDate vanaf, Uitleg uitleg) {
        Datumregel datumregel = Datumregel.van(regel.datumregel());
        LocalDate einde = datumregel.na(vanaf);
        uitleg.stap(einde, "Voor deze termijn geldt een vaste datum: " + datumregel.tekst() + ". De eerste na " + Datum.kort(vanaf) + " is "
                + Datum.lang(einde) + ".");
        return einde;
    }

    private static void meldVerlenging(Verlenging verlenging, LocalDate einde, long later, Uitleg uitleg) {
        String wat = verlenging.tot() == null ? "is de termijn verlengd met " + Uitleg.lengte(verlenging.weken(), Eenheid.WEKEN)
                : "is een nieuwe laatste dag genoemd: " + Datum.lang(verlenging.tot());
        uitleg.stap(verlenging.op(), "Op " + Datum.kort(verlenging.op()) + " " + wat + " (" + verlenging.grondslag() + ")."
                + (later == 0 || verlenging.tot() == null ? "" : " Daarna is de termijn nog " + Uitleg.lengte((int) later, Eenheid.DAGEN) + " opgeschort.")
                + " Het einde wordt " + Datum.lang(einde) + ".");
    }

    private static Uitkomst klaar(LocalDate einde, Uitleg uitleg) {
        uitleg.stap(einde, "De laatste dag van de termijn is " + Datum.lang(einde) + ".");
        return new Uitkomst(einde, null, uitleg.regels());
    }

    private static LocalDate verder(Termijnregel regel, LocalDate vanaf, int teken) {
        long aantal = (long) teken * regel.aantal();
        return switch (regel.eenheid()) {
            case DAGEN -> vanaf.plusDays(aantal);
            case WEKEN -> vanaf.plusWeeks(aantal);
            case MAANDEN -> vanaf.plusMonths(aantal);
            case JAREN -> vanaf.plusYears(aantal);
            default -> throw new IllegalArgumentException("Niet in hele dagen: " + regel.eenheid());
        };
    }

    // Terms that are counted day by day -----------------------------------------------------------------------------------

    private LocalDate telDagen(Termijnregel regel, LocalDate vanaf, Set<LocalDate> opgeschort, List<Opschorting> opschortingen, Uitleg uitleg) {
        List<String> overgeslagen = new ArrayList<>();
        LocalDate einde = telDagen(regel, vanaf, 1, opgeschort, overgeslagen);
        meldOvergeslagen(regel.eenheid(), vanaf, overgeslagen, uitleg);
        meldOpschortingen(opschortingen, uitleg);
        uitleg.stap(einde, Uitleg.lengte(regel.aantal(), regel.eenheid()) + " na " + Datum.kort(vanaf) + " is " + Datum.lang(einde) + ".");
        return einde;
    }

    private LocalDate telDagen(Termijnregel regel, LocalDate vanaf, int teken, Set<LocalDate> opgeschort, List<String> overgeslagen) {
        boolean school = regel.eenheid() == Eenheid.SCHOOLDAGEN;
        Set<String> gezien = new LinkedHashSet<>();
        LocalDate dag = vanaf;
        for (int over = regel.aantal(); over > 0;) {
            dag = dag.plusDays(teken);
            LocalDate deze = dag;
            if (!kalender.isWerkdag(dag)) {
                if (dag.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                    kalender.feestdagNaam(dag).ifPresent(naam -> gezien.add(Datum.lang(deze) + " (" + naam + ")"));
                }
            } else if (school && !kalender.isSchooldag(dag, regel.regio(), regel.school())) {
                kalender.schoolvakantie(dag, regel.regio(), regel.school()).ifPresent(v -> gezien.add("de " + v.naam()
                        + "vakantie van " + (v.school() == null ? "regio " + regel.regio() : "de school zelf") + " (" + Datum.kort(v.begin()) + " tot en met " + Datum.kort(v.eind()) + ")"));
            } else if (!opgeschort.contains(dag)) {
                over--;
            }
        }
        overgeslagen.addAll(gezien);
        return dag;
    }

    private static void meldOvergeslagen(Eenheid eenheid, LocalDate vanaf, List<String> overgeslagen, Uitleg uitleg) {
        String altijd = eenheid == Eenheid.SCHOOLDAGEN ? "Weekenden, feestdagen en schoolvakanties" : "Zaterdagen, zondagen en feestdagen";
        uitleg.stap(vanaf, altijd + " tellen niet mee" + (overgeslagen.isEmpty() ? "." : ": " + Uitleg.opsomming(overgeslagen) + "."));
    }

    private LocalDate onverwijld(LocalDate vanaf, Set<LocalDate> opgeschort, List<Opschorting> opschortingen, Uitleg uitleg) {
        meldOpschortingen(opschortingen, uitleg);
        LocalDate einde = kalender.volgendeWerkdag(vanaf);
        while (opgeschort.contains(einde)) {
            einde = kalender.volgendeWerkdag(einde);
        }
        uitleg.stap(einde, "Onverwijld: zo mogelijk dezelfde dag, uiterlijk de volgende werkdag, " + Datum.lang(einde) + ".");
        return einde;
    }

    // Suspension (art. 4:15 Awb) ------------------------------------------------------------------------------------------

    private static Set<LocalDate> opgeschorteDagen(List<Opschorting> opschortingen, LocalDate vanaf) {
        Set<LocalDate> dagen = new LinkedHashSet<>();
        for (Opschorting opschorting : opschortingen) {
            opschorting.van().datesUntil(opschorting.tot().plusDays(1)).filter(d -> d.isAfter(vanaf)).forEach(dagen::add);
        }
        return dagen;
    }

    private static LocalDate opschuiven(LocalDate kaal, Set<LocalDate> opgeschort, List<Opschorting> opschortingen, Uitleg uitleg) {
        if (opgeschort.isEmpty()) {
            return kaal;
        }
        meldOpschortingen(opschortingen, uitleg);
        LocalDate einde = kaal.plusDays(opgeschort.size());
        uitleg.stap(einde, "Het einde schuift " + Uitleg.lengte(opgeschort.size(), Eenheid.DAGEN) + " op, naar " + Datum.lang(einde) + ".");
        return einde;
    }

    private static void meldOpschortingen(List<Opschorting> opschortingen, Uitleg uitleg) {
        opschortingen.stream().filter(o -> !o.tot().isBefore(o.van())).forEach(o -> uitleg.stap(o.van(), "De termijn is opgeschort van "
                + Datum.kort(o.van()) + " tot en met " + Datum.kort(o.tot()) + " " + o.grond() + "."));
    }

    // Algemene termijnenwet -----------------------------------------------------------------------------------------------

    private LocalDate verlengVolgensAtw(LocalDate kaal, LocalDate vanaf, Set<LocalDate> opgeschort, Uitleg uitleg, Termijnregel regel) {
        LocalDate einde = kaal;
        List<String> vrij = new ArrayList<>();
        while (!kalender.isWerkdag(einde)) {
            vrij.add(Datum.lang(einde) + kalender.feestdagNaam(einde).map(naam -> " (" + naam + ")").orElse(""));
            einde = einde.plusDays(1);
        }
        if (!vrij.isEmpty()) {
            uitleg.stap(kaal, Uitleg.opsomming(vrij) + (vrij.size() == 1 ? " kan" : " kunnen")
                    + " niet de laatste dag zijn: de termijn loopt door tot en met " + Datum.lang(einde) + " (Algemene termijnenwet, artikel 1).");
        }
        LocalDate tweede = vanaf;
        if (regel.eenheid() != Eenheid.DAGEN || regel.aantal() >= MINSTE_DAGEN_ARTIKEL_2) {
            for (int over = WERKDAGEN_ARTIKEL_2; over > 0;) {
                tweede = kalender.volgendeWerkdag(tweede);
                over -= opgeschort.contains(tweede) ? 0 : 1;
            }
        }
        if (tweede.isAfter(einde)) {
            einde = tweede;
            uitleg.stap(einde, "Een termijn van drie dagen of meer bevat ten minste twee werkdagen: de termijn loopt door tot en met "
                    + Datum.lang(einde) + " (Algemene termijnenwet, artikel 2).");
        }
        return einde;
    }

    private void meldGeenAtw(Termijnregel regel, LocalDate einde, Uitleg uitleg) {
        if (kalender.isWerkdag(einde)) {
            return;
        }
        if (regel.atw() && (regel.eenheid() != Eenheid.WERKDAGEN && regel.eenheid() != Eenheid.SCHOOLDAGEN)) {
            uitleg.stap(einde, "De Algemene termijnenwet geldt niet voor een termijn van " + Uitleg.lengte(regel.aantal(), regel.eenheid())
                    + " (artikel 4): de laatste dag verschuift niet.");
        } else {
            uitleg.stap(einde, "De Algemene termijnenwet geldt niet voor deze termijn: de laatste dag verschuift niet.");
        }
    }
}
