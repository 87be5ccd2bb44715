/**
 * Working days, recognised holidays, school days and the calculation of terms under the Algemene termijnenwet.
 * Plain Java: knows no Spring, no engine, no database and no other room.
 */
package nl.schoolgang.kalender;
