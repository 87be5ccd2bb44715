package nl.schoolgang.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.zaak.Zaak;

/**
 * The case that a letter is about.
 *
 * @param meldingen  the melding that the letter is about, or else all of the case, the latest last
 * @param antwoorden what was answered in the tasks that the letter may use: the raw value by key, as text or as a list
 * @param teksten    the same as a reader sees it
 * @param vandaag    the day on which the letter is made
 */
record Briefzaak(Zaak zaak, Leerling leerling, List<Melding> meldingen, Map<String, Object> antwoorden, Map<String, String> teksten,
                 LocalDate vandaag) {

    @Override
    public String toString() {
        return "Briefzaak[" + zaak.zaaknummer() + "]";
    }
}
