/**
 * The watch over terms for coordinators: what lapses and what lapsed, who is overloaded, handing work over, what Cockpit shows of them, and
 * what reaches people by itself: a diary of terms, a daily overview by e-mail, measurements.
 */
package nl.schoolgang.bewaking;
