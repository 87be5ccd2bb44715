package nl.schoolgang.engine;

/**
 * A user task goes on in another case: the new task is there, the old one still is. Published within the engine's transaction.
 */
public record TaakVervangen(String oudeTaakId, String nieuweTaakId) {
}
