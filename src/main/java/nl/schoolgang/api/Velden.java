package nl.schoolgang.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** Reads the fields of a JSON body and collects everything that is wrong with them, so that one answer names it all. */
final class Velden {

    private static final int EERSTE_JAAR = 2014;
    private static final int LAATSTE_JAAR = 2100;
    private static final int LANGSTE_TEKST = 2000;

    private final Map<String, Object> gestuurd;
    private final List<Fout> fouten;

    /** Records a fault for each field that is not among these. */
    Velden(Map<String, Object> gestuurd, String... bekend) {
        this.gestuurd = gestuurd;
        this.fouten = new ArrayList<>();
        Set<String> onbekend = new TreeSet<>(gestuurd.keySet());
        onbekend.removeAll(Set.of(bekend));
        onbekend.forEach(naam -> fout(naam, "Dit veld bestaat niet."));
    }

    private Velden(Map<String, Object> gestuurd, List<Fout> fouten) {
        this.gestuurd = gestuurd;
        this.fouten = fouten;
    }

    /** The fields of an object within the body, under their full path; what is wrong with them is wrong with the body. */
    Velden binnen(Map<String, Object> velden) {
        return new Velden(velden, fouten);
    }

    void fout(String veld, String reden) {
        fouten.add(new Fout(veld, reden));
    }

    /** @throws OngeldigeInvoer when anything was wrong up to here */
    void controleer() {
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
    }

    /** A date; null when absent, or wrong (a fault). */
    LocalDate datum(String naam, boolean verplicht) {
        String tekst = tekst(naam, verplicht);
        try {
            LocalDate datum = tekst == null ? null : LocalDate.parse(tekst);
            if (datum == null || datum.getYear() >= EERSTE_JAAR && datum.getYear() <= LAATSTE_JAAR) {
                return datum;
            }
        } catch (DateTimeException e) {
            fout(naam, "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2026-03-02.");
            return null;
        }
        fout(naam, "Geef een datum in de jaren " + EERSTE_JAAR + " tot en met " + LAATSTE_JAAR + ".");
        return null;
    }

    /** A text; null when absent, or wrong (a fault). */
    String tekst(String naam, boolean verplicht) {
        Object waarde = gestuurd.get(naam);
        if (waarde == null || waarde instanceof String leeg && leeg.isBlank()) {
            if (verplicht) {
                fout(naam, "Dit veld is verplicht.");
            }
            return null;
        }
        if (waarde instanceof String tekst && tekst.length() <= LANGSTE_TEKST && tekst.chars().noneMatch(c -> c == 0)) {
            return tekst;
        }
        fout(naam, "Deze waarde heeft niet de goede vorm.");
        return null;
    }

    /** A whole number; null when absent, or wrong (a fault). */
    Integer getal(String naam) {
        Object waarde = gestuurd.get(naam);
        if (waarde == null || waarde instanceof Integer) {
            return (Integer) waarde;
        }
        fout(naam, "Geef een heel getal.");
        return null;
    }

    /** Yes or no; no when absent, or wrong (a fault). */
    boolean vlag(String naam) {
        Object waarde = gestuurd.get(naam);
        if (waarde != null && !(waarde instanceof Boolean)) {
            fout(naam, "Geef true of false.");
        }
        return Boolean.TRUE.equals(waarde);
    }
}
