package nl.schoolgang.leerling;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The data of persons that only a dossier needs, and corrections of numbers. Rights are tested by who calls. */
@Service
public class Aanvullingen {

    private final JdbcClient jdbc;
    private final Geheimen geheimen;

    Aanvullingen(JdbcClient jdbc, Geheimen geheimen) {
        this.jdbc = jdbc;
        this.geheimen = geheimen;
    }

    /** @throws NietGevonden when there is no pupil with this id */
    public Leerlingaanvulling vanLeerling(UUID leerlingId) {
        return jdbc.sql("""
                select administratienummer, geboorteplaats, nationaliteit, startkwalificatie, startkwalificatie_op,
                    startkwalificatie_toelichting, gegevens_versie from leerling where id = ?""").param(leerlingId)
                .query((rs, n) -> new Leerlingaanvulling(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4),
                        rs.getObject(5, LocalDate.class), rs.getString(6), rs.getInt(7))).optional()
                .orElseThrow(() -> new NietGevonden("Deze leerling is niet bekend."));
    }

    /**
     * Replaces what is known, and counts the change.
     *
     * @throws Conflict when somebody changed the pupil since this version
     */
    @Transactional
    public void bewaar(UUID leerlingId, Leerlingaanvulling nieuw) {
        int gewijzigd = jdbc.sql("""
                update leerling set administratienummer = ?, geboorteplaats = ?, nationaliteit = ?, startkwalificatie = ?,
                    startkwalificatie_op = ?, startkwalificatie_toelichting = ?, gegevens_versie = gegevens_versie + 1
                where id = ? and gegevens_versie = ?""")
                .params(nieuw.administratienummer(), nieuw.geboorteplaats(), nieuw.nationaliteit(), nieuw.startkwalificatie(),
                        nieuw.startkwalificatieOp(), nieuw.toelichting(), leerlingId, nieuw.versie()).update();
        if (gewijzigd == 0) {
            throw new Conflict("Een collega heeft de gegevens van deze leerling intussen gewijzigd.");
        }
    }

    /**
     * Replaces a number of the pupil; null leaves it.
     *
     * @param bsn             valid, nine digits, or null
     * @param onderwijsnummer valid, or null
     * @throws OngeldigeInvoer when another pupil of the municipality has the number
     */
    @Transactional
    public void wijzigNummers(Leerling leerling, String bsn, String onderwijsnummer) {
        vervang(leerling, "bsn", bsn);
        vervang(leerling, "onderwijsnummer", onderwijsnummer);
    }

    private void vervang(Leerling leerling, String kolom, String nummer) {
        if (nummer == null) {
            return;
        }
        boolean vanAnder = jdbc.sql("select exists (select 1 from leerling where gemeente = ? and id <> ? and KOLOM_hash = ?)"
                .replace("KOLOM", kolom)).params(leerling.gemeente(), leerling.id(), geheimen.hash(nummer)).query(Boolean.class).single();
        if (vanAnder) {
            throw new OngeldigeInvoer(kolom, "Dit nummer hoort bij een andere leerling. Controleer het nummer.");
        }
        jdbc.sql("update leerling set KOLOM_versleuteld = ?, KOLOM_hash = ? where id = ?".replace("KOLOM", kolom))
                .params(geheimen.versleutel(nummer), geheimen.hash(nummer), leerling.id()).update();
    }

    /** What is known beside the rest of the parents of a pupil, by id of the parent. */
    public Map<UUID, Ouderaanvulling> vanOuders(UUID leerlingId) {
        Map<UUID, Ouderaanvulling> gevonden = new HashMap<>();
        jdbc.sql("""
                select o.id, o.voorletters, o.titulatuur, o.geslacht, o.geboortedatum from ouder o
                join leerling_ouder lo on lo.ouder_id = o.id where lo.leerling_id = ?""").param(leerlingId)
                .query((rs, n) -> gevonden.put(rs.getObject(1, UUID.class), new Ouderaanvulling(rs.getString(2), rs.getString(3),
                        rs.getString(4), rs.getObject(5, LocalDate.class)))).list();
        return gevonden;
    }

    /** Replaces what is known of a parent. */
    @Transactional
    public void bewaar(UUID ouderId, Ouderaanvulling nieuw) {
        jdbc.sql("update ouder set voorletters = ?, titulatuur = ?, geslacht = ?, geboortedatum = ? where id = ?")
                .params(nieuw.voorletters(), nieuw.titulatuur(), nieuw.geslacht(), nieuw.geboortedatum(), ouderId).update();
    }

    /**
     * Replaces what is known of an enrolment of this pupil: the classes that were followed and the kind of education.
     *
     * @throws NietGevonden when the pupil has no such enrolment
     */
    @Transactional
    public void bewaarInschrijving(UUID leerlingId, UUID inschrijvingId, LocalDate van, LocalDate tot, String klassen, String onderwijssoort) {
        int gewijzigd = jdbc.sql("update inschrijving set van = ?, tot = ?, klassen = ?, onderwijssoort = ? where id = ? and leerling_id = ?")
                .params(van, tot, klassen, onderwijssoort, inschrijvingId, leerlingId).update();
        if (gewijzigd == 0) {
            throw new NietGevonden("Deze inschrijving staat niet bij deze leerling.");
        }
    }
}
