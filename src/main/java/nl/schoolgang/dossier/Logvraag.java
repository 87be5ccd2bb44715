package nl.schoolgang.dossier;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants to see of the processing log; null is "all".
 *
 * @param gemeenten codes of the municipalities; never null
 * @param wie       user name of who did it
 * @param van       from this moment on
 * @param tot       before this moment
 * @param voor      only lines older than the line with this id: the next page
 */
public record Logvraag(Set<String> gemeenten, UUID leerlingId, String wie, Verwerkingsactie actie, Instant van, Instant tot, Long voor) {

    /** Everything about one pupil. */
    public static Logvraag over(String gemeente, UUID leerlingId) {
        return new Logvraag(Set.of(gemeente), leerlingId, null, null, null, null, null);
    }

    Logvraag vanaf(long id) {
        return new Logvraag(gemeenten, leerlingId, wie, actie, van, tot, id);
    }
}
