package nl.schoolgang.databank;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on a data directory of its own, started and stopped with the application. What was committed survives the
 * application's sudden death: the next start stops the server that was left behind, which closes its files properly and ends whatever
 * the dead application still held locked, and starts a new one on the same data.
 */
final class Databankserver implements AutoCloseable {

    /** Every commit is on disk before it is answered. The library's own defaults are the opposite. */
    static final Map<String, String> DUURZAAM = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** For tests that do not look at durability. */
    static final Map<String, String> VLUCHTIG = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static final Logger LOG = LoggerFactory.getLogger(Databankserver.class);
    private static final String NAAM = "schoolgang";
    private static final String SERVERLOG = "postgres.log";
    private static final Duration GEDULD = Duration.ofSeconds(60);
    private static final Duration PEILING = Duration.ofMillis(50);

    private final Path gegevens;
    private final Datamapslot slot;
    private final EmbeddedPostgres postgres;

    private Databankserver(Path gegevens, Datamapslot slot, EmbeddedPostgres postgres) {
        this.gegevens = gegevens;
        this.slot = slot;
        this.postgres = postgres;
    }

    /**
     * Starts the server; what is in the directory stays.
     *
     * @param map          the data directory of the application; made when it is not there. The server's files come in {@code postgres}
     * @param instellingen server settings: {@link #DUURZAAM} or {@link #VLUCHTIG}
     * @throws DatabankNietTeStarten when the directory is in use, or the server does not start
     */
    static Databankserver start(Path map, Map<String, String> instellingen) {
        Datamapslot slot = null;
        Path echteMap = map.toAbsolutePath().normalize();
        try {
            echteMap = Files.createDirectories(echteMap).toRealPath();
            slot = Datamapslot.neem(echteMap);
            Path gegevens = Files.createDirectories(echteMap.resolve("postgres"));
            ruimAchtergeblevenServerOp(gegevens);
            Databankserver server = new Databankserver(gegevens, slot, startPostgres(echteMap, gegevens, instellingen));
            server.controleer(instellingen);
            server.maakDatabank(NAAM);
            return server;
        } catch (DatabankNietTeStarten e) {
            sluitStil(slot);
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            stopNaMislukking(echteMap.resolve("postgres"));
            sluitStil(slot);
            throw new DatabankNietTeStarten("De ingebouwde PostgreSQL start niet op " + echteMap + ": " + e.getMessage(),
                    "Kijk in " + echteMap.resolve(SERVERLOG) + ". PostgreSQL draait niet als root zonder 'unshare -U': start de toepassing "
                            + "dan als gewone gebruiker, of gebruik profiel productie met een eigen PostgreSQL.", e);
        }
    }

    /** JDBC address of the application's own database, with its user, who owns that database and is no superuser. */
    String jdbcUrl() {
        return jdbcUrl(NAAM);
    }

    String jdbcUrl(String databank) {
        return postgres.getJdbcUrl(NAAM, databank);
    }

    String gebruiker() {
        return NAAM;
    }

    /** Makes an empty database with this name, owned by the application's user; nothing happens when it is there. */
    void maakDatabank(String naam) throws SQLException {
        if (!naam.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Geen naam voor een databank: " + naam);
        }
        try (Connection verbinding = beheer(); Statement opdracht = verbinding.createStatement()) {
            if (!bestaat(opdracht, "select 1 from pg_roles where rolname = '" + NAAM + "'")) {
                opdracht.execute("create role " + NAAM + " login");
            }
            if (!bestaat(opdracht, "select 1 from pg_database where datname = '" + naam + "'")) {
                opdracht.execute("create database " + naam + " owner " + NAAM + " encoding 'UTF8' template template0");
            }
        }
    }

    /** A connection of the superuser, to the server's own database. */
    Connection beheer() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** The server's present value of a setting, for example {@code fsync}. */
    String instelling(String naam) throws SQLException {
        try (Connection verbinding = beheer();
                Statement opdracht = verbinding.createStatement();
                ResultSet antwoord = opdracht.executeQuery("show " + naam)) {
            antwoord.next();
            return antwoord.getString(1);
        }
    }

    /** Stops the server, with all data on disk, and frees the directory. */
    @Override
    public void close() throws IOException {
        try {
            postgres.close();
            // The library gives up after a few seconds; a server that is still writing deserves more.
            ruimAchtergeblevenServerOp(gegevens);
        } finally {
            slot.close();
        }
    }

    private static EmbeddedPostgres startPostgres(Path map, Path gegevens, Map<String, String> instellingen) throws IOException {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(map.resolve(SERVERLOG).toFile());
        EmbeddedPostgres.Builder bouwer = EmbeddedPostgres.builder()
                .setDataDirectory(gegevens)
                .setCleanDataDirectory(false)
                // Not in the directory for temporary files: what tidies that up would take a running server's programs away.
                .setOverrideWorkingDirectory(Files.createDirectories(map.resolve("programma")).toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(GEDULD)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // Sorting and upper and lower case are the same on every machine, and know all letters.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // A refused row stays out of the server's own log.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("unix_socket_directories", "");
        instellingen.forEach(bouwer::setServerConfig);
        return bouwer.start();
    }

    private void controleer(Map<String, String> instellingen) throws SQLException {
        for (Map.Entry<String, String> instelling : instellingen.entrySet()) {
            String waarde = instelling(instelling.getKey());
            if (!waarde.equals(instelling.getValue())) {
                throw new IllegalStateException("instelling " + instelling.getKey() + " is " + waarde + " en niet " + instelling.getValue());
            }
        }
        LOG.info("PostgreSQL {} op poort {}, gegevens in {}, fsync {}", instelling("server_version"), postgres.getPort(), gegevens,
                instelling("fsync"));
    }

    private static boolean bestaat(Statement opdracht, String vraag) throws SQLException {
        try (ResultSet antwoord = opdracht.executeQuery(vraag)) {
            return antwoord.next();
        }
    }

    /** Stops a server that still runs on these data without its application; removes a {@code postmaster.pid} without a server. */
    static void ruimAchtergeblevenServerOp(Path gegevens) throws IOException {
        Optional<Postmaster> gevonden = Postmaster.lees(gegevens);
        if (gevonden.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> server = gevonden.get().server();
        if (server.isPresent()) {
            LOG.info("Een PostgreSQL van een eerdere start (proces {}) wordt netjes gestopt", gevonden.get().pid());
            stop(gegevens, server.get());
        } else if (Files.deleteIfExists(gegevens.resolve(Postmaster.BESTAND))) {
            // PostgreSQL itself refuses to start as long as the number in the file belongs to any living process.
            LOG.info("Een achtergebleven {} zonder server is verwijderd", Postmaster.BESTAND);
        }
    }

    private static void stop(Path gegevens, ProcessHandle server) throws IOException {
        if (!pgCtlStop(gegevens, server)) {
            // SIGINT is PostgreSQL's fast shutdown; ProcessHandle.destroy would be the one that waits for all clients.
            voerUit(List.of("kill", "-INT", Long.toString(server.pid())));
        }
        long eind = System.nanoTime() + GEDULD.toNanos();
        while (server.isAlive() && Files.exists(gegevens.resolve(Postmaster.BESTAND))) {
            if (System.nanoTime() > eind) {
                throw new DatabankNietTeStarten("De PostgreSQL van een eerdere start (proces " + server.pid() + ") stopt niet.",
                        "Stop dat proces zelf met kill -INT " + server.pid() + " en start de toepassing opnieuw.", null);
            }
            wacht();
        }
    }

    private static boolean pgCtlStop(Path gegevens, ProcessHandle server) throws IOException {
        Optional<Path> pgCtl = server.info().command().map(c -> Path.of(c).resolveSibling("pg_ctl")).filter(Files::isExecutable);
        if (pgCtl.isEmpty()) {
            return false;
        }
        List<String> opdracht = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            opdracht.addAll(List.of("unshare", "-U"));
        }
        opdracht.addAll(List.of(pgCtl.get().toString(), "-D", gegevens.toString(), "stop", "-m", "fast", "-w", "-t",
                Long.toString(GEDULD.toSeconds())));
        return voerUit(opdracht);
    }

    private static boolean voerUit(List<String> opdracht) throws IOException {
        Process proces = new ProcessBuilder(opdracht).redirectErrorStream(true).start();
        proces.getOutputStream().close();
        String uitvoer = new String(proces.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            boolean gelukt = proces.waitFor() == 0;
            LOG.debug("{}: {}", opdracht, uitvoer);
            return gelukt;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Onderbroken bij " + opdracht.get(0), e);
        }
    }

    private static void wacht() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PEILING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Onderbroken", e);
        }
    }

    private static void stopNaMislukking(Path gegevens) {
        try {
            ruimAchtergeblevenServerOp(gegevens);
        } catch (IOException | RuntimeException e) {
            LOG.warn("De half gestarte PostgreSQL is niet gestopt: {}", e.getMessage());
        }
    }

    private static void sluitStil(Datamapslot slot) {
        if (slot != null) {
            try {
                slot.close();
            } catch (IOException e) {
                LOG.debug("Slot niet gesloten", e);
            }
        }
    }
}
