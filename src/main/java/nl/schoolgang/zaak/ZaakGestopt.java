package nl.schoolgang.zaak;

import java.util.UUID;

/**
 * Nothing that was put ready in this case may reach anybody any more: whoever keeps letters in a queue takes them out. Published in the
 * transaction that stops the case.
 *
 * @param reden code: {@code overleden}, or {@code melding-verplaatst} when all of it was about another pupil
 */
public record ZaakGestopt(UUID zaakId, String reden) {
}
