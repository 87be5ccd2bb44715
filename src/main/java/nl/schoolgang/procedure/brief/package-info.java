/** What models use of the letters: the step that sends one, the terms that start at dispatch, and what to do with one that does not arrive. */
package nl.schoolgang.procedure.brief;
