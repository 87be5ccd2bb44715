/**
 * Intake of absence notified through DUO, by a file, by another system or by hand: reading, validation, idempotency, and the
 * hand-over to a procedure through the port {@link nl.schoolgang.melding.Meldingsverwerking}. Knows no procedure and no screen.
 */
package nl.schoolgang.melding;
