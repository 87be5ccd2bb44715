package nl.schoolgang.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.schoolgang.normen.Norm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of what is done with personal data (Wpg 32a; AVG 5 lid 2). Whoever shows, changes or discloses writes here, in the transaction of
 * what is done: nothing is done without its line, and no line tells of what was undone. Writing waits for nobody: lines are sealed
 * afterwards ({@link Verwerkingsketen}). The database refuses changing and deleting.
 */
@Service
@Norm({"BUN-T04.00-11", "BUN-T04.00-15"})
public class Verwerkingslog {

    /** Looking again within this time, by the same person, at the same pupil and case, for the same purpose, is one look. */
    static final Duration EEN_BLIK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock klok;

    Verwerkingslog(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /**
     * Writes a line. A look that was granted is written once in a quarter of an hour by person, pupil, case, purpose and subject; all else
     * each time. Not from within a read-only transaction.
     */
    @Transactional
    public void noteer(Verwerking v) {
        Instant nu = klok.instant();
        if (v.actie() == Verwerkingsactie.RAADPLEGEN && !v.geweigerd() && v.wie() != null && alGezien(v, nu)) {
            return;
        }
        jdbc.sql("""
                insert into verwerkingslog (moment, gemeente, actie, geweigerd, leerling_id, zaak_id, wie, doel, grondslag, ontvanger, onderwerp)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Timestamp.from(nu), v.gemeente(), v.actie().code(), v.geweigerd(), v.leerlingId(), v.zaakId(), v.wie(), v.doel(),
                        v.grondslag(), v.ontvanger(), v.onderwerp())
                .update();
    }

    private boolean alGezien(Verwerking v, Instant nu) {
        return jdbc.sql("""
                select exists (select 1 from verwerkingslog where wie = ? and moment > ? and moment <= ?
                    and actie = 'raadplegen' and not geweigerd and gemeente = ? and leerling_id is not distinct from ?
                    and zaak_id is not distinct from ? and doel = ? and onderwerp is not distinct from ? and ontvanger is not distinct from ?)""")
                .params(v.wie(), Timestamp.from(nu.minus(EEN_BLIK)), Timestamp.from(nu), v.gemeente(), v.leerlingId(), v.zaakId(), v.doel(),
                        v.onderwerp(), v.ontvanger())
                .query(Boolean.class).single();
    }
}
