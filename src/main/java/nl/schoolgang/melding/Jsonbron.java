package nl.schoolgang.melding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schoolgang.gemeente.Fout;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads a melding from JSON: objects become names with dots. */
final class Jsonbron {

    private static final int LANGSTE_NAAM = 100;
    // A field given twice is refused, not silently overwritten.
    private static final ObjectReader LEZER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build().readerFor(JsonNode.class);

    private Jsonbron() {
    }

    /** @throws ResponseStatusException (400) when this is no JSON object */
    static Bronrij lees(byte[] json, Meldingsvorm vorm) {
        JsonNode wortel;
        try {
            wortel = LEZER.readValue(json);
        } catch (IOException | ArithmeticException | NumberFormatException e) {
            // Without the cause: its message quotes what was sent.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Dit is geen geldige JSON. Controleer haakjes, aanhalingstekens, "
                    + "komma's en dubbele velden, en gebruik UTF-8.");
        }
        if (wortel == null || !wortel.isObject()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Stuur één melding als JSON-object: {\"gemeente\": …}.");
        }
        Set<String> groepen = vorm.velden().stream().map(Veld::groep).filter(g -> !g.isEmpty()).collect(Collectors.toSet());
        Map<String, Object> velden = new LinkedHashMap<>();
        List<Fout> fouten = new ArrayList<>();
        wortel.properties().forEach(veld -> {
            String naam = veld.getKey();
            if (!groepen.contains(naam)) {
                if (naam.contains(".")) {
                    fouten.add(new Fout(kort(naam), "Een veld met een punt in de naam bestaat niet in JSON. Schrijf een object, "
                            + "bijvoorbeeld \"leerling\": {\"bsn\": …}."));
                } else {
                    zet(velden, naam, veld.getValue());
                }
            } else if (veld.getValue().isObject()) {
                veld.getValue().properties().forEach(deel -> zet(velden, naam + "." + deel.getKey(), deel.getValue()));
            } else if (!veld.getValue().isNull()) {
                fouten.add(new Fout(naam, "Hier hoort een object met velden, bijvoorbeeld \"" + naam + "\": {\"naam\": …}."));
            }
        });
        return new Bronrij(velden, false, fouten);
    }

    private static void zet(Map<String, Object> velden, String naam, JsonNode waarde) {
        if (waarde.isTextual()) {
            velden.put(kort(naam), waarde.textValue());
        } else if (waarde.isNumber()) {
            velden.put(kort(naam), waarde.isBigDecimal() ? waarde.decimalValue() : new BigDecimal(waarde.asText()));
        } else if (waarde.isBoolean()) {
            velden.put(kort(naam), waarde.booleanValue());
        } else {
            // Null counts as empty, but an unknown field is unknown also when it is empty.
            velden.put(kort(naam), waarde.isNull() ? "" : waarde);
        }
    }

    private static String kort(String naam) {
        return naam.length() <= LANGSTE_NAAM ? naam : naam.substring(0, LANGSTE_NAAM) + "…";
    }
}
