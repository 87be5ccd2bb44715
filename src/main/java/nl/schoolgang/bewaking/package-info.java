/** Watching over terms and cases, for who coordinates the work: overviews and what Cockpit shows of them. */
package nl.schoolgang.bewaking;
