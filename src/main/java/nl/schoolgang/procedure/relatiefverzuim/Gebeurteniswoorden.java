package nl.schoolgang.procedure.relatiefverzuim;

import java.util.Map;
import nl.schoolgang.melding.Zaakgebeurtenis;

/** The events from outside, and the withdrawal of all meldingen, in words for a form. */
final class Gebeurteniswoorden {

    private static final Map<String, String> WOORDEN = Map.of(Zaakgebeurtenis.VERHUISD, "de jongere is verhuisd",
            Zaakgebeurtenis.ACHTTIEN_GEWORDEN, "de jongere is 18 jaar geworden",
            Zaakgebeurtenis.STARTKWALIFICATIE, "de jongere heeft een startkwalificatie",
            Zaakgebeurtenis.OVERLEDEN, "de jongere is overleden",
            Gebeurtenisgevolgen.INGETROKKEN, "alle meldingen van de zaak zijn ingetrokken");

    private Gebeurteniswoorden() {
    }

    /** @throws IllegalStateException for a kind that does not exist */
    static String van(String soort) {
        if (!WOORDEN.containsKey(soort)) {
            throw new IllegalStateException("Deze gebeurtenis bestaat niet: " + soort);
        }
        return WOORDEN.get(soort);
    }
}
