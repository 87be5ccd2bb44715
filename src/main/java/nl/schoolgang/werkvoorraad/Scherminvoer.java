package nl.schoolgang.werkvoorraad;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a browser sends (only text) into values as JSON has them; what cannot be read stays text, and is refused at its field. */
final class Scherminvoer {

    private Scherminvoer() {
    }

    /**
     * @param velden what was posted, by field; fields that no form has (as the CSRF token) are left out, since the browser sends
     *               them of itself
     */
    static Map<String, Object> waarden(Formulier formulier, Map<String, String[]> velden) {
        Map<String, Object> waarden = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            String[] gestuurd = velden.get(veld.sleutel());
            if (gestuurd != null && gestuurd.length > 0) {
                waarden.put(veld.sleutel(), waarde(veld, gestuurd));
            }
        }
        return waarden;
    }

    private static Object waarde(Veld veld, String[] gestuurd) {
        return switch (veld.soort()) {
            case AANKRUISLIJST -> List.of(gestuurd);
            case AANKRUISVAK -> List.of("true", "on").contains(gestuurd[0]) ? (Object) Boolean.TRUE : (Object) gestuurd[0];
            case GETAL -> getal(gestuurd[0]);
            default -> gestuurd[0];
        };
    }

    private static Object getal(String tekst) {
        String kaal = tekst.strip().replace(',', '.');
        // Only plain notation: 1e999999 is a number that no one types and no machine likes.
        return kaal.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?") ? (Object) new BigDecimal(kaal) : tekst;
    }
}
