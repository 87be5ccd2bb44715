package nl.schoolgang.procedure.relatiefverzuim;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.NieuwBericht;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Melding;
import org.springframework.stereotype.Component;

/** A message about a melding to who reported it: at the address given with the melding, or else at the mailbox of the school itself. */
@Component
class Melderbericht {

    private static final String SCHOOL = "school";

    private final Scholen scholen;

    Melderbericht(Scholen scholen) {
        this.scholen = scholen;
    }

    NieuwBericht maak(UUID zaakId, String gemeente, Melding melding, String soort, String aan, Map<String, Object> inhoud) {
        return new NieuwBericht(zaakId, gemeente, melding.id(), soort, aan, Ontvangersoort.van(aan), inhoud, adres(melding, aan), null, null,
                List.of());
    }

    /** The e-mail address of this receiver; null when none is known. */
    String adres(Melding melding, String aan) {
        String eigen = melding.contact().email();
        if (eigen != null && !eigen.isBlank() || !SCHOOL.equals(aan) || melding.schoolId() == null) {
            return eigen == null || eigen.isBlank() ? null : eigen;
        }
        return scholen.contact(melding.schoolId()).email();
    }
}
