package nl.schoolgang.melding;

import java.time.LocalDate;

/**
 * Something from outside that ends the work on a case of absence.
 *
 * @param soort          one of {@link Gebeurteniscontrole#SOORTEN}
 * @param datum          the day on which it happened
 * @param nieuweGemeente where the pupil moved to; null when not known, or for another kind
 */
public record Zaakgebeurtenis(String soort, LocalDate datum, String nieuweGemeente) {

    /** The pupil no longer lives in the municipality. */
    public static final String VERHUISD = "verhuisd";
    /** The pupil turned 18: leerplicht and kwalificatieplicht have ended (LPW 4a). */
    public static final String ACHTTIEN_GEWORDEN = "achttien-geworden";
    /** The pupil has a startkwalificatie: kwalificatieplicht has ended (LPW 4a). */
    public static final String STARTKWALIFICATIE = "startkwalificatie";
    /** The pupil died. */
    public static final String OVERLEDEN = "overleden";

    @Override
    public String toString() {
        return "Zaakgebeurtenis[" + soort + "]";
    }
}
