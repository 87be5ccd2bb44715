package nl.schoolgang.databank;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A program for {@link GedodeToepassingTest}: writes rows one by one, says each number once it is committed, and goes on until killed. */
final class Schrijver {

    private Schrijver() {
    }

    public static void main(String[] argumenten) throws Exception {
        Databankserver server = Databankserver.start(Path.of(argumenten[0]), Databankserver.DUURZAAM);
        try (Connection verbinding = DriverManager.getConnection(server.jdbcUrl()); Statement opdracht = verbinding.createStatement();
                Connection open = DriverManager.getConnection(server.jdbcUrl()); Statement nooitAf = open.createStatement()) {
            opdracht.execute("create table if not exists regel (nummer bigint generated always as identity primary key, tekst text)");
            opdracht.execute("create table if not exists slot (nummer int)");
            open.setAutoCommit(false);
            nooitAf.execute("lock table slot in access exclusive mode");
            nooitAf.execute("insert into slot values (1)");
            while (true) {
                opdracht.execute("insert into regel (tekst) values ('vastgelegd')");
                System.out.println("vastgelegd");
            }
        }
    }
}
