/**
 * Putting right what went wrong: a person recorded twice, a melding on the wrong pupil, a case closed by mistake. Each by somebody with the
 * right, with a reason and a trace.
 */
package nl.schoolgang.herstel;
