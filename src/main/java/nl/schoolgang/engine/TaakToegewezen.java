package nl.schoolgang.engine;

/**
 * A task was claimed, handed over or given back. Published within the engine's transaction.
 *
 * @param taakId         the engine's task id
 * @param gebruikersnaam the employee who has it now; null when it was given back
 */
public record TaakToegewezen(String taakId, String gebruikersnaam) {
}
