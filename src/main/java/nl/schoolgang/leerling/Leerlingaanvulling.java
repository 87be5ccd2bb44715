package nl.schoolgang.leerling;

import java.time.LocalDate;
import nl.schoolgang.normen.Norm;

/**
 * What a dossier knows of a pupil beside {@link Leerling}; every part may be null when it is not known.
 *
 * @param administratienummer the number a school or the municipality uses for who has neither BSN nor onderwijsnummer
 * @param nationaliteit       one or more, in words
 * @param startkwalificatie   {@code ja}, {@code nee} or null
 * @param startkwalificatieOp when it was obtained
 * @param toelichting         how it is known, or what it is (at most 500 characters)
 * @param versie              counts the changes by hand
 */
public record Leerlingaanvulling(@Norm({"BUN-04.02-01", "NOP-B3.00-02"}) String administratienummer,
                                 @Norm({"BUN-04.02-04", "NOP-B3.00-05"}) String geboorteplaats,
                                 @Norm({"BUN-04.02-05", "NOP-B3.00-06"}) String nationaliteit,
                                 @Norm("BUN-T03.02-03") String startkwalificatie, LocalDate startkwalificatieOp, String toelichting,
                                 int versie) {

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Leerlingaanvulling[" + versie + "]";
    }
}
