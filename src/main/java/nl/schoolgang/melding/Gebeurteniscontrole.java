package nl.schoolgang.melding;

import static nl.schoolgang.melding.Zaakgebeurtenis.ACHTTIEN_GEWORDEN;
import static nl.schoolgang.melding.Zaakgebeurtenis.OVERLEDEN;
import static nl.schoolgang.melding.Zaakgebeurtenis.STARTKWALIFICATIE;
import static nl.schoolgang.melding.Zaakgebeurtenis.VERHUISD;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** Reads and judges an event from outside, however it came in. */
public final class Gebeurteniscontrole {

    /** The kinds of events, as the API and the screen name them. */
    public static final List<String> SOORTEN = List.of(VERHUISD, ACHTTIEN_GEWORDEN, STARTKWALIFICATIE, OVERLEDEN);

    private static final LocalDate VROEGSTE = LocalDate.of(1990, 1, 1);
    private static final int LANGSTE = 100;

    private Gebeurteniscontrole() {
    }

    /**
     * @param velden  {@code soort}, {@code datum} ({@code 2026-03-02}; without it today) and for a move {@code nieuweGemeente}
     * @param vandaag the day in Europe/Amsterdam
     * @throws OngeldigeInvoer with everything that is wrong, by field
     */
    public static Zaakgebeurtenis lees(Map<String, ?> velden, LocalDate vandaag) {
        List<Fout> fouten = new ArrayList<>();
        if (!(velden.get("soort") instanceof String soort) || !SOORTEN.contains(soort)) {
            throw new OngeldigeInvoer("soort", "Kies wat er is gebeurd.");
        }
        LocalDate datum = datum(velden.get("datum"), vandaag, fouten);
        String gemeente = gemeente(velden.get("nieuweGemeente"), soort, fouten);
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Zaakgebeurtenis(soort, datum, gemeente);
    }

    private static LocalDate datum(Object gestuurd, LocalDate vandaag, List<Fout> fouten) {
        if (gestuurd == null || "".equals(gestuurd)) {
            return vandaag;
        }
        try {
            LocalDate datum = LocalDate.parse((String) gestuurd);
            if (datum.isAfter(vandaag)) {
                fouten.add(new Fout("datum", "Dit ligt in de toekomst. Leg het vast als het is gebeurd."));
            } else if (datum.isBefore(VROEGSTE)) {
                fouten.add(new Fout("datum", "Dit is te lang geleden. Kijk het jaar na."));
            }
            return datum;
        } catch (DateTimeException | ClassCastException e) {
            fouten.add(new Fout("datum", "Vul een datum in, bijvoorbeeld 2026-03-03."));
            return vandaag;
        }
    }

    private static String gemeente(Object gestuurd, String soort, List<Fout> fouten) {
        if (gestuurd == null || gestuurd instanceof String leeg && leeg.isBlank()) {
            return null;
        }
        if (!(gestuurd instanceof String tekst) || tekst.length() > LANGSTE || tekst.chars().anyMatch(Character::isISOControl)) {
            fouten.add(new Fout("nieuweGemeente", "Vul de naam van de gemeente in, ten hoogste " + LANGSTE + " tekens."));
            return null;
        }
        if (!VERHUISD.equals(soort)) {
            fouten.add(new Fout("nieuweGemeente", "Dit hoort alleen bij een verhuizing."));
        }
        return tekst.strip();
    }
}
