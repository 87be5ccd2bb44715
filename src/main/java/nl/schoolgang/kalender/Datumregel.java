package nl.schoolgang.kalender;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The rule for a date that the law or an instruction names itself: a day of the year ({@code 30 juni}), or one of
 * {@value #EINDE_MAAND}, {@value #KWARTAAL} (Algemene Kinderbijslagwet art. 11) and {@value #NOVEMBER} (BUN 9a lid 1: Saturday and Sunday
 * both in November; the week that follows ends on its Sunday).
 */
final class Datumregel {

    static final String EINDE_MAAND = "einde van de maand";
    static final String KWARTAAL = "eerste dag van het volgende kwartaal";
    static final String NOVEMBER = "week na het eerste volle weekend van november";

    private static final int NOVEMBERMAAND = 11;
    /** From the Saturday of that weekend to the Sunday of the week after it. */
    private static final int TOT_ZONDAG_ERNA = 8;
    private static final DateTimeFormatter JAARDAG = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d MMMM")
            .toFormatter(Locale.forLanguageTag("nl-NL"));

    private final String tekst;
    private final UnaryOperator<LocalDate> eerstvolgende;

    private Datumregel(String tekst, UnaryOperator<LocalDate> eerstvolgende) {
        this.tekst = tekst;
        this.eerstvolgende = eerstvolgende;
    }

    /** @throws IllegalArgumentException when nothing reads like this */
    static Datumregel van(String tekst) {
        return new Datumregel(tekst, switch (tekst) {
            case EINDE_MAAND -> dag -> dag.plusDays(1).with(TemporalAdjusters.lastDayOfMonth());
            case KWARTAAL -> dag -> dag.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3);
            case NOVEMBER -> dag -> {
                LocalDate ditJaar = weekNaNovemberweekend(dag.getYear());
                return ditJaar.isAfter(dag) ? ditJaar : weekNaNovemberweekend(dag.getYear() + 1);
            };
            default -> jaardag(tekst);
        });
    }

    /** The first date by this rule after the day. */
    LocalDate na(LocalDate dag) {
        return eerstvolgende.apply(dag);
    }

    String tekst() {
        return tekst;
    }

    private static UnaryOperator<LocalDate> jaardag(String tekst) {
        MonthDay jaardag;
        try {
            jaardag = MonthDay.parse(tekst, JAARDAG);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Onbekende regel voor een vaste datum: " + tekst, e);
        }
        return dag -> {
            LocalDate ditJaar = jaardag.atYear(dag.getYear());
            return ditJaar.isAfter(dag) ? ditJaar : jaardag.atYear(dag.getYear() + 1);
        };
    }

    private static LocalDate weekNaNovemberweekend(int jaar) {
        return LocalDate.of(jaar, NOVEMBERMAAND, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).plusDays(TOT_ZONDAG_ERNA);
    }
}
