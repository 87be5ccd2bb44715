package nl.schoolgang.werkvoorraad;

import java.util.Optional;
import nl.schoolgang.gemeente.Medewerker;

/** Something that another room shows on the page after log-in. */
public interface Startblok {

    /** The template, with a fragment {@code blok(inhoud)}. */
    String sjabloon();

    /** What the fragment shows; empty when there is nothing for this employee. */
    Optional<Object> inhoud(Medewerker ik);

    /**
     * A block that has something to show.
     *
     * @param sjabloon the template
     * @param inhoud   what its fragment shows
     */
    record Gevuld(String sjabloon, Object inhoud) {
    }
}
