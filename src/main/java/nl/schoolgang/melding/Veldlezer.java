package nl.schoolgang.melding;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.leerling.Burgerservicenummer;
import nl.schoolgang.leerling.Onderwijsnummer;

/**
 * Reads the value of one field into its type: LocalDate, Instant, BigDecimal, Boolean or String, in the one way of writing by which
 * deliveries are compared.
 */
final class Veldlezer {

    /** Letters and symbols by their Unicode category, without a shape: the Hangul fillers and the empty braille cell. */
    private static final Set<Integer> LEGE_LETTERS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);
    private static final BigDecimal MEESTE_UREN = BigDecimal.valueOf(999);
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final boolean tekst;
    private final List<Fout> fouten;

    /**
     * @param tekst  numbers and booleans are written out, as in CSV
     * @param fouten what is wrong is added here
     */
    Veldlezer(boolean tekst, List<Fout> fouten) {
        this.tekst = tekst;
        this.fouten = fouten;
    }

    /** Null when the field is empty, or wrong: then a fault has been added. */
    Object lees(Veld veld, Object ruw) {
        return switch (veld.soort()) {
            case UREN -> uren(veld, ruw);
            case JA_NEE -> jaNee(veld, ruw);
            default -> uitTekst(veld, tekst(veld, ruw));
        };
    }

    private Object uitTekst(Veld veld, String waarde) {
        if (waarde == null) {
            return null;
        }
        return switch (veld.soort()) {
            case CODE -> veld.waarden().contains(waarde) ? waarde
                    : fout(veld, "Deze waarde is niet bekend. Kies uit: " + String.join(", ", veld.waarden()) + ".");
            case DATUM -> datum(veld, waarde);
            case MOMENT -> moment(veld, waarde);
            case NUMMER -> eis(veld, waarde, "[A-Za-z0-9][A-Za-z0-9._/:-]*",
                    "Gebruik alleen letters, cijfers en de tekens . _ / : -, te beginnen met een letter of cijfer.");
            case BSN -> bsn(veld, waarde);
            case ONDERWIJSNUMMER -> Onderwijsnummer.geldig(waarde) ? waarde
                    : fout(veld, "Dit is geen geldig onderwijsnummer: het heeft negen cijfers, begint met 10 en voldoet aan de elfproef. "
                            + "Controleer de cijfers.");
            case BRIN -> eis(veld, waarde.toUpperCase(Locale.ROOT), "[0-9]{2}[A-Z0-9]{2}",
                    "Een BRIN heeft twee cijfers en dan twee letters of cijfers, bijvoorbeeld 01AB.");
            case VESTIGING -> eis(veld, waarde.toUpperCase(Locale.ROOT), "[A-Z0-9]{2}",
                    "Een vestiging heeft twee tekens, bijvoorbeeld 00.");
            case TELEFOON -> eis(veld, waarde, "(?=(?:[^0-9]*[0-9]){6})[0-9+() ./-]+",
                    "Een telefoonnummer heeft ten minste zes cijfers en verder alleen spaties en + ( ) . / -.");
            case EMAIL -> eis(veld, waarde, "[^\\s@]+@[^\\s@]+\\.[^\\s@]+", "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.");
            default -> waarde;
        };
    }

    private String tekst(Veld veld, Object ruw) {
        if (ruw == null) {
            return null;
        }
        if (!(ruw instanceof String geschreven)) {
            return fout(veld, "Hier hoort tekst. Zet de waarde tussen aanhalingstekens.");
        }
        boolean regels = veld.soort() == Veld.Soort.TEKST_MET_REGELS;
        if (!leesbaar(geschreven, regels)) {
            return fout(veld, regels ? "De tekst bevat onzichtbare stuurtekens. Haal die weg."
                    : "De waarde bevat onzichtbare stuurtekens of regeleinden. Haal die weg.");
        }
        String waarde = Normalizer.normalize(geschreven, Normalizer.Form.NFC).strip();
        // One way of writing line ends, or the same melding in CSV and JSON would differ.
        waarde = waarde.replace("\r\n", "\n").replace('\r', '\n');
        if (!toontIets(waarde)) {
            return null;
        }
        if (waarde.length() > veld.maximum()) {
            return fout(veld, "De waarde is te lang: ten hoogste %d tekens.".formatted(veld.maximum()));
        }
        return waarde;
    }

    /** Whether there is anything to read: blanks of every kind and characters without width, however many, are an empty field. */
    private static boolean toontIets(String waarde) {
        return waarde.codePoints().anyMatch(teken -> switch (Character.getType(teken)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL, Character.FORMAT,
                Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> !LEGE_LETTERS.contains(teken);
        });
    }

    /**
     * No control characters, and no halves of a pair: no database takes those. No reversal of the direction of writing either: it
     * makes a name on the screen another than the one that is stored.
     */
    private static boolean leesbaar(String waarde, boolean regels) {
        for (int i = 0; i < waarde.length(); i += Character.charCount(waarde.codePointAt(i))) {
            int teken = waarde.codePointAt(i);
            boolean regeleinde = regels && (teken == '\n' || teken == '\r' || teken == '\t');
            boolean keertOm = teken >= 0x202A && teken <= 0x202E || teken >= 0x2066 && teken <= 0x2069;
            if (Character.isISOControl(teken) && !regeleinde || keertOm || Character.getType(teken) == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private Object bsn(Veld veld, String waarde) {
        String bsn = Burgerservicenummer.aangevuld(waarde);
        return Burgerservicenummer.geldig(bsn) ? bsn
                : fout(veld, "Dit is geen geldig BSN: het heeft negen cijfers en voldoet aan de elfproef. Controleer de cijfers.");
    }

    private Object datum(Veld veld, String waarde) {
        try {
            // The pattern first: the parser also takes years of more than four digits.
            if (waarde.matches("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(waarde);
            }
        } catch (DateTimeException e) {
            return fout(veld, "Deze dag bestaat niet. Schrijf een datum als 2026-02-20.");
        }
        return fout(veld, "Dit is geen datum. Schrijf een datum als 2026-02-20.");
    }

    private Object moment(Veld veld, String waarde) {
        try {
            if (waarde.matches("(19|20)[0-9]{2}-.*T.*(Z|[+-][0-9]{2}:[0-9]{2})")) {
                return OffsetDateTime.parse(waarde).toInstant();
            }
            if (waarde.matches("(19|20)[0-9]{2}-.*T.*")) {
                return LocalDateTime.parse(waarde).atZone(ZONE).toInstant();
            }
        } catch (DateTimeException e) {
            return fout(veld, "Dit tijdstip bestaat niet. Schrijf een tijdstip als 2026-02-20T09:30:00.");
        }
        return fout(veld, "Dit is geen tijdstip. Schrijf een tijdstip als 2026-02-20T09:30:00 (Nederlandse tijd) of met een zone, "
                + "bijvoorbeeld 2026-02-20T09:30:00+01:00.");
    }

    private Object uren(Veld veld, Object ruw) {
        BigDecimal uren;
        if (ruw == null || ruw instanceof String leeg && leeg.isBlank()) {
            return null;
        } else if (ruw instanceof BigDecimal getal) {
            uren = getal;
        } else if (tekst && ruw instanceof String geschreven && geschreven.strip().matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            uren = new BigDecimal(geschreven.strip());
        } else {
            return fout(veld, tekst ? "Dit is geen getal. Schrijf het aantal uren met een punt, bijvoorbeeld 17.5."
                    : "Dit is geen getal. Schrijf het aantal uren zonder aanhalingstekens, met een punt, bijvoorbeeld 17.5.");
        }
        if (uren.signum() < 0 || uren.compareTo(MEESTE_UREN) > 0) {
            return fout(veld, "Het aantal uren ligt tussen 0 en 999.");
        }
        // Zero with an enormous exponent is zero; the scale of anything else that passed is small or a fault.
        BigDecimal kort = uren.signum() == 0 ? BigDecimal.ZERO : uren.stripTrailingZeros();
        if (kort.scale() > 2) {
            return fout(veld, "Het aantal uren heeft ten hoogste twee cijfers achter de punt.");
        }
        return kort.scale() < 0 ? kort.setScale(0) : kort;
    }

    private Object jaNee(Veld veld, Object ruw) {
        if (ruw instanceof Boolean) {
            return ruw;
        }
        if (ruw == null || ruw instanceof String leeg && leeg.isBlank()) {
            return null;
        }
        if (tekst && ruw instanceof String geschreven && List.of("true", "false").contains(geschreven.strip())) {
            return Boolean.valueOf(geschreven.strip());
        }
        return fout(veld, tekst ? "Hier hoort true of false." : "Hier hoort true of false, zonder aanhalingstekens.");
    }

    private String eis(Veld veld, String waarde, String patroon, String anders) {
        return waarde.matches(patroon) ? waarde : fout(veld, anders);
    }

    private <T> T fout(Veld veld, String reden) {
        fouten.add(new Fout(veld.naam(), reden));
        return null;
    }

    /** The value as text, the same for the same value however it was delivered. */
    static String geschreven(Object waarde) {
        return waarde instanceof BigDecimal getal ? getal.toPlainString() : waarde.toString();
    }

    /** The day in the Netherlands on which this moment falls. */
    static LocalDate dag(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
