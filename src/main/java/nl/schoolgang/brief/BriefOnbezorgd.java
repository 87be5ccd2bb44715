package nl.schoolgang.brief;

import java.util.UUID;

/**
 * A letter did not reach its addressee. Published within the transaction that records it: a listener that throws undoes that.
 *
 * @param reden {@code retour} or {@code e-mail-mislukt}
 */
public record BriefOnbezorgd(UUID briefId, UUID zaakId, UUID meldingId, String reden) {

    public static final String RETOUR = "retour";
    public static final String E_MAIL_MISLUKT = "e-mail-mislukt";
}
