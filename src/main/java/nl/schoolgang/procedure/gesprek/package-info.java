/**
 * The conversation with parents and youth, a building block that procedures call (BUN art. 6 lid 3 and 6, explanation 19; NOP par. 3.1
 * and 3.2): invitation, home visit, report, agreements. It knows nothing of the procedure that calls it.
 */
package nl.schoolgang.procedure.gesprek;
