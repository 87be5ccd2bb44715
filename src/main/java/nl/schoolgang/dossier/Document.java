package nl.schoolgang.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to a pupil's dossier, as it was kept.
 *
 * @param naam      file name for people, without anything personal
 * @param mediatype for example {@code application/pdf}
 * @param inhoud    the bytes
 */
public record Document(UUID id, String gemeente, UUID leerlingId, String naam, String mediatype, byte[] inhoud, Instant bewaardOp) {

    @Override
    public String toString() {
        return "Document[" + id + "]";
    }
}
