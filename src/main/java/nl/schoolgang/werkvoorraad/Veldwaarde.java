package nl.schoolgang.werkvoorraad;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.schoolgang.kalender.Tijdzone;

/** Turns what was sent for a field into a value of its kind. */
final class Veldwaarde {

    private static final BigDecimal GROOTSTE = new BigDecimal("1000000000000");

    private Veldwaarde() {
    }

    /**
     * The value, typed: String, BigDecimal, LocalDate, LocalTime, LocalDateTime, Boolean or a list of String.
     *
     * @return null when nothing was filled in; for a checkbox false
     * @throws OngeldigeWaarde when it is no value of this kind, with the reason in Dutch
     */
    static Object typeer(Veld veld, Object ruw) {
        if (ruw == null || (ruw instanceof String s && s.isBlank()) || (ruw instanceof Collection<?> c && c.isEmpty())) {
            return veld.soort() == Veldsoort.AANKRUISVAK ? Boolean.FALSE : null;
        }
        return switch (veld.soort()) {
            case TEKST, TEKSTVAK -> tekst(veld, ruw);
            case GETAL -> getal(ruw);
            case DATUM -> datum(ruw);
            case TIJD -> tijd(ruw);
            case DATUMTIJD -> datumtijd(ruw);
            case AANKRUISVAK -> janee(ruw);
            case KEUZERONDJES, KEUZELIJST, COLLEGA -> keuze(veld, ruw);
            case AANKRUISLIJST -> keuzes(veld, ruw);
            case UITLEG, GROEP, LIJN -> throw new IllegalStateException(veld.sleutel());
        };
    }

    private static String tekst(Veld veld, Object ruw) {
        if (!(ruw instanceof String s)) {
            throw new OngeldigeWaarde("Vul hier tekst in.");
        }
        String kaal = s.strip().replace("\r\n", "\n").replace('\r', '\n');
        boolean regeleinden = veld.soort() == Veldsoort.TEKSTVAK;
        boolean vreemd = kaal.chars().anyMatch(c -> Character.isISOControl(c) && !(c == '\t' || (regeleinden && c == '\n')));
        if (vreemd || !StandardCharsets.UTF_8.newEncoder().canEncode(kaal)) {
            throw new OngeldigeWaarde("De tekst bevat een teken dat niet bewaard kan worden.");
        }
        return kaal;
    }

    private static BigDecimal getal(Object ruw) {
        if (ruw instanceof Number n) {
            try {
                BigDecimal getal = new BigDecimal(n.toString());
                if (getal.abs().compareTo(GROOTSTE) < 0 && Math.abs(getal.scale()) < 100) {
                    return getal;
                }
            } catch (NumberFormatException e) {
                throw new OngeldigeWaarde("Vul een getal in.");
            }
            throw new OngeldigeWaarde("Dit getal is te groot of te precies.");
        }
        throw new OngeldigeWaarde("Vul een getal in.");
    }

    private static LocalDate datum(Object ruw) {
        try {
            return redelijk(LocalDate.parse(String.valueOf(ruw)));
        } catch (DateTimeException e) {
            throw new OngeldigeWaarde("Vul een datum in die bestaat, bijvoorbeeld 2026-03-31.");
        }
    }

    private static LocalTime tijd(Object ruw) {
        try {
            return LocalTime.parse(String.valueOf(ruw));
        } catch (DateTimeException e) {
            throw new OngeldigeWaarde("Vul een tijd in, bijvoorbeeld 14:30.");
        }
    }

    private static LocalDateTime datumtijd(Object ruw) {
        String s = String.valueOf(ruw);
        try {
            LocalDateTime moment = s.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(s).atZoneSameInstant(Tijdzone.AMSTERDAM).toLocalDateTime() : LocalDateTime.parse(s);
            redelijk(moment.toLocalDate());
            return moment;
        } catch (DateTimeException e) {
            throw new OngeldigeWaarde("Vul een datum en tijd in, bijvoorbeeld 2026-03-31T14:30.");
        }
    }

    /** Years that a database, a letter and a reader can all handle. */
    private static LocalDate redelijk(LocalDate dag) {
        if (dag.getYear() < 1900 || dag.getYear() > 2200) {
            throw new OngeldigeWaarde("Vul een jaar in tussen 1900 en 2200.");
        }
        return dag;
    }

    private static Boolean janee(Object ruw) {
        if (ruw instanceof Boolean b) {
            return b;
        }
        throw new OngeldigeWaarde("Kies ja of nee (true of false).");
    }

    private static String keuze(Veld veld, Object ruw) {
        if (ruw instanceof String s && veld.kent(s)) {
            return s;
        }
        throw new OngeldigeWaarde("Kies een van de mogelijkheden: " + mogelijkheden(veld) + ".");
    }

    private static List<String> keuzes(Veld veld, Object ruw) {
        if (!(ruw instanceof Collection<?> lijst)) {
            throw new OngeldigeWaarde("Stuur een lijst met keuzes.");
        }
        List<String> gekozen = new ArrayList<>();
        for (Object keuze : lijst) {
            if (!(keuze instanceof String s) || !veld.kent(s) || gekozen.contains(s)) {
                throw new OngeldigeWaarde("Kies uit, ieder hoogstens één keer: " + mogelijkheden(veld) + ".");
            }
            gekozen.add(s);
        }
        return gekozen;
    }

    private static String mogelijkheden(Veld veld) {
        return String.join(", ", veld.opties().stream().map(Veld.Optie::waarde).toList());
    }

    /** What was sent is no good value; the message is for who sent it. */
    static final class OngeldigeWaarde extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OngeldigeWaarde(String reden) {
            super(reden);
        }
    }
}
