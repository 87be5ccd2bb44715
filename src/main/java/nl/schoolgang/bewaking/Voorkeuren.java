package nl.schoolgang.bewaking;

import java.sql.Timestamp;
import java.time.Clock;
import nl.schoolgang.gemeente.Medewerker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What an employee wants to be told of. */
@Service
class Voorkeuren {

    private final JdbcClient jdbc;
    private final Clock klok;

    Voorkeuren(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /** Whether the employee gets the daily overview; on as long as nothing was chosen. */
    boolean wilDagoverzicht(Medewerker ik) {
        return jdbc.sql("select dagoverzicht from meldingsvoorkeur where gebruikersnaam = ?").param(ik.gebruikersnaam()).query(Boolean.class)
                .optional().orElse(true);
    }

    void kiesDagoverzicht(Medewerker ik, boolean aan) {
        jdbc.sql("""
                insert into meldingsvoorkeur (gebruikersnaam, dagoverzicht, gewijzigd_op) values (?, ?, ?)
                on conflict (gebruikersnaam) do update set dagoverzicht = excluded.dagoverzicht, gewijzigd_op = excluded.gewijzigd_op""")
                .params(ik.gebruikersnaam(), aan, Timestamp.from(klok.instant())).update();
    }
}
