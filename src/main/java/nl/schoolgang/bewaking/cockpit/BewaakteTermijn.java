package nl.schoolgang.bewaking.cockpit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A term as Cockpit shows it.
 *
 * @param stand         code of {@link Termijnstand}
 * @param teLaatSinds   the first day on which it was too late; null when it is not
 * @param wie           code of the role or party that must act
 * @param standaard     whether no source names this term
 * @param behandelaar   name of the officer of the case; null when there is none
 * @param instantie     id of the process instance of the case; null when no process carries it
 * @param uitleg        the steps of the calculation as they were stored, JSON
 * @param meldingId     the melding that it belongs to; null for the case as a whole
 * @param magZaak       whether the employee may open the case
 */
record BewaakteTermijn(UUID id, UUID zaakId, String zaaknummer, String gemeente, String procedure, String code, UUID meldingId, String omschrijving,
        String soort, String grondslag, String wie, boolean standaard, LocalDate begin, LocalDate laatsteDag, String status, String stand,
        LocalDate teLaatSinds, String behandelaar, String instantie, @JsonRawValue String uitleg, boolean magZaak) {
}
