package nl.schoolgang.werkvoorraad;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** Reads what was typed in a form of our own, field by field, and collects every fault with its reason. */
final class Invoer {

    static final int REGEL = 200;
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3} ?[A-Za-z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern TELEFOON = Pattern.compile("\\+?[0-9 ()\\-]{8,20}");

    private final Map<String, String> velden;
    private final List<Fout> fouten = new ArrayList<>();

    Invoer(Map<String, String> velden) {
        this.velden = velden;
    }

    void fout(String veld, String reden) {
        fouten.add(new Fout(veld, reden));
    }

    /** @throws OngeldigeInvoer with every fault so far; nothing when there is none */
    void toets() {
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
    }

    /** What was typed, without space around it; null when that is nothing. */
    String tekst(String veld, int langste) {
        String tekst = velden.getOrDefault(veld, "").replace("\r\n", "\n").replace("\0", "").strip();
        if (tekst.length() > langste) {
            fout(veld, "Gebruik hoogstens " + langste + " tekens.");
        }
        return tekst.isEmpty() ? null : tekst;
    }

    String regel(String veld) {
        return tekst(veld, REGEL);
    }

    String verplicht(String veld, int langste, String reden) {
        String tekst = tekst(veld, langste);
        if (tekst == null) {
            fout(veld, reden);
        }
        return tekst;
    }

    boolean vinkje(String veld) {
        return "true".equals(velden.get(veld));
    }

    /** One of these; null when nothing was chosen. */
    String keuze(String veld, Collection<String> opties, boolean verplicht) {
        String keuze = tekst(veld, REGEL);
        if (keuze == null && verplicht || keuze != null && !opties.contains(keuze)) {
            fout(veld, "Maak een keuze.");
        }
        return keuze;
    }

    /** A day within these bounds; null when nothing was typed. */
    LocalDate dag(String veld, LocalDate vroegst, LocalDate laatst) {
        String tekst = tekst(veld, REGEL);
        if (tekst == null) {
            return null;
        }
        try {
            LocalDate dag = LocalDate.parse(tekst);
            if (dag.isBefore(vroegst)) {
                fout(veld, "Dit is te lang geleden. Kijk het jaar na.");
            } else if (dag.isAfter(laatst)) {
                fout(veld, "Dit ligt te ver in de toekomst. Kijk de datum na.");
            }
            return dag;
        } catch (DateTimeParseException e) {
            fout(veld, "Vul een datum in, bijvoorbeeld 2026-03-31.");
            return null;
        }
    }

    String postcode(String veld) {
        String postcode = vorm(veld, POSTCODE, "Vul een postcode in, bijvoorbeeld 8301 AB.");
        if (postcode == null) {
            return null;
        }
        String kaal = postcode.replace(" ", "").toUpperCase(Locale.ROOT);
        return kaal.length() == 6 ? kaal.substring(0, 4) + " " + kaal.substring(4) : postcode;
    }

    String telefoon(String veld) {
        return vorm(veld, TELEFOON, "Vul een telefoonnummer in, bijvoorbeeld 0527-123456.");
    }

    String email(String veld) {
        return vorm(veld, EMAIL, "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.");
    }

    /** The version that the form was opened with; none: a version that never is. */
    int versie() {
        String versie = velden.getOrDefault("versie", "0");
        return versie.matches("\\d{1,9}") ? Integer.parseInt(versie) : -1;
    }

    private String vorm(String veld, Pattern vorm, String reden) {
        String tekst = regel(veld);
        if (tekst != null && !vorm.matcher(tekst).matches()) {
            fout(veld, reden);
        }
        return tekst;
    }
}
