package nl.schoolgang.termijn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.kalender.Uitlegregel;

/**
 * A term of a case, with length and explanation as they were when it started.
 *
 * @param id             never null
 * @param zaakId         the case
 * @param gemeente       municipality code
 * @param code           code in the catalogue
 * @param meldingId      the melding within the case that it belongs to; null when it belongs to the case
 * @param begin          the day that started it; does not count
 * @param laatsteDag     the last day, in the API {@code vervalt}
 * @param vervalmoment   00:00 Europe/Amsterdam of the day after the last day
 * @param waarschuwenOp  the day from which somebody is warned; null for no warning
 * @param status         where it stands
 * @param soort          what it rests on
 * @param omschrijving   what it is the term for, in Dutch
 * @param grondslag      the articles it rests on
 * @param wie            code of the role or party that must act
 * @param standaard      true for a default that no source names
 * @param uitleg         the steps of the calculation
 * @param gewaarschuwdOp when the warning was given; null when it was not
 * @param beeindigdOp    when it ended; null as long as it runs
 */
public record Termijn(UUID id, UUID zaakId, String gemeente, String code, UUID meldingId, LocalDate begin, LocalDate laatsteDag,
        Instant vervalmoment, LocalDate waarschuwenOp, Termijnstatus status, Termijnsoort soort, String omschrijving, String grondslag,
        String wie, boolean standaard, List<Uitlegregel> uitleg, Instant gewaarschuwdOp, Instant beeindigdOp) {

    public Termijn {
        uitleg = List.copyOf(uitleg);
    }

    Termijn metBegin(LocalDate nieuw) {
        return new Termijn(id, zaakId, gemeente, code, meldingId, nieuw, laatsteDag, vervalmoment, waarschuwenOp, status, soort, omschrijving,
                grondslag, wie, standaard, uitleg, gewaarschuwdOp, beeindigdOp);
    }

    Termijn metStatus(Termijnstatus nieuw, Instant einde) {
        return new Termijn(id, zaakId, gemeente, code, meldingId, begin, laatsteDag, vervalmoment, waarschuwenOp, nieuw, soort, omschrijving,
                grondslag, wie, standaard, uitleg, gewaarschuwdOp, einde);
    }
}
