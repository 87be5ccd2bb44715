/**
 * Letters: templates that an analyst writes, made into PDF/A, archived in the dossier and put in the queue of what must go out. Knows no
 * procedure's rules: what a letter says stands in its template, when it is sent in a model.
 */
package nl.schoolgang.brief;
