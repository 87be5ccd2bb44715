package nl.schoolgang.leerling;

import java.util.UUID;

/**
 * A location of a school.
 *
 * @param brin      registration number of the institution: two digits and two letters or digits
 * @param vestiging two characters, {@code 00} for the main location
 * @param soort     po, sbo, so, vso, vo, pro, vavo, mbo, particulier, b3, overig; null when not known
 * @param naam      null when not known
 */
public record School(UUID id, String brin, String vestiging, String soort, String naam) {

    /** The name for people: the name, or else the numbers. */
    public String aanduiding() {
        return naam == null ? brin + " " + vestiging : naam;
    }
}
