/**
 * Relatief verzuim: a pupil is enrolled but does not attend (LPW 2 lid 1, 4a, 21a, 22; BUN art. 6; NOP par. 3.1, 3.2).
 * One case a pupil and municipality; every melding in it keeps its own thread.
 */
package nl.schoolgang.procedure.relatiefverzuim;
