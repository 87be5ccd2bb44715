package nl.schoolgang.dossier;

import java.time.Instant;
import java.util.List;

/**
 * What a check of a municipality's chain of seals found.
 *
 * @param aantal  lines in the chain
 * @param kop     the last seal; null when the chain is empty. Written down elsewhere it proves later that nothing was cut off
 * @param wacht   lines that await their seal (a few seconds, normally)
 * @param breuken what is wrong, in Dutch; the first hundred at most; empty when the log is whole
 */
public record Ketencontrole(String gemeente, Instant moment, long aantal, String kop, long wacht, List<String> breuken) {

    /** Whether nothing was changed, removed or slipped in. */
    public boolean heel() {
        return breuken.isEmpty();
    }
}
