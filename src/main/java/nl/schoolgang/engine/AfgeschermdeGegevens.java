package nl.schoolgang.engine;

import java.util.Map;
import java.util.Set;

/**
 * What a procedure keeps in tables of its own instead of in the engine's variables, because who may see the process may not know it:
 * it is shown on forms like a variable, and answers that belong there never reach the engine.
 */
public interface AfgeschermdeGegevens {

    /** The id of the process in its model. */
    String proces();

    /**
     * What the form of a task may show besides the variables.
     *
     * @param definitie  the element id of the task
     * @param variabelen the variables that the task sees
     */
    Map<String, Object> bij(String definitie, Map<String, Object> variabelen);

    /** The keys of the answers of a task that this procedure stores itself. */
    default Set<String> velden(String definitie) {
        return Set.of();
    }

    /** Stores those answers; called just before the task is finished, in the same transaction. */
    default void ontvang(String definitie, Map<String, Object> variabelen, Map<String, Object> antwoorden) {
        throw new IllegalStateException("Taak " + definitie + " heeft geen afgeschermde antwoorden");
    }
}
