package nl.schoolgang.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.kalender.Uitkomst;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of one request and collects everything that is wrong with them, so that one answer names it all. */
final class Parameters {

    /** King's Day exists since 2014; before that year the recognised holidays were others. */
    private static final Year EERSTE_JAAR = Year.of(2014);
    private static final int LANGSTE_TEKST = 100;
    private static final Year LAATSTE_JAAR = Year.of(2100);

    private final MultiValueMap<String, String> waarden;
    private final List<Fout> fouten = new ArrayList<>();

    /** Records a fault for each parameter that is not among these. */
    Parameters(MultiValueMap<String, String> waarden, String... bekend) {
        this.waarden = waarden;
        Set<String> onbekend = new TreeSet<>(waarden.keySet());
        onbekend.removeAll(Set.of(bekend));
        onbekend.forEach(naam -> fout(naam, "Deze parameter bestaat niet. Toegestaan: " + String.join(", ", bekend) + "."));
    }

    /**
     * The answer, if the calendar reaches so far.
     *
     * @param veld the parameter to blame
     * @throws OngeldigeInvoer when the end lies in a year of which the holidays are not known
     */
    static BerekendeTermijn binnenKalender(String veld, Uitkomst uitkomst) {
        int jaar = uitkomst.laatsteDag().getYear();
        if (jaar < EERSTE_JAAR.getValue() || jaar > LAATSTE_JAAR.getValue()) {
            throw new OngeldigeInvoer(veld, "De termijn eindigt in het jaar " + jaar + ". De kalender kent alleen de jaren " + EERSTE_JAAR
                    + " tot en met " + LAATSTE_JAAR + ".");
        }
        return BerekendeTermijn.van(uitkomst);
    }

    void fout(String veld, String reden) {
        fouten.add(new Fout(veld, reden));
    }

    boolean heeft(String naam) {
        return !waarden.getOrDefault(naam, List.of()).isEmpty();
    }

    /** @throws OngeldigeInvoer when anything was wrong up to here */
    void controleer() {
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
    }

    /** The text of a parameter; empty when it is absent, or was given more than once or without a value (a fault). */
    Optional<String> tekst(String naam) {
        List<String> gegeven = waarden.getOrDefault(naam, List.of());
        if (gegeven.size() > 1) {
            fout(naam, "Geef deze parameter één keer.");
        } else if (gegeven.size() == 1 && (gegeven.get(0) == null || gegeven.get(0).isBlank())) {
            fout(naam, "Vul een waarde in.");
        } else if (gegeven.size() == 1 && (gegeven.get(0).length() > LANGSTE_TEKST || gegeven.get(0).chars().anyMatch(Character::isISOControl))) {
            fout(naam, "Deze waarde is te lang of bevat vreemde tekens.");
        } else if (gegeven.size() == 1) {
            return Optional.of(gegeven.get(0));
        }
        return Optional.empty();
    }

    /** As {@link #tekst}, and absence is a fault. */
    Optional<String> verplicht(String naam) {
        if (!heeft(naam)) {
            fout(naam, "Deze parameter is verplicht.");
        }
        return tekst(naam);
    }

    /** A required whole number within bounds; empty when it is none (a fault). */
    Optional<Integer> verplichtGetal(String naam, int minstens, int hoogstens) {
        return verplicht(naam).flatMap(tekst -> {
            if (tekst.matches("\\d{1,9}")) {
                int getal = Integer.parseInt(tekst);
                if (getal >= minstens && getal <= hoogstens) {
                    return Optional.of(getal);
                }
            }
            fout(naam, "Geef een heel getal van " + minstens + " tot en met " + hoogstens + ".");
            return Optional.empty();
        });
    }

    /** One of these values; the default when absent or wrong (a fault). */
    String keuze(String naam, String standaard, List<String> toegestaan) {
        Optional<String> tekst = tekst(naam);
        if (tekst.isPresent() && !toegestaan.contains(tekst.get())) {
            fout(naam, "Kies uit: " + String.join(", ", toegestaan) + ".");
            return standaard;
        }
        return tekst.orElse(standaard);
    }

    /** As {@link #keuze}, and absence is a fault; empty when wrong. */
    Optional<String> verplichteKeuze(String naam, List<String> toegestaan) {
        if (!heeft(naam)) {
            fout(naam, "Deze parameter is verplicht. Kies uit: " + String.join(", ", toegestaan) + ".");
            return Optional.empty();
        }
        return Optional.ofNullable(keuze(naam, null, toegestaan));
    }

    /** A date; empty when absent or wrong (a fault). */
    Optional<LocalDate> datum(String naam) {
        return tekst(naam).flatMap(tekst -> datum(naam, tekst));
    }

    /** As {@link #datum}, and absence is a fault. */
    Optional<LocalDate> verplichteDatum(String naam) {
        return verplicht(naam).flatMap(tekst -> datum(naam, tekst));
    }

    /** A required date and time: local time of Europe/Amsterdam, or with an offset; empty when wrong (a fault). */
    Optional<LocalDateTime> verplichtTijdstip(String naam) {
        return verplicht(naam).flatMap(tekst -> {
            try {
                LocalDateTime tijdstip = tekst.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")
                        ? OffsetDateTime.parse(tekst).atZoneSameInstant(Tijdzone.AMSTERDAM).toLocalDateTime()
                        : LocalDateTime.parse(tekst);
                return binnenGrenzen(naam, tijdstip.toLocalDate()) ? Optional.of(tijdstip) : Optional.empty();
            } catch (DateTimeException e) {
                fout(naam, "Geef een datum met tijd, bijvoorbeeld 2026-03-02T09:00.");
                return Optional.empty();
            }
        });
    }

    private Optional<LocalDate> datum(String naam, String tekst) {
        try {
            LocalDate datum = LocalDate.parse(tekst);
            return binnenGrenzen(naam, datum) ? Optional.of(datum) : Optional.empty();
        } catch (DateTimeException e) {
            fout(naam, "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2026-03-02.");
            return Optional.empty();
        }
    }

    private boolean binnenGrenzen(String naam, LocalDate datum) {
        boolean binnen = datum.getYear() >= EERSTE_JAAR.getValue() && datum.getYear() <= LAATSTE_JAAR.getValue();
        if (!binnen) {
            fout(naam, "Geef een datum in de jaren " + EERSTE_JAAR + " tot en met " + LAATSTE_JAAR + ".");
        }
        return binnen;
    }
}
