package nl.schoolgang.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grounds on which there is a dossier about a pupil. */
@Service
public class Dossiergronden {

    private final JdbcClient jdbc;
    private final Verwerkingslog log;
    private final Clock klok;

    Dossiergronden(JdbcClient jdbc, Verwerkingslog log, Clock klok) {
        this.jdbc = jdbc;
        this.log = log;
        this.klok = klok;
    }

    /**
     * A ground as it was recorded.
     *
     * @param zaakId      the case that gave it; null when somebody recorded it
     * @param toelichting which contact there was; null for a case
     * @param door        user name; null when the system recorded it
     */
    public record Vastgelegd(Dossiergrond grond, UUID zaakId, String toelichting, Instant op, String door) {
    }

    /** The grounds of a pupil, the oldest first; empty: there is no dossier. */
    public List<Vastgelegd> vanLeerling(UUID leerlingId) {
        return jdbc.sql("select * from dossiergrond where leerling_id = ? order by vastgelegd_op, id").param(leerlingId)
                .query((rs, n) -> new Vastgelegd(Dossiergrond.vanCode(rs.getString("grond")).orElseThrow(), rs.getObject("zaak_id", UUID.class),
                        rs.getString("toelichting"), rs.getTimestamp("vastgelegd_op").toInstant(), rs.getString("door"))).list();
    }

    /**
     * Records a ground; the same ground of the same case is recorded once.
     *
     * @param zaakId      null when it is about no case
     * @param toelichting which contact there was; may be null when a case says it
     * @param door        user name; null when the system does it
     */
    @Transactional
    public void legVast(String gemeente, UUID leerlingId, UUID zaakId, Dossiergrond grond, String toelichting, String door) {
        int nieuw = jdbc.sql("""
                insert into dossiergrond (id, gemeente, leerling_id, zaak_id, grond, toelichting, vastgelegd_op, door)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(UUID.randomUUID(), gemeente, leerlingId, zaakId, grond.code(), toelichting, Timestamp.from(klok.instant()), door).update();
        if (nieuw > 0) {
            log.noteer(Verwerking.verzamelen(gemeente, leerlingId, zaakId, door, "grond van het dossier vastleggen").over(grond.code()));
        }
    }
}
