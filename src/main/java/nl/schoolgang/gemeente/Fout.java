package nl.schoolgang.gemeente;

/**
 * One thing that is wrong with what was sent or typed.
 *
 * @param veld  the field, as the sender names it
 * @param reden what is wrong and how to mend it, in Dutch
 */
public record Fout(String veld, String reden) {
}
