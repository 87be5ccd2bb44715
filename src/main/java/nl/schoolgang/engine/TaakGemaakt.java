package nl.schoolgang.engine;

import java.util.Date;
import java.util.UUID;

/**
 * The engine made a user task. Published within the engine's transaction: a listener that throws undoes the step.
 *
 * @param taakId         the engine's task id
 * @param zaaknummer     the business key of the process instance
 * @param gemeente       the municipality (tenant) of the case
 * @param definitie      the element id in the model, stable, for example {@code contact-ouders}
 * @param naam           the task's name for people
 * @param uitleg         the element's documentation, or null
 * @param rol            code of the role (candidate group) that works on it
 * @param meldingId      the melding whose thread the task belongs to, or null
 * @param meldingsnummer its number, or null
 * @param termijnCode    code of the term on the task or on a scope around it, or null
 * @param vervalmoment   the moment at which the task's date lapses (00:00 Europe/Amsterdam of the day after the last day), or null
 * @param moment         the moment at which it happens (a conversation, an announced visit), or null
 */
public record TaakGemaakt(String taakId, String zaaknummer, String gemeente, String definitie, String naam, String uitleg,
                          String rol, UUID meldingId, String meldingsnummer, String termijnCode, Date vervalmoment,
                          Date moment) {
}
