package nl.schoolgang.bericht;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message in the outbox.
 *
 * @param id            stable over every try; the receiver recognises a repetition by it
 * @param zaakId        null for a message to an employee, which belongs to no case
 * @param meldingId     the melding it is about; null when it is about the whole case
 * @param soort         code, for example {@code terugmelding}
 * @param aan           the receiver, for example {@code duo}
 * @param pogingen      how often sending failed since it was (again) put ready
 * @param volgendePoging not before this moment; null: at once
 * @param verzondenOp   null as long as it was not sent
 * @param fout          code of what went wrong at the last try, nothing personal; null when nothing did
 * @param adres         e-mail address; null when not known or not needed
 * @param onderwerp     null: a general subject
 * @param tekst         plain text for people; null when there is none
 * @param documenten    ids of documents that go along
 */
public record Bericht(UUID id, String gemeente, UUID zaakId, UUID meldingId, String soort, String aan, Map<String, Object> inhoud,
                      Berichtstatus status, Instant aangemaaktOp, int pogingen, Instant volgendePoging, Instant verzondenOp, String fout,
                      Kanaalsoort kanaal, String adres, String onderwerp, String tekst, List<UUID> documenten) {

    @Override
    public String toString() {
        return "Bericht[" + id + ", " + status + "]";
    }
}
