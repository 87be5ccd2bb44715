package nl.schoolgang.dekking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a form in the words of the screen.
 *
 * @param velden their labels in order; {@code (verplicht)} behind those that must be filled in whenever they are shown
 */
record Formulierlijst(List<String> velden) {

    static Formulierlijst van(String procedure, String formulier) {
        Path bestand = Proceduremap.WORTEL.resolve("forms").resolve(procedure).resolve(formulier + ".form");
        List<String> velden = new ArrayList<>();
        if (formulier != null && Files.isRegularFile(bestand)) {
            try {
                verzamel(new ObjectMapper().readTree(bestand.toFile()), velden);
            } catch (IOException e) {
                throw new UncheckedIOException(bestand + " is niet te lezen", e);
            }
        }
        return new Formulierlijst(velden);
    }

    private static void verzamel(JsonNode onderdeel, List<String> velden) {
        if (onderdeel.hasNonNull("key")) {
            String label = onderdeel.path(onderdeel.hasNonNull("dateLabel") ? "dateLabel" : "label").asText(onderdeel.get("key").asText());
            velden.add(label + (onderdeel.path("validate").path("required").asBoolean() ? " (verplicht)" : ""));
        }
        onderdeel.path("components").forEach(o -> verzamel(o, velden));
    }
}
