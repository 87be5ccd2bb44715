/** A case: its number, procedure, pupil, officer, status and outcome, its time line, and the link to the process that carries it. */
package nl.schoolgang.zaak;
