package nl.schoolgang.bewaking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.kalender.Uitlegregel;

/**
 * A term of an open case, with the open task that it binds. Nothing personal about the pupil is in it.
 *
 * @param omschrijving what it is the term for, in Dutch
 * @param laatsteDag   the last day (Europe/Amsterdam)
 * @param status       code of {@link nl.schoolgang.termijn.Termijnstatus}
 * @param soort        code of {@link nl.schoolgang.termijn.Termijnsoort}
 * @param wie          code of the role or party that must act
 * @param standaard    true for a default that no source names
 * @param behandelaar  user name of who has the task, or else the case; null when nobody has
 * @param taakId       the open task; null when none waits for this term
 * @param uitleg       how the date was calculated
 */
record BewaakteTermijn(UUID id, String gemeente, String zaaknummer, String procedure, String code, String omschrijving, LocalDate begin,
        LocalDate laatsteDag, String status, String soort, String grondslag, String wie, boolean standaard, String behandelaar, String taakId,
        String taakNaam, Stand stand, List<Uitlegregel> uitleg) {

    BewaakteTermijn {
        uitleg = List.copyOf(uitleg);
    }
}
