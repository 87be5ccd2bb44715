package nl.schoolgang.leerling;

import java.time.Instant;

/**
 * Where a school can be reached.
 *
 * @param adres        the postal address, never null: wholly known or not at all
 * @param email        the mailbox of the school itself; null when not known
 * @param telefoon     null when not known
 * @param versie       counts the changes by hand; a change of another version than the latest is refused
 * @param gewijzigdOp  null: never changed by hand
 * @param gewijzigdDoor user name; null: never changed by hand
 */
public record Schoolcontact(Adres adres, String email, String telefoon, int versie, Instant gewijzigdOp, String gewijzigdDoor) {
}
