package nl.schoolgang.bericht;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message in the outbox.
 *
 * @param id           stable over every try; the receiver recognises a repetition by it
 * @param meldingId    the melding it is about; null when it is about the whole case
 * @param soort        code, for example {@code terugmelding}
 * @param aan          the receiver, for example {@code duo}
 * @param pogingen     how often sending failed
 * @param volgendePoging not before this moment; null: at once
 * @param verzondenOp  null as long as it was not sent
 * @param fout         the kind of fault of the last try, nothing personal; null when there was none
 */
public record Bericht(UUID id, String gemeente, UUID zaakId, UUID meldingId, String soort, String aan, Map<String, Object> inhoud,
                      Berichtstatus status, Instant aangemaaktOp, int pogingen, Instant volgendePoging, Instant verzondenOp, String fout) {

    @Override
    public String toString() {
        return "Bericht[" + id + ", " + status + "]";
    }
}
