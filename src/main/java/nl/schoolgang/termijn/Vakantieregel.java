package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A school holiday as it stands in the calendar.
 *
 * @param schooljaar for example {@code 2026-2027}
 * @param naam       {@code herfst}, {@code kerst}, {@code voorjaar}, {@code mei} or {@code zomer}
 * @param regio      {@code noord}, {@code midden}, {@code zuid} or {@code alle}; null for a school's own
 * @param schoolId   the school that moved it for itself; null for the region's
 * @param status     {@code vast}, {@code advies} or {@code eigen}
 */
public record Vakantieregel(long id, String schooljaar, String naam, String regio, UUID schoolId, LocalDate begin, LocalDate eind, String status) {
}
