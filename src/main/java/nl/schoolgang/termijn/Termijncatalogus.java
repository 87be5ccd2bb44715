package nl.schoolgang.termijn;

import java.util.List;

/** The catalogue of terms: how long each is in which municipality, and what it rests on. */
public interface Termijncatalogus {

    /**
     * The definition that holds now for terms that start now.
     *
     * @throws OnbekendeTermijn when the catalogue has no row for this code and municipality
     */
    Termijndefinitie zoek(String code, String gemeente);

    /** The codes of the catalogue, in its own order. */
    List<String> codes();
}
