package nl.schoolgang.melding;

/**
 * One field of a melding that arrived with another value.
 *
 * @param veld  name as in the API, for example {@code einddatum} or {@code contact.naam}
 * @param oud   null when it was empty
 * @param nieuw null when it is empty now
 */
public record Wijziging(String veld, String oud, String nieuw) {

    /** Without the values: they may be personal, and records end up in logs. */
    @Override
    public String toString() {
        return "Wijziging[" + veld + "]";
    }
}
