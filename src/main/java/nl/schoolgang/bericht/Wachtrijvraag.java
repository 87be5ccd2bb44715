package nl.schoolgang.bericht;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants to see of the queue.
 *
 * @param gemeenten municipalities to look in; none: nothing
 * @param statussen none: every status
 * @param ontvanger null: every kind
 * @param tot       made on this day or earlier; null: up to now
 * @param na        goes on after this message; null: from the oldest
 */
public record Wachtrijvraag(Set<String> gemeenten, List<Berichtstatus> statussen, Ontvangersoort ontvanger, LocalDate tot, UUID na) {

    /** What waits: for its try, or for a person. */
    public static final List<Berichtstatus> OPENSTAAND = List.of(Berichtstatus.KLAAR, Berichtstatus.GEEN_ADRES, Berichtstatus.MISLUKT);
}
