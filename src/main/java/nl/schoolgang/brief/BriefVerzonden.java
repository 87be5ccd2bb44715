package nl.schoolgang.brief;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter has really been dispatched. Published within the transaction that records it: a listener that throws undoes that.
 *
 * @param meldingId   the melding that the letter is about; null when it is about the whole case
 * @param code        code of the template
 * @param verzondenOp the day of dispatch (bekendmaking, Awb 3:41)
 */
public record BriefVerzonden(UUID briefId, UUID zaakId, UUID meldingId, String code, LocalDate verzondenOp) {
}
