package nl.schoolgang.kalender;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The end of a term, with the steps that lead to it.
 *
 * @param laatsteDag the last day of the term; for a term in hours the day in which it ends
 * @param tijdstip   for a term in hours the moment at which it ends, local time; else null
 * @param uitleg     the steps in order, at least one
 */
public record Uitkomst(LocalDate laatsteDag, LocalDateTime tijdstip, List<Uitlegregel> uitleg) {

    public Uitkomst {
        uitleg = List.copyOf(uitleg);
    }

    /** The moment of lapsing: 00:00 Europe/Amsterdam of the day after the last day; for hours the moment itself. */
    public ZonedDateTime vervalmoment() {
        return tijdstip != null ? tijdstip.atZone(Tijdzone.AMSTERDAM) : laatsteDag.plusDays(1).atStartOfDay(Tijdzone.AMSTERDAM);
    }
}
