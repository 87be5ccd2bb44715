package nl.schoolgang.brief;

/** Who must have a letter by the policy of the municipality, whomever the officer chose. */
public interface Ontvangplicht {

    /**
     * Whether the parents always get this letter.
     *
     * @param brief    code of the letter
     * @param gemeente code of the municipality
     */
    boolean oudersAltijd(String brief, String gemeente);
}
