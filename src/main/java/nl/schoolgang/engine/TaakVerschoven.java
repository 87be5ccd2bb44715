package nl.schoolgang.engine;

import java.util.Date;

/**
 * The date of a task was moved. Published within the engine's transaction.
 *
 * @param taakId       the engine's task id
 * @param vervalmoment the moment at which the task's date lapses now (00:00 Europe/Amsterdam of the day after the last day)
 */
public record TaakVerschoven(String taakId, Date vervalmoment) {
}
