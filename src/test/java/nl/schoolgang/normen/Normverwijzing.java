package nl.schoolgang.normen;

/** One place in the product that says it carries a norm. */
record Normverwijzing(String bestand, String onderdeel, String id) {

    String alsOnbekend() {
        return "%s, %s: onbekende norm %s".formatted(bestand, onderdeel, id.isEmpty() ? "(niets ingevuld)" : id);
    }
}
