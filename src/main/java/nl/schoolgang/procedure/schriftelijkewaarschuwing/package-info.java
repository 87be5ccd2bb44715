/**
 * The written warning in place of a proces-verbaal (BUN art. 6 lid 9 and 14, NOP par. 4.3): what is known of the case that chose it, and
 * what its model asks of the result of its tables. The criteria stand in {@code waarschuwing-toets.dmn}, what differs per municipality in
 * {@code processes/beleid/waarschuwing.dmn}.
 */
package nl.schoolgang.procedure.schriftelijkewaarschuwing;
