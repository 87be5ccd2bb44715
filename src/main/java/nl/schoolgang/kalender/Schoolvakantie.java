package nl.schoolgang.kalender;

import java.time.LocalDate;

/**
 * A school holiday of one school year and region.
 *
 * @param schooljaar for example {@code 2025-2026}; the summer holiday belongs to the school year that it closes
 * @param naam       {@code herfst}, {@code kerst}, {@code voorjaar}, {@code mei} or {@code zomer}
 * @param regio      {@code noord}, {@code midden}, {@code zuid}, or {@code alle}
 * @param begin      the first day
 * @param eind       the last day
 */
public record Schoolvakantie(String schooljaar, String naam, String regio, LocalDate begin, LocalDate eind) {

    public Schoolvakantie {
        if (eind.isBefore(begin)) {
            throw new IllegalArgumentException("De vakantie " + naam + " " + schooljaar + " (" + regio + ") eindigt voordat zij begint");
        }
    }

    boolean geldtIn(String gevraagd) {
        return regio.equals("alle") || regio.equals(gevraagd);
    }

    boolean bevat(LocalDate dag) {
        return !dag.isBefore(begin) && !dag.isAfter(eind);
    }
}
