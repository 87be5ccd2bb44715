/** A package for each procedure: its variables, delegates and the rules for which a decision table is the wrong tool. */
package nl.schoolgang.procedure;
