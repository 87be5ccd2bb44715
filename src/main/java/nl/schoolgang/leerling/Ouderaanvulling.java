package nl.schoolgang.leerling;

import java.time.LocalDate;
import nl.schoolgang.normen.Norm;

/**
 * What a dossier knows of a parent beside {@link Ouder}; every part may be null when it is not known.
 *
 * @param geslacht {@code m}, {@code v}, {@code x}, {@code o} or null
 */
@Norm({"BUN-04.02-06", "NOP-B3.00-07"})
public record Ouderaanvulling(String voorletters, String titulatuur, String geslacht, LocalDate geboortedatum) {

    /** Nothing known. */
    public static final Ouderaanvulling LEEG = new Ouderaanvulling(null, null, null, null);

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Ouderaanvulling[]";
    }
}
