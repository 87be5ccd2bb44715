package nl.schoolgang.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A piece to be added to a dossier; see {@link Dossierstuk} for the parts.
 *
 * @param zaakId    may be null
 * @param meldingId may be null
 * @param inhoud    what can be written as JSON; null values are left out
 * @param gebeurdOp null: now
 * @param opsteller user name; null when the system writes it
 */
public record NieuwDossierstuk(String gemeente, UUID leerlingId, UUID zaakId, UUID meldingId, String soort, String titel, Label label,
                               Map<String, Object> inhoud, Instant gebeurdOp, String opsteller) {

    @Override
    public String toString() {
        return "NieuwDossierstuk[" + soort + "]";
    }
}
