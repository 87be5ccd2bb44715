/** The embedded PostgreSQL of profile {@code demo}: starts it, clears up after a killed application, stops it. Knows nothing of the rest. */
package nl.schoolgang.databank;
