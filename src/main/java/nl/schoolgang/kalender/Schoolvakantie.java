package nl.schoolgang.kalender;

import java.time.LocalDate;

/**
 * A school holiday of one school year and region.
 *
 * @param schooljaar for example {@code 2025-2026}; the summer holiday belongs to the school year that it closes
 * @param naam       {@code herfst}, {@code kerst}, {@code voorjaar}, {@code mei} or {@code zomer}
 * @param regio      {@code noord}, {@code midden}, {@code zuid}, or {@code alle}; null for a holiday of a school
 * @param begin      the first day
 * @param eind       the last day
 * @param school     key of the school whose own holiday this is; it takes the place of the region's of that name and year. Null: the region's
 */
public record Schoolvakantie(String schooljaar, String naam, String regio, LocalDate begin, LocalDate eind, String school) {

    /** A holiday of the region. */
    public Schoolvakantie(String schooljaar, String naam, String regio, LocalDate begin, LocalDate eind) {
        this(schooljaar, naam, regio, begin, eind, null);
    }

    public Schoolvakantie {
        if (eind.isBefore(begin)) {
            throw new IllegalArgumentException("De vakantie " + naam + " " + schooljaar + " (" + regio + ") eindigt voordat zij begint");
        }
    }

    boolean geldtIn(String gevraagd) {
        return school == null && (regio.equals("alle") || regio.equals(gevraagd));
    }

    boolean isZelfdeAls(Schoolvakantie ander) {
        return naam.equals(ander.naam) && schooljaar.equals(ander.schooljaar);
    }

    boolean bevat(LocalDate dag) {
        return !dag.isBefore(begin) && !dag.isAfter(eind);
    }
}
