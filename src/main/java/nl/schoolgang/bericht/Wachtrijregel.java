package nl.schoolgang.bericht;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as the queue shows it: no contents, no address, no name; of the case its number only.
 *
 * @param zaaknummer    null for a message to an employee, which belongs to no case
 * @param soort         code, for example {@code terugmelding}
 * @param aan           code of the receiver
 * @param volgendePoging null: at once, or never
 * @param verzondenOp   null as long as it was not sent
 * @param fout          code of what went wrong last; null when nothing did
 * @param vervallenReden why it was dropped; null when it was not
 */
public record Wachtrijregel(UUID id, String gemeente, String zaaknummer, String soort, String aan, Kanaalsoort kanaal, Berichtstatus status,
                            Instant aangemaaktOp, int pogingen, Instant volgendePoging, Instant verzondenOp, String fout,
                            String vervallenReden) {

    /** Whether it may be tried again at once. */
    public boolean kanOpnieuw() {
        return status == Berichtstatus.KLAAR || status == Berichtstatus.MISLUKT;
    }

    /** Whether another address would help. */
    public boolean kanAdres() {
        return kanaal == Kanaalsoort.SMTP && kanVervallen();
    }

    /** Whether it was not sent and not dropped. */
    public boolean kanVervallen() {
        return Wachtrijvraag.OPENSTAAND.contains(status);
    }

    /**
     * Something that happened to the message.
     *
     * @param wat  {@code verzonden}, {@code mislukt}, {@code opnieuw}, {@code adres} or {@code vervallen}
     * @param fout code; null when nothing went wrong
     * @param door user name; null: a try of the application itself
     */
    public record Poging(Instant moment, String wat, String fout, String door) {
    }
}
