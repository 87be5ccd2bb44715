package nl.schoolgang.databank;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * One PostgreSQL server for all tests of this JVM, under {@code target}, and on it as many databases as are asked for. The server is
 * the application's own embedded one, without the care for power cuts. It stops with the JVM; one that was left behind by a killed
 * JVM is cleared up by the next.
 */
public final class Testdatabank {

    private static final AtomicInteger VOLGNUMMER = new AtomicInteger();
    private static final int MEESTE_TEGELIJK = 10;

    private Testdatabank() {
    }

    /** Where a new, empty database listens; nothing is in it, not even a schema. */
    public static JdbcConnectionDetails nieuw() {
        String naam = "test_" + VOLGNUMMER.incrementAndGet();
        try (Connection verbinding = Houder.SERVER.beheer(); Statement opdracht = verbinding.createStatement()) {
            opdracht.execute("drop database if exists " + naam + " with (force)");
            Houder.SERVER.maakDatabank(naam);
        } catch (SQLException e) {
            throw new IllegalStateException("Geen databank " + naam, e);
        }
        return new Databankverbinding(Houder.SERVER.jdbcUrl(naam), Houder.SERVER.gebruiker());
    }

    /** Started at the first use, by whichever test comes first. */
    private static final class Houder {
        private static final Databankserver SERVER = start();

        private static Databankserver start() {
            // A second JVM (an IDE beside the build) finds the first directory in use and takes the next.
            for (int i = 1; i <= MEESTE_TEGELIJK; i++) {
                Path map = Path.of("target", "databank", "tests-" + i).toAbsolutePath();
                try {
                    Databankserver server = Databankserver.start(map, Databankserver.VLUCHTIG);
                    // After Spring has closed all contexts, so that none of them loses its connections.
                    SpringApplication.getShutdownHandlers().add(() -> sluit(server));
                    return server;
                } catch (DatabankNietTeStarten.InGebruik e) {
                    if (i == MEESTE_TEGELIJK) {
                        throw e;
                    }
                }
            }
            throw new IllegalStateException();
        }

        private static void sluit(Databankserver server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
