package nl.schoolgang.normen;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The norm registers of the municipalities, as read from a directory of YAML files. */
public final class Normregister {

    /** Why nothing carries a norm: lies beside the registers. */
    public static final String REDENEN = "redenen.yaml";

    private final Map<String, List<Map<String, Object>>> normenPerBestand;

    private Normregister(Map<String, List<Map<String, Object>>> normenPerBestand) {
        this.normenPerBestand = normenPerBestand;
    }

    /** Reads the registers in this directory; other YAML files there are no registers. */
    public static Normregister lees(Path map) throws IOException {
        try (Stream<Path> bestanden = Files.list(map)) {
            return new Normregister(bestanden.filter(b -> b.toString().endsWith(".yaml") && !b.endsWith(REDENEN)).sorted()
                    .collect(Collectors.toMap(b -> b.getFileName().toString(), Normregister::leesBestand)));
        }
    }

    private static List<Map<String, Object>> leesBestand(Path bestand) {
        try (Reader tekst = Files.newBufferedReader(bestand)) {
            List<Map<String, Object>> normen = new Yaml(new SafeConstructor(new LoaderOptions())).load(tekst);
            return normen;
        } catch (IOException fout) {
            throw new IllegalStateException("Het register " + bestand + " is niet te lezen", fout);
        }
    }

    List<Map<String, Object>> normen(String bestand) {
        return normenPerBestand.getOrDefault(bestand, List.of());
    }

    public List<Map<String, Object>> alle() {
        List<Map<String, Object>> alle = new ArrayList<>();
        normenPerBestand.values().forEach(alle::addAll);
        return alle;
    }

    /** All ids; a double one counts once. */
    public Set<String> ids() {
        return alle().stream().map(norm -> (String) norm.get("id")).collect(Collectors.toSet());
    }

    /** What stands before the first hyphen of the ids: one code a municipality. */
    public Set<String> voorvoegsels() {
        return ids().stream().map(id -> id.substring(0, id.indexOf('-'))).collect(Collectors.toSet());
    }
}
