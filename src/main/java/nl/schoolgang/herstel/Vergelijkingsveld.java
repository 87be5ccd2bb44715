package nl.schoolgang.herstel;

/**
 * One part of two records.
 *
 * @param veld      name of the field, and of the choice
 * @param blijft    what the remaining record says, as it may stand on a screen; null when it says nothing
 * @param verdwijnt what the other says
 * @param keuze     whether there is something to choose: both say something, and not the same
 */
public record Vergelijkingsveld(String veld, String blijft, String verdwijnt, boolean keuze) {

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Vergelijkingsveld[" + veld + "]";
    }
}
