package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole application in a process of its own, on a free port. */
public final class Toepassingsproces {

    private static final Pattern POORT = Pattern.compile("Tomcat started on port (\\d+)");
    /** Up sooner, at the price of less speed later; these processes live for minutes at most. */
    private static final List<String> SNEL_GESTART = List.of("-Xmx600m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path map;
    private final String klaar;
    private final List<String> instellingen;
    private final Map<String, String> omgeving;
    private Process proces;
    private Path uitvoer;
    private int starts;

    /**
     * @param map          where its output goes
     * @param klaar        what it logs when it is ready for use
     * @param instellingen arguments of the command line, as {@code --naam=waarde}; the profile is one of them
     * @param omgeving     environment variables beside those of this process
     */
    public Toepassingsproces(Path map, String klaar, List<String> instellingen, Map<String, String> omgeving) {
        this.map = map;
        this.klaar = klaar;
        this.instellingen = List.copyOf(instellingen);
        this.omgeving = Map.copyOf(omgeving);
    }

    /** Starts it and waits until it is ready; gives the port. */
    public int start() throws IOException {
        uitvoer = map.resolve("uitvoer-" + ++starts + ".txt");
        List<String> opdracht = new ArrayList<>();
        opdracht.add(ProcessHandle.current().info().command().orElseThrow());
        opdracht.addAll(SNEL_GESTART);
        opdracht.addAll(List.of("-cp", klassenpad(), Schoolgang.class.getName(), "--server.port=0"));
        opdracht.addAll(instellingen);
        ProcessBuilder bouwer = new ProcessBuilder(opdracht).redirectErrorStream(true).redirectOutput(uitvoer.toFile());
        bouwer.environment().putAll(omgeving);
        proces = bouwer.start();
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(200)).until(
                () -> !proces.isAlive() || Files.readString(uitvoer).contains(klaar));
        String tekst = Files.readString(uitvoer);
        Matcher poort = POORT.matcher(tekst);
        assertThat(proces.isAlive() && poort.find()).as(tekst).isTrue();
        return Integer.parseInt(poort.group(1));
    }

    /** That of the tests. An empty part of it would mean the working directory, where the models stand a second time. */
    private static String klassenpad() {
        String pad = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(pad.split(File.pathSeparator)).filter(deel -> !deel.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    public Process proces() {
        return proces;
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
