package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.schoolgang.werkvoorraad.Formulierlezer.OngeldigFormulier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lint allows in forms exactly what our reader of forms takes. */
class FormulierkaderTest {

    /** What form-js has and we do not. */
    private static final List<String> ANDERE = List.of("taglist", "image", "table", "html", "iframe", "dynamiclist", "expression", "spacer",
            "button", "filepicker", "documentPreview", "default");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode kader;

    private final Formulierlezer lezer = new Formulierlezer(JSON);

    @BeforeAll
    static void leesKader() throws IOException {
        try (InputStream bestand = FormulierkaderTest.class.getResourceAsStream("/lint/kader.json")) {
            assertThat(bestand).as("target/classes/lint/kader.json; maak het met: npm run bouw in src/main/lint").isNotNull();
            kader = JSON.readTree(bestand);
        }
    }

    @Test
    @DisplayName("elk onderdeel dat de lint toestaat, kan de lezer lezen, en geen ander")
    void onderdelen() {
        List<String> toegestaan = teksten("onderdelen");
        assertThat(toegestaan).hasSizeGreaterThan(8).allSatisfy(soort -> assertThat(gebreken(soort, null)).doesNotContain("niet ondersteund"));
        assertThat(ANDERE).allSatisfy(soort -> {
            assertThat(toegestaan).doesNotContain(soort);
            assertThat(gebreken(soort, null)).contains("'" + soort + "', die niet ondersteund wordt");
        });
    }

    @Test
    @DisplayName("wat de lint verbiedt, weigert de lezer ook")
    void verboden() {
        assertThat(teksten("verboden")).isNotEmpty().allSatisfy(e -> assertThat(gebreken("textfield", e)).contains("'" + e + "', dat niet ondersteund wordt"));
    }

    private String gebreken(String soort, String eigenschap) {
        ObjectNode veld = JSON.createObjectNode().put("type", soort).put("id", "v").put("key", "v").put("subtype", "date");
        if (eigenschap != null) {
            veld.put(eigenschap, "x");
        }
        ObjectNode formulier = JSON.createObjectNode().put("id", "proef");
        formulier.putArray("components").add(veld);
        try {
            lezer.lees(formulier.toString());
            return "";
        } catch (OngeldigFormulier fout) {
            return fout.getMessage();
        }
    }

    private static List<String> teksten(String naam) {
        return StreamSupport.stream(kader.get(naam).spliterator(), false).map(JsonNode::asText).toList();
    }
}
