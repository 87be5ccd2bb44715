/**
 * Two municipalities with invented employees, pupils, parents and schools, and a sample file of meldingen: the demo.
 * Only in profile {@code demo}; may know every room, and no room may know it.
 */
package nl.schoolgang.demo;
