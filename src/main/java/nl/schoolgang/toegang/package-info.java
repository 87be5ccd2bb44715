/** Log-in, sessions and the rules that say which address needs which right; one sign-on for screens, Cockpit and API. */
package nl.schoolgang.toegang;
