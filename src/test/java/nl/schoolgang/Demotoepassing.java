package nl.schoolgang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole application in the profile demo, as a newcomer starts it, in a process of its own on a free port. */
public final class Demotoepassing {

    private static final String KLAAR = "Schoolgang staat klaar";

    private final Path map;
    private final Toepassingsproces toepassing;

    /** @param map its data directory */
    public Demotoepassing(Path map) {
        this(map, List.of());
    }

    /**
     * @param map          its data directory
     * @param instellingen further arguments of the command line, as {@code --naam=waarde}
     */
    public Demotoepassing(Path map, List<String> instellingen) {
        this.map = map;
        this.toepassing = new Toepassingsproces(map, KLAAR, Stream.concat(Stream.of("--spring.profiles.active=demo"), instellingen.stream()).toList(),
                Map.of("SCHOOLGANG_DATA", map.toString()));
    }

    /** Starts it and waits until the demo is filled; gives the port. */
    public int start() throws IOException {
        return toepassing.start();
    }

    public Process proces() {
        return toepassing.proces();
    }

    /** The port of its database. */
    public int databankpoort() throws IOException {
        return Integer.parseInt(Files.readAllLines(map.resolve("postgres/postmaster.pid")).get(3).trim());
    }

    /** What it logged of its errors. */
    public String fouten() {
        return toepassing.fouten();
    }

    /** Stops it as a person would; kills it when that takes longer than a minute. */
    public void stop() throws InterruptedException {
        toepassing.stop();
    }
}
