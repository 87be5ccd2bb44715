package nl.schoolgang.dekking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what every test of this JVM reached: one meter for all contexts and threads. Threads have no test of their own: what
 * happens anywhere counts for the test that runs, so tests in one JVM must not run side by side. Outside a test nothing is
 * remembered, so an application that is started with the tests' class path measures nothing.
 */
final class Dekkingsmeter {

    /** Names the round that this JVM belongs to; the build sets it, so that no older measurement counts. */
    static final String RONDE = "dekking.ronde";
    /** The round of tests that are run one by one. */
    static final String LOS = "los";

    private final Map<String, Set<Meting>> perTest = new ConcurrentHashMap<>();
    private volatile String test;

    /** @param naam {@code class#method}, or the class alone while its context starts; null: no test runs */
    void begin(String naam) {
        test = naam;
    }

    void noteer(Collection<Meting> metingen) {
        String nu = test;
        if (nu != null) {
            perTest.computeIfAbsent(nu, t -> ConcurrentHashMap.newKeySet()).addAll(metingen);
        }
    }

    Map<String, Set<Meting>> gemeten() {
        return Map.copyOf(perTest);
    }

    /** Writes a file of its own, whatever other JVMs write; none when nothing was measured. */
    void schrijf(Path map) {
        if (perTest.isEmpty()) {
            return;
        }
        Map<String, Set<String>> tekst = new TreeMap<>();
        perTest.forEach((naam, metingen) -> {
            Set<String> regels = new TreeSet<>();
            metingen.forEach(m -> regels.add(m.alsTekst()));
            tekst.put(naam, regels);
        });
        try {
            Files.createDirectories(map);
            Path bestand = Files.createTempFile(map, ProcessHandle.current().pid() + "-", ".json");
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(bestand.toFile(), tekst);
        } catch (IOException e) {
            throw new UncheckedIOException("De dekking is niet te schrijven in " + map, e);
        }
    }

    /** Where the measurements of a round are. */
    static Path map(String ronde) {
        return Path.of(System.getProperty("schoolgang.map", "."), "target", "dekking", ronde);
    }
}
