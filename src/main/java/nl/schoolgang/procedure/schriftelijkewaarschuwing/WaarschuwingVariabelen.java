package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import nl.schoolgang.engine.Variabele;

/** The variables of {@code schriftelijke-waarschuwing}; the names are those in the model, its tables and its forms. */
final class WaarschuwingVariabelen {

    static final String PROCES = "schriftelijke-waarschuwing";

    static final String JA = "ja";
    static final String NEE = "nee";
    static final String ONBEKEND = "onbekend";

    // Facts: ja, nee or onbekend.
    static final Variabele<String> VERWIJTBAAR_OUDERS = Variabele.tekst("verwijtbaarOuders");
    static final Variabele<String> VERWIJTBAAR_JONGERE = Variabele.tekst("verwijtbaarJongere");
    /** Of parents or youth, whoever it is. */
    static final Variabele<String> VERWIJTBAAR = Variabele.tekst("verwijtbaar");
    static final Variabele<String> OPZET = Variabele.tekst("opzet");
    static final Variabele<String> ZORG = Variabele.tekst("zorg");
    static final Variabele<String> EERDERE_OVERTREDING = Variabele.tekst("eerdereOvertreding");

    static final Variabele<Integer> LEEFTIJD = Variabele.getal("leeftijd");
    static final Variabele<Boolean> LUXE = Variabele.jaNee("luxe");
    /** The most hours of absence within four successive weeks; null when no melding gives them. */
    static final Variabele<Double> UREN = Variabele.breuk("uren");
    /** School days in the reported periods, so the most it can be; null when not known. */
    static final Variabele<Integer> SCHOOLDAGEN = Variabele.getal("schooldagen");

    /** What the table advises: {@code mag}, {@code mag-niet} or {@code weeg}. */
    static final Variabele<String> TOETS_ADVIES = Variabele.tekst("toetsAdvies");
    static final Variabele<String> GEWAARSCHUWDEN = Variabele.tekst("gewaarschuwden");
    /** {@code gewaarschuwd} or {@code niet-gewaarschuwd}. */
    static final Variabele<String> UITKOMST = Variabele.tekst("uitkomst");

    static final String GEWAARSCHUWD = "gewaarschuwd";

    private WaarschuwingVariabelen() {
    }
}
