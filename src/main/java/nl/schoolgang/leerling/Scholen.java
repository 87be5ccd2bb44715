package nl.schoolgang.leerling;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

    /** @throws NietGevonden when there is no school with this id */
    public Schoolcontact contact(UUID id) {
        return jdbc.sql("select straat, huisnummer, postcode, plaats, email, telefoon, versie, gewijzigd_op, gewijzigd_door from school where id = ?")
                .param(id).query((rs, n) -> new Schoolcontact(new Adres(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)),
                        rs.getString(5), rs.getString(6), rs.getInt(7), rs.getTimestamp(8) == null ? null : rs.getTimestamp(8).toInstant(),
                        rs.getString(9))).optional().orElseThrow(() -> new NietGevonden("Deze school is niet bekend."));
    }

    /**
     * Records where a school can be reached.
     *
     * @param nieuw with the version that was changed, when, and by whom
     * @throws Conflict when somebody changed it since this version
     */
    @Transactional
    public void contact(UUID id, Schoolcontact nieuw) {
        int gewijzigd = jdbc.sql("""
                update school set straat = ?, huisnummer = ?, postcode = ?, plaats = ?, email = ?, telefoon = ?, versie = versie + 1,
                    gewijzigd_op = ?, gewijzigd_door = ? where id = ? and versie = ?""")
                .params(nieuw.adres().straat(), nieuw.adres().huisnummer(), nieuw.adres().postcode(), nieuw.adres().woonplaats(), nieuw.email(),
                        nieuw.telefoon(), Timestamp.from(nieuw.gewijzigdOp()), nieuw.gewijzigdDoor(), id, nieuw.versie()).update();
        if (gewijzigd == 0) {
            throw new Conflict("Een collega heeft de gegevens van deze school intussen gewijzigd.");
        }
    }

    /** Schools by a part of their name or BRIN, or all when nothing is asked, by name; at most so many. */
    public List<School> zoek(String tekst, int aantal) {
        return jdbc.sql(KOLOMMEN + """
                where :tekst = '' or position(lower(:tekst) in lower(coalesce(naam, ''))) > 0 or position(lower(:tekst) in lower(brin || vestiging)) > 0
                order by naam nulls last, brin, vestiging limit :aantal""").param("tekst", tekst).param("aantal", aantal).query(School.class).list();
    }

    /** All schools, by name. */
    public List<School> alle() {
        return jdbc.sql(KOLOMMEN + "order by naam nulls last, brin, vestiging").query(School.class).list();
    }
}
