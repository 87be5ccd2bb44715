package nl.schoolgang.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A thread of work to begin in a running case: an event sub-process that stands at the given elements at once, without running what leads
 * to them.
 *
 * @param subproces  the event sub-process
 * @param binnen     the sub-process within it to which the elements belong, directly
 * @param elementen  the activities that begin, each in a branch of its own; at least one
 * @param samenkomst the join of the branches: the others count as done
 * @param lokaal     variables of the thread
 */
public record Draad(String subproces, String binnen, List<String> elementen, String samenkomst, Map<String, Object> lokaal) {

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
