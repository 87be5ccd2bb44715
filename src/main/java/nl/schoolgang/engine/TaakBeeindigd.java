package nl.schoolgang.engine;

/**
 * A task is gone. Published within the engine's transaction.
 *
 * @param taakId     the engine's task id
 * @param afgerond   true when somebody finished it, false when the process took it away
 * @param definitie  the element id in the model
 * @param zaaknummer the business key of the process instance
 */
public record TaakBeeindigd(String taakId, boolean afgerond, String definitie, String zaaknummer) {
}
