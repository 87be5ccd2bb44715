package nl.schoolgang.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Conflict;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.runtime.ActivityInstance;

/**
 * The case in which a thread begins. The engine makes the scopes of the thread, with their timers, before it lets anybody set variables
 * there; so they stand with the case itself for that moment, and what stood there is put back.
 */
final class Draadbegin {

    private final RuntimeService runtimeService;
    private final String proces;
    private final Map<String, Object> voorheen = new HashMap<>();
    private final Set<String> geleend;

    Draadbegin(RuntimeService runtimeService, String proces, Map<String, Object> lokaal) {
        this.runtimeService = runtimeService;
        this.proces = proces;
        Map<String, Object> eigen = runtimeService.getVariablesLocal(proces);
        geleend = Set.copyOf(lokaal.keySet());
        geleend.stream().filter(eigen::containsKey).forEach(naam -> voorheen.put(naam, eigen.get(naam)));
        runtimeService.setVariables(proces, lokaal);
    }

    String wortel() {
        return runtimeService.getActivityInstance(proces).getId();
    }

    /**
     * @param tussen the scopes to make between the given one and the element
     * @return what was made: the scopes, and the element itself last
     */
    List<ActivityInstance> start(String element, String onder, List<String> tussen) {
        Set<String> bestaand = Set.copyOf(alle(runtimeService.getActivityInstance(proces)).stream().map(ActivityInstance::getId).toList());
        try {
            runtimeService.createProcessInstanceModification(proces).startBeforeActivity(element, onder).execute();
        } catch (NotValidException e) {
            throw new Conflict("De zaken lopen op verschillende versies van de werkwijze. Vraag de procesanalist om hulp.");
        }
        ActivityInstance plek = alle(runtimeService.getActivityInstance(proces)).stream().filter(i -> i.getId().equals(onder)).findFirst()
                .orElseThrow();
        List<ActivityInstance> gemaakt = new ArrayList<>();
        List<String> namen = new ArrayList<>(tussen);
        namen.add(element);
        for (String naam : namen) {
            plek = Arrays.stream(plek.getChildActivityInstances())
                    .filter(k -> k.getActivityId().equals(naam) && !bestaand.contains(k.getId())).findFirst().orElseThrow();
            gemaakt.add(plek);
        }
        return gemaakt;
    }

    void sluit() {
        runtimeService.removeVariables(proces, geleend.stream().filter(n -> !voorheen.containsKey(n)).toList());
        runtimeService.setVariables(proces, voorheen);
    }

    /** The instance with all within it. */
    static List<ActivityInstance> alle(ActivityInstance instantie) {
        List<ActivityInstance> alle = new ArrayList<>(List.of(instantie));
        Arrays.stream(instantie.getChildActivityInstances()).forEach(k -> alle.addAll(alle(k)));
        return alle;
    }
}
