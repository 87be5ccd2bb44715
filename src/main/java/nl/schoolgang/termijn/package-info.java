/**
 * The terms: the catalogue's definition of each, their calculation, and the terms that run in a case.
 * Knows the calendar and the municipalities; knows no engine, no web and no procedure.
 */
package nl.schoolgang.termijn;
