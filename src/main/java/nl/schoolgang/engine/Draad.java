package nl.schoolgang.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A thread of work to begin in a running case: an event sub-process that stands at the given elements at once, without running what leads
 * to them.
 *
 * @param subproces the event sub-process
 * @param binnen    the sub-process within it to which the elements belong, directly
 * @param elementen where it stands, in order: activities that begin, and the join once for each branch that is done
 * @param lokaal    variables of the thread
 */
public record Draad(String subproces, String binnen, List<String> elementen, Map<String, Object> lokaal) {

    public Draad {
        elementen = List.copyOf(elementen);
        lokaal = Map.copyOf(lokaal);
    }

    /** @return the melding that the thread is about; null when it is about none */
    UUID meldingId() {
        Object id = lokaal.get(Zaakvariabelen.MELDING_ID.naam());
        return id == null ? null : UUID.fromString(id.toString());
    }
}
