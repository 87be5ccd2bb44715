package nl.schoolgang.kalender;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The recognised holidays of art. 3, first and second paragraph, Algemene termijnenwet, as they are since 2014. */
final class Feestdagen {

    private Feestdagen() {
    }

    static Map<LocalDate, String> van(int jaar) {
        LocalDate pasen = eerstePaasdag(jaar);
        LocalDate koningsdag = LocalDate.of(jaar, 4, 27);
        Map<LocalDate, String> dagen = new TreeMap<>();
        dagen.put(LocalDate.of(jaar, 1, 1), "Nieuwjaarsdag");
        dagen.put(pasen.minusDays(2), "Goede Vrijdag");
        dagen.put(pasen.plusDays(1), "Tweede Paasdag");
        dagen.put(koningsdag.getDayOfWeek() == DayOfWeek.SUNDAY ? koningsdag.minusDays(1) : koningsdag, "Koningsdag");
        dagen.put(LocalDate.of(jaar, 5, 5), "Bevrijdingsdag");
        // Ascension may fall on 5 May (2016): the day then bears its own name.
        dagen.put(pasen.plusDays(39), "Hemelvaartsdag");
        dagen.put(pasen.plusDays(50), "Tweede Pinksterdag");
        dagen.put(LocalDate.of(jaar, 12, 25), "Eerste Kerstdag");
        dagen.put(LocalDate.of(jaar, 12, 26), "Tweede Kerstdag");
        return dagen;
    }

    /** Easter Sunday of the Gregorian calendar, after the anonymous computus (Nature, 20 April 1876). */
    static LocalDate eerstePaasdag(int jaar) {
        int a = jaar % 19;
        int b = jaar / 100;
        int c = jaar % 100;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int som = h + l - 7 * m + 114;
        return LocalDate.of(jaar, som / 31, som % 31 + 1);
    }
}
