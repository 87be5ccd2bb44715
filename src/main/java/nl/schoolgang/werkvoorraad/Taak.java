package nl.schoolgang.werkvoorraad;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An open task as the inbox knows it.
 *
 * @param id             the engine's task id
 * @param gemeente       code of the municipality
 * @param definitie      element id in the model; stable
 * @param naam           what is to be done, for people
 * @param uitleg         what the law wants here; null when the model says nothing
 * @param rol            code of the role that does it
 * @param behandelaar    user name of who claimed it; null when nobody did
 * @param schoolNaam     null when not known
 * @param meldingId      the melding it is about; null when it is about the whole case, as is {@code meldingsnummer}
 * @param termijnCode    the term that binds it; null when there is none
 * @param laatsteDag     last day on which it is in time (Europe/Amsterdam); null when it has no date
 * @param gewicht        1 wettelijk, 2 orde, 3 organisatie, 4 no term
 * @param moment         when it happens (a conversation, an announced visit); null when it has no moment of its own
 */
public record Taak(String id, String gemeente, UUID zaakId, String zaaknummer, String procedure, String definitie, String naam, String uitleg,
        String rol, String behandelaar, UUID leerlingId, String leerlingNaam, String schoolNaam, UUID meldingId, String meldingsnummer,
        String termijnCode, LocalDate laatsteDag, int gewicht, Instant gemaaktOp, Instant moment) {

    /** Without the pupil's name: records end up in logs. */
    @Override
    public String toString() {
        return "Taak[" + id + ", " + definitie + "]";
    }
}
