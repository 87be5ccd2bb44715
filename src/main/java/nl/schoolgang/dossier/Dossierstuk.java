package nl.schoolgang.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A piece of a pupil's dossier.
 *
 * @param zaakId       null when it belongs to the pupil only
 * @param meldingId    null when it is about no melding
 * @param soort        code, for example {@code verzuimmelding}
 * @param inhoud       what it says, by field; empty when the reader may not see it
 * @param gebeurdOp    when it happened
 * @param vastgelegdOp when it was recorded
 * @param opsteller    user name; null when the system wrote it, or when the reader may not see the piece
 */
public record Dossierstuk(UUID id, String gemeente, UUID leerlingId, UUID zaakId, UUID meldingId, String soort, String titel, Label label,
                          Map<String, Object> inhoud, Instant gebeurdOp, Instant vastgelegdOp, String opsteller) {

    /** The title of a piece that the reader may not see. */
    public static final String AFGESCHERMD = "Afgeschermd";

    /**
     * Key in the contents of a criminal-law piece: the code of the role to which the policy of the municipality gave the work when it was
     * done ({@code processes/beleid/rollen.dmn}). That role may read it, besides a boa.
     */
    public static final String UITVOERDER = "uitvoerder";

    /** Whether the reader may not see this piece. */
    public boolean isAfgeschermd() {
        return AFGESCHERMD.equals(titel);
    }

    Dossierstuk afgeschermd() {
        return new Dossierstuk(id, gemeente, leerlingId, zaakId, meldingId, soort, AFGESCHERMD, label, Map.of(), gebeurdOp, vastgelegdOp, null);
    }

    @Override
    public String toString() {
        return "Dossierstuk[" + id + "]";
    }
}
