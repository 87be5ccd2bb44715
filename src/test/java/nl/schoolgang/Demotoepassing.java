package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole application in the profile demo, as a newcomer starts it, in a process of its own on a free port. */
public final class Demotoepassing {

    private static final Pattern POORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String KLAAR = "Schoolgang staat klaar";

    private final Path map;
    private final List<String> instellingen;
    private Process proces;
    private Path uitvoer;
    private int starts;

    /** @param map its data directory */
    public Demotoepassing(Path map) {
        this(map, List.of());
    }

    /**
     * @param map          its data directory
     * @param instellingen arguments of the command line, as {@code --naam=waarde}
     */
    public Demotoepassing(Path map, List<String> instellingen) {
        this.map = map;
        this.instellingen = List.copyOf(instellingen);
    }

    /** Starts it and waits until the demo is filled; gives the port. */
    public int start() throws IOException {
        uitvoer = map.resolve("uitvoer-" + ++starts + ".txt");
        List<String> opdracht = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx600m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Schoolgang.class.getName(), "--spring.profiles.active=demo", "--server.port=0"));
        opdracht.addAll(instellingen);
        ProcessBuilder bouwer = new ProcessBuilder(opdracht)
                .redirectErrorStream(true).redirectOutput(uitvoer.toFile());
        bouwer.environment().put("SCHOOLGANG_DATA", map.toString());
        proces = bouwer.start();
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(200)).until(
                () -> !proces.isAlive() || Files.readString(uitvoer).contains(KLAAR));
        String tekst = Files.readString(uitvoer);
        Matcher poort = POORT.matcher(tekst);
        assertThat(proces.isAlive() && poort.find()).as(tekst).isTrue();
        return Integer.parseInt(poort.group(1));
    }

    public Process proces() {
        return proces;
    }

    /** The port of its database. */
    public int databankpoort() throws IOException {
        return Integer.parseInt(Files.readAllLines(map.resolve("postgres/postmaster.pid")).get(3).trim());
    }

    /** What it logged of its errors. */
    public String fouten() {
        try (Stream<String> regels = Files.lines(uitvoer)) {
            return regels.filter(r -> r.contains(" ERROR ") || r.startsWith("Caused by") || r.contains("at nl.schoolgang."))
                    .collect(Collectors.joining("\n", "\n", ""));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Stops it as a person would; kills it when that takes longer than a minute. */
    public void stop() throws InterruptedException {
        if (proces != null && proces.isAlive()) {
            proces.destroy();
            if (!proces.waitFor(60, TimeUnit.SECONDS)) {
                proces.destroyForcibly().waitFor();
            }
        }
    }
}
