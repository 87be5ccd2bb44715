package nl.schoolgang.engine;

import java.util.Set;

/**
 * The procedures of which it may not even be seen that they run, or how many: a suspicion of abuse at home, and the criminal ones.
 * Cockpit's counts do not look at rights on single cases, so nobody gets a right on these definitions there, whatever the role. Each
 * key is the id of a process in its model; a copy under another id needs a line here.
 */
public final class BeperkteProcedures {

    static final Set<String> SLEUTELS = Set.of("meldcode", "halt-verwijzing", "proces-verbaal");

    /**
     * Tables of which the input or the outcome names measures, restricted ones as well: what was decided with them stands in our own tables
     * and not in the engine's history.
     */
    static final Set<String> TABELLEN = Set.of("vervolg-advies", "gebeurtenis-gevolgen");

    /** Whether it may not even be seen that this procedure runs, but by who carries it out. */
    public static boolean isBeperkt(String procedure) {
        return SLEUTELS.contains(procedure);
    }

    private BeperkteProcedures() {
    }
}
