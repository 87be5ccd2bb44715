package nl.schoolgang.bericht;

import java.util.UUID;

/**
 * A person dropped a message. Published within that transaction: a listener that throws undoes it.
 *
 * @param soort code, for example {@code terugmelding}
 * @param reden why, as the person wrote it; it may name somebody, so it belongs in the dossier
 * @param door  user name
 */
public record BerichtVervallen(UUID berichtId, UUID zaakId, String soort, String reden, String door) {

    /** Without the free text: records end up in logs. */
    @Override
    public String toString() {
        return "BerichtVervallen[" + berichtId + "]";
    }
}
