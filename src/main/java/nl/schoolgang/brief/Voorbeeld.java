package nl.schoolgang.brief;

/**
 * A letter that will go out when a task is finished.
 *
 * @param code       of its template
 * @param nummer     which of the addressees of that letter, from 0
 * @param titel      its title
 * @param aan        name of the addressee for people
 * @param soort      in which capacity
 * @param kanaal     how it will go out
 * @param bereikbaar false: there is no address, so it will wait for one
 * @param geheim     the address may be seen only by who prints the letter
 * @param taal       the language that the addressee reads, when not Dutch; null otherwise
 * @param tolk       an interpreter is needed
 */
public record Voorbeeld(String code, int nummer, String titel, String aan, Aansoort soort, Kanaal kanaal, boolean bereikbaar, boolean geheim,
                        String taal, boolean tolk) {

    @Override
    public String toString() {
        return "Voorbeeld[" + code + " " + nummer + "]";
    }
}
