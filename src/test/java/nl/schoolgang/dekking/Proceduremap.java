package nl.schoolgang.dekking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * The models of one procedure as they stand in the repository.
 *
 * @param naam the name of its directory under {@code processes/}
 */
record Proceduremap(String naam) {

    static final Path WORTEL = Path.of(System.getProperty("schoolgang.map", ".")).toAbsolutePath().normalize();

    /**
     * The procedures that are finished: their models and tables are covered by tests, and they have a page in
     * {@code docs/procedures}. One that is still to come counts from the day that its directory is there.
     */
    static final List<String> AF = List.of("relatief-verzuim", "gesprek", "schriftelijke-waarschuwing", "nagekomen-wijziging", "retourpost",
            "betrokkene-verzoek", "verslag-op-verzoek");

    static List<Proceduremap> afgeronde() {
        return AF.stream().map(Proceduremap::new).filter(p -> Files.isDirectory(p.map())).toList();
    }

    Path map() {
        return WORTEL.resolve("processes").resolve(naam);
    }

    List<Path> bestanden(String extensie) {
        try (Stream<Path> alle = Files.walk(map())) {
            return alle.filter(b -> b.toString().endsWith("." + extensie)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<BpmnModelInstance> processen() {
        return bestanden("bpmn").stream().map(b -> Bpmn.readModelFromFile(b.toFile())).toList();
    }

    List<DmnModelInstance> tabellen() {
        return bestanden("dmn").stream().map(b -> Dmn.readModelFromFile(b.toFile())).toList();
    }
}
