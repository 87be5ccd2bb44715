package nl.schoolgang.dossier;

import java.time.Instant;
import java.util.UUID;

/** A line of the processing log; see {@link Verwerking} for the parts. Ids and our own words only. */
public record Logregel(long id, Instant moment, String gemeente, Verwerkingsactie actie, boolean geweigerd, UUID leerlingId, UUID zaakId,
                       String wie, String doel, String grondslag, String ontvanger, String onderwerp) {
}
