package nl.schoolgang.werkvoorraad;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.schoolgang.kalender.Kalender;

/**
 * A term in a word, with a name for the icon and the colour beside it: colour alone says nothing to many.
 *
 * @param stand {@code verlopen}, {@code dreigt}, {@code loopt} or {@code geen}; also the name of the icon
 */
public record Termijntekst(String stand, String tekst) {

    static Termijntekst van(LocalDate laatsteDag, LocalDate vandaag, Kalender kalender) {
        if (laatsteDag == null) {
            return new Termijntekst("geen", "geen termijn");
        }
        if (laatsteDag.isBefore(vandaag)) {
            long dagen = ChronoUnit.DAYS.between(laatsteDag, vandaag);
            return new Termijntekst("verlopen", dagen == 1 ? "1 dag te laat" : dagen + " dagen te laat");
        }
        if (laatsteDag.equals(vandaag)) {
            return new Termijntekst("dreigt", "vandaag");
        }
        if (ChronoUnit.DAYS.between(vandaag, laatsteDag) > 60) {
            return new Termijntekst("loopt", "nog " + ChronoUnit.WEEKS.between(vandaag, laatsteDag) + " weken");
        }
        int werkdagen = 0;
        for (LocalDate dag = vandaag.plusDays(1); !dag.isAfter(laatsteDag); dag = dag.plusDays(1)) {
            if (kalender.isWerkdag(dag)) {
                werkdagen++;
            }
        }
        String stand = werkdagen <= Werkvoorraad.DREIGT_WERKDAGEN ? "dreigt" : "loopt";
        if (werkdagen == 0) {
            return new Termijntekst(stand, "vóór de volgende werkdag");
        }
        return new Termijntekst(stand, werkdagen == 1 ? "nog 1 werkdag" : "nog " + werkdagen + " werkdagen");
    }
}
