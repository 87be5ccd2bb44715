package nl.schoolgang.werkvoorraad;

/**
 * Which tasks are asked for; null means any.
 *
 * @param lijst whose tasks; never null
 * @param rol   code of a role
 * @param na    where to go on, from the page before; null for the first page
 */
public record Taakvraag(Lijst lijst, String zaaknummer, String procedure, String rol, String gemeente, Termijnstand termijn, String na) {

    /** Whose tasks. */
    public enum Lijst {
        /** Claimed by the employee. */
        MIJN,
        /** Of the employee's own roles. */
        TEAM,
        /** Everything that the employee may see. */
        ALLES
    }

    /** Where the term of a task stands today. */
    public enum Termijnstand { VERLOPEN, DREIGT, LOOPT, GEEN }

    /** Everything in one of the lists. */
    public static Taakvraag van(Lijst lijst) {
        return new Taakvraag(lijst, null, null, null, null, null, null);
    }

    /** Tasks of a case or of a role, both optional, as far as the asker may see them. */
    public static Taakvraag alle(String zaaknummer, String rol, String na) {
        return new Taakvraag(Lijst.ALLES, zaaknummer, null, rol, null, null, na);
    }

    Taakvraag met(Termijnstand stand) {
        return new Taakvraag(lijst, zaaknummer, procedure, rol, gemeente, stand, null);
    }
}
