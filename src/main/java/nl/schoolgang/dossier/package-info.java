/** The dossier of a pupil: what was received, said, seen and decided, each piece with a privacy label that is tested on reading. */
package nl.schoolgang.dossier;
