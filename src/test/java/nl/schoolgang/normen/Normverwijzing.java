package nl.schoolgang.normen;

/**
 * One place in the product that says it carries a norm.
 *
 * @param bestand   path in the repository, or the full name of a class
 * @param onderdeel which part of it, in words; the id of an element or the key of a field stands between quotes
 */
public record Normverwijzing(String bestand, String onderdeel, String id) {

    String alsOnbekend() {
        return "%s, %s: onbekende norm %s".formatted(bestand, onderdeel, id.isEmpty() ? "(niets ingevuld)" : id);
    }
}
