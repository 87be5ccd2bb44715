package nl.schoolgang.herstel;

import java.util.List;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.zaak.Zaak;

/**
 * Two records of what may be one person, side by side, and what would happen.
 *
 * @param blijft      the pupil that would remain
 * @param verdwijnt   the pupil that would go
 * @param velden      what both say, in the order of the screen
 * @param bezwaren    why they cannot be merged, in Dutch; empty when they can
 * @param blijvendeZaak the open case of relatief verzuim that would remain; null when no cases would be joined
 * @param opgaandeZaak  the open case that would be joined with it; null when none would be
 * @param kenmerk     tells whether anything of this changed since
 */
public record Vergelijking(Leerling blijft, Leerling verdwijnt, List<Vergelijkingsveld> velden, List<String> bezwaren, Zaak blijvendeZaak,
                           Zaak opgaandeZaak, String kenmerk) {

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Vergelijking[" + blijft.id() + ", " + verdwijnt.id() + "]";
    }
}
