package nl.schoolgang.procedure.relatiefverzuim;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.NieuwBericht;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.melding.Melding;

/** To whom goes what is reported back: DUO when it came from there, else the one who reported. */
final class Bronnen {

    private Bronnen() {
    }

    static String ontvanger(Melding melding) {
        return switch (melding.bron()) {
            case Melding.BRON_DUO -> Melding.BRON_DUO;
            case "school-buiten-duo" -> "school";
            default -> "melder";
        };
    }

    /** The receiver as the time line names it. */
    static String inWoorden(String aan) {
        return switch (aan) {
            case "duo" -> "DUO";
            case "school" -> "de school";
            default -> "wie meldde";
        };
    }

    /** A message about a melding to who reported it, by e-mail when the contact of the melding has an address. */
    static NieuwBericht bericht(UUID zaakId, String gemeente, Melding melding, String soort, String aan, Map<String, Object> inhoud) {
        return new NieuwBericht(zaakId, gemeente, melding.id(), soort, aan, Ontvangersoort.van(aan), inhoud, melding.contact().email(), null,
                null, List.of());
    }
}
