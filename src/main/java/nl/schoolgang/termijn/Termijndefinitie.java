package nl.schoolgang.termijn;

import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Richting;

/**
 * A row of the catalogue of terms, as it holds for one municipality.
 *
 * @param code         for example {@code bezwaar.indienen}
 * @param gemeente     municipality code
 * @param omschrijving what it is the term for, in Dutch
 * @param aantal       length in units; 0 when there is no unit, and for onverwijld
 * @param eenheid      the unit; null when the organ sets the date in each case
 * @param atw          whether the Algemene termijnenwet applies
 * @param richting     forward or counted back
 * @param soort        what the term rests on
 * @param wie          code of the role that must act, or of a party outside (for example {@code ouders})
 * @param grondslag    the articles it rests on, for people
 * @param standaard    true for a default that no source names ("standaard, niet in de instructie")
 * @param waarschuwing how many werkdagen before the last day somebody is warned; 0 for no warning
 * @param mijlpaal     true when reaching the moment is the aim and no lapse (an agreed date that is watched)
 * @param start        the event that starts the term, in Dutch words; empty when the row does not tell
 * @param datumregel   the rule that names the date, for {@link Eenheid#VASTE_DATUM}; else null
 * @param grenzen      within what an organ sets the date; null for no bounds
 * @param regime       whether and how it may be suspended and extended
 */
public record Termijndefinitie(String code, String gemeente, String omschrijving, int aantal, Eenheid eenheid, boolean atw,
        Richting richting, Termijnsoort soort, String wie, String grondslag, boolean standaard, int waarschuwing, boolean mijlpaal,
        String start, String datumregel, Termijngrenzen grenzen, Termijnregime regime) {

    /** A row that says nothing of start, fixed date, bounds, suspension and extension. */
    public Termijndefinitie(String code, String gemeente, String omschrijving, int aantal, Eenheid eenheid, boolean atw, Richting richting,
            Termijnsoort soort, String wie, String grondslag, boolean standaard, int waarschuwing, boolean mijlpaal) {
        this(code, gemeente, omschrijving, aantal, eenheid, atw, richting, soort, wie, grondslag, standaard, waarschuwing, mijlpaal, "", null,
                null, Termijnregime.GEEN);
    }
}
