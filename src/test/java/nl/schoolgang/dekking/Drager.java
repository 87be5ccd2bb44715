package nl.schoolgang.dekking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schoolgang.normen.Normverwijzing;

/**
 * What carries a norm.
 *
 * @param bestand   path in the repository, or the full name of a class
 * @param onderdeel id of the element or the rule, key of the field; empty for a letter or a class as a whole
 */
record Drager(String norm, Soort soort, String bestand, String onderdeel) {

    enum Soort { MODEL, TABEL, FORMULIER, BRIEF, KLASSE }

    private static final Pattern ID = Pattern.compile("\"(.*)\"");

    static Drager van(Normverwijzing verwijzing) {
        String bestand = verwijzing.bestand();
        Soort soort = bestand.endsWith(".bpmn") ? Soort.MODEL : bestand.endsWith(".dmn") ? Soort.TABEL
                : bestand.endsWith(".form") ? Soort.FORMULIER : bestand.endsWith(".html") ? Soort.BRIEF : Soort.KLASSE;
        Matcher id = ID.matcher(verwijzing.onderdeel());
        return new Drager(verwijzing.id(), soort, bestand, id.find() ? id.group(1) : "");
    }

    /** Its name among what tests touch: fields are touched with their form, methods with their class. */
    String sleutel() {
        return soort == Soort.MODEL || soort == Soort.TABEL ? bestand + "#" + onderdeel : bestand;
    }

    /** Whether this belongs to the directory or the package of a procedure. */
    boolean hoortBij(String procedure) {
        return bestand.startsWith("processes/" + procedure + "/") || bestand.startsWith("forms/" + procedure + "/")
                || bestand.startsWith("nl.schoolgang.procedure." + procedure.replace("-", "") + ".");
    }

    String inWoorden() {
        String naam = bestand.substring(bestand.lastIndexOf('/') + 1);
        return switch (soort) {
            case MODEL -> "model " + naam.replace(".bpmn", "") + ": `" + onderdeel + "`";
            case TABEL -> "tabel " + naam.replace(".dmn", "") + ": `" + onderdeel + "`";
            case FORMULIER -> "formulier " + naam.replace(".form", "") + ": `" + onderdeel + "`";
            case BRIEF -> "brief `" + naam.replace(".html", "") + "`";
            case KLASSE -> "klasse `" + bestand.substring("nl.schoolgang.".length()) + "`";
        };
    }

    String kort() {
        return switch (soort) {
            case FORMULIER -> "veld `" + onderdeel + "`";
            case MODEL, TABEL -> "`" + onderdeel + "`";
            default -> inWoorden();
        };
    }
}
