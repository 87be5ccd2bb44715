/**
 * What every measure that a case starts has in common as long as its own procedure is not built: it is carried out as a
 * linked case, and its outcome comes back to the case that started it.
 */
package nl.schoolgang.procedure.maatregel;
