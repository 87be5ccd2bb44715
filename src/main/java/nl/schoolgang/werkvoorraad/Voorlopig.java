package nl.schoolgang.werkvoorraad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.werkvoorraad.Veldwaarde.OngeldigeWaarde;

/** What is typed in a form that is not handed in yet, for a preview: what can be read counts, the rest counts as not filled in. */
final class Voorlopig {

    private Voorlopig() {
    }

    /**
     * The answers as a dossierstuk would hold them.
     *
     * @param getypt values by key, as JSON or as a browser sends them (a list of texts)
     */
    static Map<String, Object> antwoorden(Formulier formulier, Map<String, ?> getypt) {
        Map<String, Object> waarden = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            try {
                Object waarde = Veldwaarde.typeer(veld, ruw(veld, getypt.get(veld.sleutel())));
                if (waarde != null) {
                    waarden.put(veld.sleutel(), waarde);
                }
            } catch (OngeldigeWaarde e) {
                // Handing the form in tells what is wrong with it; until then the letter does without.
                waarden.remove(veld.sleutel());
            }
        }
        return new Antwoorden(formulier, waarden).voorDossier();
    }

    private static Object ruw(Veld veld, Object waarde) {
        if (!(waarde instanceof List<?> lijst) || veld.soort() == Veldsoort.AANKRUISLIJST) {
            return waarde;
        }
        return lijst.isEmpty() ? null : Scherminvoer.waarden(new Formulier("voorlopig", List.of(veld)),
                Map.of(veld.sleutel(), lijst.stream().map(String::valueOf).toArray(String[]::new))).get(veld.sleutel());
    }
}
