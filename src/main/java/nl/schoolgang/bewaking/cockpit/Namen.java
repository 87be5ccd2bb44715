package nl.schoolgang.bewaking.cockpit;

import java.util.Locale;
import nl.schoolgang.gemeente.Gemeenten;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The names for people of municipalities and procedures. */
@Component
class Namen {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");

    private final Gemeenten gemeenten;
    private final MessageSource teksten;

    Namen(Gemeenten gemeenten, MessageSource teksten) {
        this.gemeenten = gemeenten;
        this.teksten = teksten;
    }

    /** A code with its name for people. */
    record Keuze(String code, String naam) {
    }

    Keuze gemeente(String code) {
        return new Keuze(code, gemeenten.metCode(code).orElseThrow().naam());
    }

    Keuze procedure(String code) {
        String leesbaar = code.replace('-', ' ');
        return new Keuze(code, teksten.getMessage("procedure." + code, null, Character.toUpperCase(leesbaar.charAt(0)) + leesbaar.substring(1), NL));
    }
}
