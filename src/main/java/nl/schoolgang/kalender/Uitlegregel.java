package nl.schoolgang.kalender;

import java.time.LocalDate;

/**
 * One step of a calculation, for the person who reads the date.
 *
 * @param datum the day that the step is about or arrives at
 * @param regel the step in Dutch, one or two sentences
 */
public record Uitlegregel(LocalDate datum, String regel) {
}
