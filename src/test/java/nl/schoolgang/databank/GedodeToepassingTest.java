package nl.schoolgang.databank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real application process is killed with SIGKILL, in the middle of its writing; what it had committed is there at the next start. */
@Tag("langzaam")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL and SIGINT")
class GedodeToepassingTest {

    private static final int GENOEG = 500;

    @TempDir
    private Path tijdelijk;

    private Path map;
    private Process toepassing;

    @BeforeEach
    void schrijf() throws IOException {
        map = Files.createDirectory(tijdelijk.resolve("map met spaties"));
        toepassing = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dlogging.level.root=ERROR", Schrijver.class.getName(), map.toString())
                .redirectErrorStream(true).redirectOutput(uitvoer().toFile()).start();
        await().atMost(Duration.ofMinutes(1)).until(() -> vastgelegd() >= GENOEG || !toepassing.isAlive());
        assertThat(toepassing.isAlive()).as(() -> "de toepassing stopte te vroeg: " + uitvoer()).isTrue();
    }

    @AfterEach
    void ruimOp() throws Exception {
        toepassing.destroyForcibly().waitFor();
        Databankserver.ruimAchtergeblevenServerOp(gegevens());
    }

    @Test
    void deServerVanEenGedodeToepassingWordtGestoptEnErGaatNietsVerloren() throws Exception {
        dood();
        Postmaster achtergebleven = Postmaster.lees(gegevens()).orElseThrow();
        assertThat(achtergebleven.server()).as("de server leeft door").isPresent();

        allesIsEr();
        isWeg(achtergebleven);
        assertThat(gegevens().resolve(Postmaster.BESTAND)).as("na een gewone stop").doesNotExist();
    }

    @Test
    void zonderPgCtlStoptSigintDeServer() throws Exception {
        dood();
        Postmaster achtergebleven = Postmaster.lees(gegevens()).orElseThrow();
        Path pgCtl = Path.of(achtergebleven.server().orElseThrow().info().command().orElseThrow()).resolveSibling("pg_ctl");
        Files.setPosixFilePermissions(pgCtl, PosixFilePermissions.fromString("rw-------"));
        try {
            Databankserver.ruimAchtergeblevenServerOp(gegevens());
        } finally {
            Files.setPosixFilePermissions(pgCtl, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        isWeg(achtergebleven);
        allesIsEr();
    }

    @Test
    void ookDeServerGedood_eenPidbestandZonderServer() throws Exception {
        dood();
        ProcessHandle server = Postmaster.lees(gegevens()).orElseThrow().server().orElseThrow();
        List<ProcessHandle> processen = server.children().toList();
        server.destroyForcibly();
        await().until(() -> !server.isAlive() && processen.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(gegevens().resolve(Postmaster.BESTAND)).exists();

        allesIsEr();
    }

    @Test
    void eenPidbestandMetHetNummerVanEenAnderProgramma() throws Exception {
        stopNetjes();
        // The server of the other tests is a PostgreSQL too, and answers on its port: still not ours.
        try (Databankserver ander = Databankserver.start(map.resolve("ander"), Databankserver.VLUCHTIG)) {
            Postmaster andere = Postmaster.lees(map.resolve("ander/postgres")).orElseThrow();
            schrijfPidbestand(andere.pid(), andere.poort());
            allesIsEr();
            assertThat(ander.instelling("data_directory")).isEqualTo(map.toRealPath().resolve("ander/postgres").toString());
        }
        schrijfPidbestand(ProcessHandle.current().pid(), 1);
        allesIsEr();
        Files.writeString(gegevens().resolve(Postmaster.BESTAND), "");
        allesIsEr();
    }

    @Test
    void eenTweedeToepassingOpDezelfdeMapWordtGeweigerd() throws Exception {
        assertThatThrownBy(() -> Databankserver.start(map, Databankserver.DUURZAAM)).isInstanceOf(DatabankNietTeStarten.InGebruik.class)
                .hasMessageContaining("al in gebruik").hasMessageContaining(map.toRealPath().toString());
        long toen = vastgelegd();
        await().until(() -> vastgelegd() > toen);
        dood();
        allesIsEr();
    }

    private void allesIsEr() throws Exception {
        try (Databankserver server = Databankserver.start(map, Databankserver.DUURZAAM)) {
            assertThat(server.instelling("fsync")).isEqualTo("on");
            assertThat(server.instelling("synchronous_commit")).isEqualTo("on");
            assertThat(server.instelling("full_page_writes")).isEqualTo("on");
            try (Connection verbinding = DriverManager.getConnection(server.jdbcUrl()); Statement opdracht = verbinding.createStatement()) {
                // One more may have been committed than the program lived to say.
                assertThat(getal(opdracht, "select count(*) from regel")).isBetween(vastgelegd(), vastgelegd() + 1);
                opdracht.execute("set lock_timeout = '1s'");
                assertThat(getal(opdracht, "select count(*) from slot")).as("niet vastgelegd, en niet meer op slot").isZero();
            }
        }
    }

    private static void isWeg(Postmaster server) {
        // The system may take a moment to clear up an orphan.
        await().until(() -> ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static long getal(Statement opdracht, String vraag) throws Exception {
        try (ResultSet antwoord = opdracht.executeQuery(vraag)) {
            antwoord.next();
            return antwoord.getLong(1);
        }
    }

    private void dood() throws Exception {
        toepassing.destroyForcibly().waitFor();
    }

    private void stopNetjes() throws Exception {
        dood();
        Databankserver.ruimAchtergeblevenServerOp(gegevens());
        assertThat(gegevens().resolve(Postmaster.BESTAND)).doesNotExist();
    }

    private void schrijfPidbestand(long pid, int poort) throws IOException {
        Files.writeString(gegevens().resolve(Postmaster.BESTAND),
                "%d%n%s%n1700000000%n%d%n%nlocalhost%n  1 1%nready%n".formatted(pid, gegevens(), poort));
    }

    private long vastgelegd() throws IOException {
        // The last line may have been cut off by the kill; what counts is each whole line.
        return Files.readString(uitvoer()).lines().filter("vastgelegd"::equals).count();
    }

    private Path uitvoer() {
        return map.resolve("uitvoer.txt");
    }

    private Path gegevens() {
        return map.resolve("postgres");
    }
}
