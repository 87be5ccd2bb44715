package nl.schoolgang.kalender;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Hours of lessons that a pupil missed on one day.
 *
 * @param datum a school day
 * @param uren  more than 0; several for the same day are added up
 */
public record Verzuimdag(LocalDate datum, BigDecimal uren) {

    public Verzuimdag {
        if (uren.signum() <= 0) {
            throw new IllegalArgumentException("Het aantal uren moet groter zijn dan nul");
        }
    }
}
