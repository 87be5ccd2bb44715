package nl.schoolgang.termijn;

import java.time.LocalDate;

/** The daily round of a day, and with it of every day before, is being done; listen after its transaction for work that each day brings. */
public record DagAangebroken(LocalDate dag) {
}
