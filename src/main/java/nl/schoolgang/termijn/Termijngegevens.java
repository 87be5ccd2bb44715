package nl.schoolgang.termijn;

import java.time.LocalDate;
import nl.schoolgang.kalender.Termijnregel;

/**
 * What a running term is calculated from, beside its begin.
 *
 * @param regel     length and way of counting as fixed when it started; null for an agreed day
 * @param handmatig the last day that a person gave it; null: as calculated
 */
record Termijngegevens(Termijnregel regel, Termijnregime regime, LocalDate handmatig) {
}
