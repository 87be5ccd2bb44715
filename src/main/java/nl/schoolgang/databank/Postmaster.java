package nl.schoolgang.databank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What {@code postmaster.pid} says of a PostgreSQL server, which may long be gone: a killed application leaves its server running,
 * a killed machine leaves only the file, and the number in it may by now belong to any other program.
 *
 * @param gegevens the server's data directory, in which the file lies; a real path
 * @param pid      process id on the first line of the file
 * @param poort    port on the fourth line; 0 when the file does not say
 */
record Postmaster(Path gegevens, long pid, int poort) {

    static final String BESTAND = "postmaster.pid";

    /** Empty when there is no such file; pid 0 when nothing can be read in it, as after a power cut. */
    static Optional<Postmaster> lees(Path gegevens) throws IOException {
        Path bestand = gegevens.resolve(BESTAND);
        if (Files.notExists(bestand)) {
            return Optional.empty();
        }
        List<String> regels = Files.readAllLines(bestand);
        try {
            return Optional.of(new Postmaster(gegevens, Long.parseLong(regels.get(0).trim()),
                    regels.size() > 3 ? Integer.parseInt(regels.get(3).trim()) : 0));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.of(new Postmaster(gegevens, 0, 0));
        }
    }

    /** The process with this number when it truly is the server of this data directory; empty when it is gone or another program. */
    Optional<ProcessHandle> server() {
        return pid <= 0 ? Optional.empty() : ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> isPostgresVanDezeMap(p) || antwoordtMetDezeMap());
    }

    private boolean isPostgresVanDezeMap(ProcessHandle proces) {
        boolean postgres = proces.info().command().map(c -> Path.of(c).getFileName().toString().startsWith("postgres")).orElse(false);
        return postgres && proces.info().arguments().stream().flatMap(Arrays::stream).anyMatch(this::isDezeMap);
    }

    private boolean antwoordtMetDezeMap() {
        if (poort == 0) {
            return false;
        }
        Properties eigenschappen = new Properties();
        eigenschappen.put("user", "postgres");
        eigenschappen.put("connectTimeout", "2");
        eigenschappen.put("socketTimeout", "5");
        try (Connection verbinding = DriverManager.getConnection("jdbc:postgresql://localhost:" + poort + "/postgres", eigenschappen);
                Statement opdracht = verbinding.createStatement();
                ResultSet antwoord = opdracht.executeQuery("show data_directory")) {
            return antwoord.next() && isDezeMap(antwoord.getString(1));
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean isDezeMap(String pad) {
        try {
            return Files.isSameFile(Path.of(pad), gegevens);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
