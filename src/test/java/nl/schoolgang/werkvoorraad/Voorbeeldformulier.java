package nl.schoolgang.werkvoorraad;

/** A form with one of every kind. */
final class Voorbeeldformulier {

    static final String JSON = """
            {"id": "voorbeeld", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "id": "t1", "text": "# Kop\\n\\nEen alinea."},
              {"type": "radio", "key": "soort", "label": "Soort contact", "defaultValue": "gesprek", "validate": {"required": true},
               "values": [{"value": "gesprek", "label": "Een gesprek"}, {"value": "brief", "label": "Een brief"}],
               "properties": {"opslag": "beslissing"}},
              {"type": "textfield", "key": "reden", "label": "Reden", "validate": {"minLength": 3, "maxLength": 10, "pattern": "^[a-z]+$"}},
              {"type": "textarea", "key": "toelichting", "label": "Toelichting"},
              {"type": "separator", "id": "s1"},
              {"type": "group", "id": "g1", "label": "Gesprek", "conditional": {"hide": "=soort != \\"gesprek\\""}, "components": [
                {"type": "number", "key": "uren", "label": "Uren", "decimalDigits": 1, "validate": {"required": true, "min": 1, "max": "60"},
                 "properties": {"opslag": "beslissing", "norm": "BUN-6.1, NOP-3.1"}},
                {"type": "datetime", "subtype": "date", "key": "dag", "dateLabel": "Dag van het gesprek",
                 "conditional": {"hide": "=uren = null or uren < 2"}, "validate": {"required": true}, "properties": {"opslag": "beslissing"}},
                {"type": "datetime", "subtype": "time", "key": "tijd", "timeLabel": "Tijd", "conditional": {"hide": "=dag = null"}},
                {"type": "datetime", "subtype": "datetime", "key": "afspraak", "dateLabel": "Afspraak", "disallowPassedDates": true,
                 "properties": {"opslag": "beslissing"}}
              ]},
              {"type": "checkbox", "key": "akkoord", "label": "Akkoord", "properties": {"opslag": "beslissing"}},
              {"type": "checklist", "key": "wie", "label": "Wie waren erbij", "properties": {"opslag": "beslissing"},
               "values": [{"value": "ouders", "label": "De ouders"}, {"value": "jongere", "label": "De jongere"}]},
              {"type": "select", "key": "school", "label": "Soort school", "values": [{"value": "vo", "label": "Voortgezet onderwijs"}]},
              {"type": "textfield", "key": "email", "label": "E-mail", "validate": {"validationType": "email"}}
            ]}""";

    private Voorbeeldformulier() {
    }
}
