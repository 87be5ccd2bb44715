package nl.schoolgang.kalender;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The calendar: recognised holidays (art. 3 Algemene termijnenwet), werkdagen and school days.
 * Always by the data of the moment; safe for use by several threads.
 */
public final class Kalender {

    private static final Set<String> VAKANTIES = Set.of("herfst", "kerst", "voorjaar", "mei", "zomer");

    private final Supplier<Kalendergegevens> gegevens;
    private final Map<Integer, Map<LocalDate, String>> feestdagen = new ConcurrentHashMap<>();

    /** @param gegevens gives the data as they are now; asked at every question, so quick */
    public Kalender(Supplier<Kalendergegevens> gegevens) {
        this.gegevens = gegevens;
    }

    /**
     * A calendar whose data do not change.
     *
     * @param koninklijkBesluitDagen the days put on a level with holidays by Royal Decree (art. 3 lid 3)
     * @param vakanties              the school holidays that are known
     */
    public Kalender(Set<LocalDate> koninklijkBesluitDagen, List<Schoolvakantie> vakanties) {
        Kalendergegevens vast = new Kalendergegevens(koninklijkBesluitDagen.stream()
                .collect(Collectors.toMap(Function.identity(), dag -> "vrije dag")), vakanties);
        this.gegevens = () -> vast;
    }

    /** The name of the recognised holiday, Good Friday and days by Royal Decree included; empty on other days, Sundays too. */
    public Optional<String> feestdagNaam(LocalDate dag) {
        String naam = feestdagen.computeIfAbsent(dag.getYear(), Feestdagen::van).get(dag);
        if (naam == null && gegevens.get().isKoninklijkBesluitDag(dag)) {
            naam = "vrije dag bij koninklijk besluit";
        }
        return Optional.ofNullable(naam);
    }

    /** Whether the day is a recognised holiday, whatever the day of the week. */
    public boolean isErkendeFeestdag(LocalDate dag) {
        return feestdagNaam(dag).isPresent();
    }

    /** Whether the day is Monday to Friday and no recognised holiday. */
    public boolean isWerkdag(LocalDate dag) {
        return dag.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !isErkendeFeestdag(dag);
    }

    /** The first werkdag after this day. */
    public LocalDate volgendeWerkdag(LocalDate dag) {
        return werkdagenVerder(dag, 1);
    }

    /** The n-th werkdag after this day; the n-th before it when n is negative; the day itself when n is 0. */
    public LocalDate werkdagenVerder(LocalDate dag, int aantal) {
        int stap = Integer.signum(aantal);
        LocalDate einde = dag;
        for (int over = Math.abs(aantal); over > 0;) {
            einde = einde.plusDays(stap);
            if (isWerkdag(einde)) {
                over--;
            }
        }
        return einde;
    }

    /**
     * Whether the day is a werkdag outside the school holidays of the region.
     *
     * @throws OntbrekendeKalendergegevens when the school holidays around this day are not known
     */
    public boolean isSchooldag(LocalDate dag, String regio) {
        return isSchooldag(dag, regio, null);
    }

    /**
     * The same for one school, whose own holidays go before those of the region.
     *
     * @param school key of the school, see {@link Schoolvakantie#school}; null for the region's holidays
     */
    public boolean isSchooldag(LocalDate dag, String regio, String school) {
        return isWerkdag(dag) && schoolvakantie(dag, regio, school).isEmpty();
    }

    /**
     * Whether the calendar week (Monday to Sunday) of this day has at least one school day.
     *
     * @throws OntbrekendeKalendergegevens when the school holidays around this day are not known
     */
    public boolean isLesweek(LocalDate dag, String regio) {
        return isLesweek(dag, regio, null);
    }

    /** The same for one school, whose own holidays go before those of the region. */
    public boolean isLesweek(LocalDate dag, String regio, String school) {
        LocalDate maandag = dag.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return maandag.datesUntil(maandag.plusDays(5)).anyMatch(d -> isSchooldag(d, regio, school));
    }

    /**
     * The school holiday of the region in which this day falls; empty when there is none.
     *
     * @throws OntbrekendeKalendergegevens when the school holidays around this day are not known
     */
    public Optional<Schoolvakantie> schoolvakantie(LocalDate dag, String regio) {
        return schoolvakantie(dag, regio, null);
    }

    /** The same for one school, whose own holidays go before those of the region. */
    public Optional<Schoolvakantie> schoolvakantie(LocalDate dag, String regio, String school) {
        List<Schoolvakantie> vakanties = gegevens.get().vakanties(regio, school);
        Optional<Schoolvakantie> vakantie = vakanties.stream().filter(v -> v.bevat(dag)).findFirst();
        if (vakantie.isEmpty() && !isBekend(dag, vakanties)) {
            throw new OntbrekendeKalendergegevens("De schoolvakanties van regio " + regio + " rond " + Datum.kort(dag)
                    + " zijn niet bekend. Vul de lijst met schoolvakanties aan.");
        }
        return vakantie;
    }

    /**
     * A day outside every holiday is only known to be no holiday within a school year of which all holidays are known:
     * from the end of the summer before it (or, that being unknown, its first holiday) through the end of its own summer.
     */
    private static boolean isBekend(LocalDate dag, List<Schoolvakantie> vakanties) {
        LocalDate zomerTot = null;
        for (Schoolvakantie zomer : vakanties) {
            if (!zomer.naam().equals("zomer")) {
                continue;
            }
            if (!dag.isAfter(zomer.eind())) {
                List<Schoolvakantie> jaar = vakanties.stream().filter(v -> v.schooljaar().equals(zomer.schooljaar())).toList();
                boolean volledig = jaar.stream().map(Schoolvakantie::naam).collect(Collectors.toSet()).containsAll(VAKANTIES);
                boolean sluitAan = zomerTot != null && zomerTot.getYear() == zomer.eind().getYear() - 1;
                return volledig && (sluitAan || !dag.isBefore(jaar.get(0).begin()));
            }
            zomerTot = zomer.eind();
        }
        return false;
    }
}
