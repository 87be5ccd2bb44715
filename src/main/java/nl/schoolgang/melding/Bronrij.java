package nl.schoolgang.melding;

import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.Fout;

/**
 * One melding as a source delivered it, read but not judged.
 *
 * @param velden  by the name of the API, with dots: String, BigDecimal or Boolean; anything else is of the wrong kind. An empty field is an
 *                empty text
 * @param tekst   the source knows text only (CSV): numbers and booleans are written out
 * @param fouten  what the reader itself found wrong
 */
record Bronrij(Map<String, Object> velden, boolean tekst, List<Fout> fouten) {
}
