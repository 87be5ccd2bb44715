package nl.schoolgang.gemeente;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The municipalities that use this installation. */
@Service
public class Gemeenten {

    private final JdbcClient jdbc;

    Gemeenten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All municipalities, by name. */
    public List<Gemeente> alle() {
        return jdbc.sql("select code, naam, regio from gemeente order by naam").query(Gemeente.class).list();
    }

    /** The municipality with this code; empty when there is none. */
    public Optional<Gemeente> metCode(String code) {
        return jdbc.sql("select code, naam, regio from gemeente where code = ?").param(code).query(Gemeente.class).optional();
    }

    /** Adds a municipality, or changes the name and region of one that is there. */
    public void bewaar(Gemeente gemeente) {
        jdbc.sql("""
                insert into gemeente (code, naam, regio) values (:code, :naam, :regio)
                on conflict (code) do update set naam = excluded.naam, regio = excluded.regio""")
                .paramSource(gemeente).update();
    }
}
