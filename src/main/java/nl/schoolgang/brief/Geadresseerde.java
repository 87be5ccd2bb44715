package nl.schoolgang.brief;

import java.util.List;
import java.util.UUID;
import nl.schoolgang.melding.Melding;

/**
 * Somebody who gets a letter.
 *
 * @param soort  in which capacity
 * @param id     the parent or pupil; null for who is not registered as a person
 * @param naam   the name for people; says that nobody is known when that is so
 * @param aanhef how the letter begins, with its comma
 * @param adres  the lines of the address below the name; empty when there is none
 * @param geheim the address may be seen only by who prints the letter
 * @param taal   the language that is read, when not Dutch; null otherwise
 * @param tolk   an interpreter is needed
 * @param email  where letters may go by e-mail; null: by post only
 * @param melding the melding that this addressee notified; null: the letter's own
 */
record Geadresseerde(Aansoort soort, UUID id, String naam, String aanhef, List<String> adres, boolean geheim, String taal,
                     boolean tolk, String email, Melding melding) {

    Geadresseerde {
        adres = List.copyOf(adres);
    }

    Kanaal kanaal() {
        return email == null ? Kanaal.POST : Kanaal.E_MAIL;
    }

    /** Whether a letter can reach this addressee. */
    boolean bereikbaar() {
        return email != null || !adres.isEmpty();
    }

    Geadresseerde met(List<String> anderAdres) {
        return new Geadresseerde(soort, id, naam, aanhef, anderAdres, geheim, taal, tolk, null, melding);
    }

    @Override
    public String toString() {
        return "Geadresseerde[" + soort + "]";
    }
}
