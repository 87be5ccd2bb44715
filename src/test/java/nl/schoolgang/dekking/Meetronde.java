package nl.schoolgang.dekking;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What all JVMs of one round of tests measured together. */
final class Meetronde {

    private final Map<Meting, Set<String>> testsPerMeting;

    private Meetronde(Map<Meting, Set<String>> testsPerMeting) {
        this.testsPerMeting = testsPerMeting;
    }

    /** A directory that is not there is a round in which nothing was measured. */
    static Meetronde lees(Path map) {
        Map<Meting, Set<String>> tests = new TreeMap<>(Comparator.comparing(Meting::alsTekst));
        if (Files.isDirectory(map)) {
            try (Stream<Path> bestanden = Files.list(map)) {
                for (Path bestand : bestanden.filter(b -> b.toString().endsWith(".json")).sorted().toList()) {
                    Map<String, List<String>> inhoud = new ObjectMapper().readValue(bestand.toFile(), new TypeReference<>() { });
                    inhoud.forEach((test, metingen) -> metingen.forEach(
                            m -> tests.computeIfAbsent(Meting.van(m), x -> new TreeSet<>()).add(test)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("De metingen in " + map + " zijn niet te lezen", e);
            }
        }
        return new Meetronde(tests);
    }

    boolean isLeeg() {
        return testsPerMeting.isEmpty();
    }

    /** The tests that reached it, as {@code class#method}; empty when none did. */
    Set<String> tests(Meting meting) {
        return testsPerMeting.getOrDefault(meting, Set.of());
    }

    boolean bereikt(Meting meting) {
        return testsPerMeting.containsKey(meting);
    }

    Set<Meting> metingen() {
        return testsPerMeting.keySet();
    }
}
