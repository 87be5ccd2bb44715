package nl.schoolgang.zaak;

import java.time.Instant;
import java.util.UUID;

/**
 * A case.
 *
 * @param zaaknummer        the number for people, also the engine's business key: {@code NOP-2026-000123}
 * @param gemeente          code of the municipality
 * @param procedure         id of the process, for example {@code relatief-verzuim}
 * @param behandelaar       user name of the officer; null as long as there is none
 * @param uitkomst          null as long as the case is open
 * @param procesInstantieId null when no process carries the case
 * @param geslotenOp        null as long as the case is open
 */
public record Zaak(UUID id, String zaaknummer, String gemeente, String procedure, UUID leerlingId, String behandelaar,
                   Zaakstatus status, String uitkomst, String procesInstantieId, Instant geopendOp, Instant geslotenOp) {
}
