/**
 * Persons: pupils, their parents, schools and enrolments. Citizen service numbers stand here encrypted, with a keyed hash for
 * searching, and nowhere else. Knows no procedure and no engine.
 */
package nl.schoolgang.leerling;
