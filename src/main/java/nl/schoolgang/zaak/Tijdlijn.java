package nl.schoolgang.zaak;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The time line of a case: what happened, in order. Free text of persons belongs in the dossier, not here. */
@Service
public class Tijdlijn {

    private final JdbcClient jdbc;
    private final Clock klok;

    Tijdlijn(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /**
     * Notes something that happened now.
     *
     * @param soort        code, kebab-case
     * @param omschrijving one Dutch sentence
     * @param door         user name; null when the system did it
     * @param meldingId    null when it is about the whole case
     */
    @Transactional
    public void noteer(UUID zaakId, String soort, String omschrijving, String door, UUID meldingId) {
        jdbc.sql("insert into zaak_gebeurtenis (zaak_id, moment, soort, omschrijving, door, melding_id) values (?, ?, ?, ?, ?, ?)")
                .params(zaakId, Timestamp.from(klok.instant()), soort, omschrijving, door, meldingId).update();
    }

    /** What happened about one melding goes with it to another case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void verhuis(UUID meldingId, UUID naarZaak) {
        jdbc.sql("update zaak_gebeurtenis set zaak_id = ? where melding_id = ?").params(naarZaak, meldingId).update();
    }

    /** What happened in a case, the oldest first. */
    public List<Gebeurtenis> van(UUID zaakId) {
        return jdbc.sql("select * from zaak_gebeurtenis where zaak_id = ? order by moment, id").param(zaakId)
                .query((rs, n) -> new Gebeurtenis(rs.getTimestamp("moment").toInstant(), rs.getString("soort"),
                        rs.getString("omschrijving"), rs.getString("door"), rs.getObject("melding_id", UUID.class)))
                .list();
    }
}
