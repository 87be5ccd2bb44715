/**
 * What the tests reach of the models, measured while they run, and what is made of it: the gate {@code DekkingTest}, the matrix
 * of norms and the generated pages in {@code docs/procedures}. How it works and why it is our own: ADR 0008.
 */
package nl.schoolgang.dekking;
