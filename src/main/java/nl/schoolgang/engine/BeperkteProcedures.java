package nl.schoolgang.engine;

import java.util.Set;

/**
 * The procedures of which it may not even be seen that they run, or how many: a suspicion of abuse at home, and the criminal ones.
 * Cockpit's counts do not look at rights on single cases, so nobody gets a right on these definitions there, whatever the role. Each
 * key is the id of a process in its model; a copy under another id needs a line here.
 */
final class BeperkteProcedures {

    static final Set<String> SLEUTELS = Set.of("meldcode", "halt-verwijzing", "proces-verbaal");

    private BeperkteProcedures() {
    }
}
