package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.List;

/** The catalogue of terms: how long each is in which municipality, and what it rests on. */
public interface Termijncatalogus {

    /**
     * The definition that holds now for terms that start now.
     *
     * @throws OnbekendeTermijn when the catalogue has no row for this code and municipality
     */
    Termijndefinitie zoek(String code, String gemeente);

    /**
     * The definition that holds for a term that starts, or started, on this day: a row may hold from or until a day.
     *
     * @throws OnbekendeTermijn when the catalogue has no row for this code, municipality and day
     */
    default Termijndefinitie zoek(String code, String gemeente, LocalDate begin) {
        return zoek(code, gemeente);
    }

    /** The codes of the catalogue, in its own order. */
    List<String> codes();
}
