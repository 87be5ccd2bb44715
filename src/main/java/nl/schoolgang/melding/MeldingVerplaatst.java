package nl.schoolgang.melding;

import java.util.UUID;

/**
 * A melding turned out to be about another pupil. Published within the transaction, after its rows were moved: who has something ready for
 * the family of the wrong pupil because of this melding stops it.
 *
 * @param vanZaak the case of the wrong pupil
 */
public record MeldingVerplaatst(UUID meldingId, UUID vanZaak, UUID naarZaak, UUID vanLeerling, UUID naarLeerling) {
}
