package nl.schoolgang.zaak;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in a case.
 *
 * @param soort        code, kebab-case, for example {@code melding-ontvangen}
 * @param omschrijving one Dutch sentence for the time line
 * @param door         user name of the employee or client; null when the system did it
 * @param meldingId    the melding it is about; null when it is about the whole case
 */
public record Gebeurtenis(Instant moment, String soort, String omschrijving, String door, UUID meldingId) {
}
