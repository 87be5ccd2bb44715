package nl.schoolgang.werkvoorraad;

import java.util.Map;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.normen.Norm;

/** Which privacy label what is recorded in a procedure gets (06, "Privacy"). */
@Norm({"BUN-T04.00-06", "BUN-T04.00-07", "BUN-T04.00-12"})
final class Privacylabel {

    private static final Map<String, Label> PER_PROCEDURE = Map.ofEntries(
            Map.entry("halt-verwijzing", Label.STRAFRECHT), Map.entry("proces-verbaal", Label.STRAFRECHT),
            Map.entry("betrokkene-verzoek", Label.AVG), Map.entry("verzuim-18-plus", Label.AVG), Map.entry("verlof-meer-dan-10-dagen", Label.AVG),
            Map.entry("verlof-tot-10-dagen", Label.AVG), Map.entry("vrijstelling-artikel-5", Label.AVG),
            Map.entry("vrijstelling-artikel-15", Label.AVG), Map.entry("vrijstelling-defensie", Label.AVG));

    private Privacylabel() {
    }

    /** A procedure that is not known gets the stricter label of suspected absence. */
    static Label van(String procedure) {
        return PER_PROCEDURE.getOrDefault(procedure, Label.WPG);
    }
}
