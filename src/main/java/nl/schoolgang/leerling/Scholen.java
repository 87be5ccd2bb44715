package nl.schoolgang.leerling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.NietGevonden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The school locations that Schoolgang has met. */
@Service
public class Scholen {

    private static final String KOLOMMEN = "select id, brin, vestiging, soort, naam from school ";

    private final JdbcClient jdbc;

    Scholen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds or adds a location. A kind or name that is given replaces what was known; null leaves it.
     *
     * @param vestiging two characters
     * @return id of the school
     */
    public UUID registreer(String brin, String vestiging, String soort, String naam) {
        Optional<School> bekend = metBrin(brin, vestiging);
        if (bekend.isPresent() && (soort == null || soort.equals(bekend.get().soort()))
                && (naam == null || naam.equals(bekend.get().naam()))) {
            return bekend.get().id();
        }
        return jdbc.sql("""
                insert into school (id, brin, vestiging, soort, naam) values (?, ?, ?, ?, ?)
                on conflict (brin, vestiging) do update
                    set soort = coalesce(excluded.soort, school.soort), naam = coalesce(excluded.naam, school.naam)
                returning id""")
                .params(UUID.randomUUID(), brin, vestiging, soort, naam).query(UUID.class).single();
    }

    /** The location with these numbers; empty when it was never met. */
    public Optional<School> metBrin(String brin, String vestiging) {
        return jdbc.sql(KOLOMMEN + "where brin = ? and vestiging = ?").params(brin, vestiging).query(School.class).optional();
    }

    /** @throws NietGevonden when there is no school with this id */
    public School metId(UUID id) {
        return jdbc.sql(KOLOMMEN + "where id = ?").param(id).query(School.class).optional()
                .orElseThrow(() -> new NietGevonden("Deze school is niet bekend."));
    }

    /** The postal address of a school; empty when it is not known. */
    public Optional<Adres> adres(UUID id) {
        return jdbc.sql("select straat, huisnummer, postcode, plaats from school where id = ? and postcode is not null").param(id)
                .query((rs, n) -> new Adres(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4))).optional();
    }

    /** Records the postal address of a school. */
    public void adres(UUID id, Adres adres) {
        jdbc.sql("update school set straat = ?, huisnummer = ?, postcode = ?, plaats = ? where id = ?")
                .params(adres.straat(), adres.huisnummer(), adres.postcode(), adres.woonplaats(), id).update();
    }

    /** All schools, by name. */
    public List<School> alle() {
        return jdbc.sql(KOLOMMEN + "order by naam nulls last, brin, vestiging").query(School.class).list();
    }
}
