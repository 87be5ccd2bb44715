package nl.schoolgang.termijn;

import java.time.LocalDate;

/**
 * A day put on a level with a holiday by Royal Decree (Algemene termijnenwet art. 3 lid 3).
 *
 * @param door user name of who added it; null when it came along with the application
 */
public record KbDag(LocalDate datum, String omschrijving, String door) {
}
