/**
 * Our pages, tabs and badges in Cockpit. The classes that Cockpit itself makes and calls are public; they hand every question on to beans of
 * this package, which know nothing of the engine's types.
 */
package nl.schoolgang.bewaking.cockpit;
