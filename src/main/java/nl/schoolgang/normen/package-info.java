/** Traceability of Java to the norm registers in {@code docs/normenkader/}. Knows nothing; everybody may know it. */
package nl.schoolgang.normen;
