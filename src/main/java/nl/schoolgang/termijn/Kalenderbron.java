package nl.schoolgang.termijn;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.kalender.Kalendergegevens;
import nl.schoolgang.kalender.Schoolvakantie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The days of the calendar as the database has them, kept in memory with their version. Who starts a term asks with {@link #houdVast} for the
 * newest and keeps others from changing them until its transaction ends, so that no term is missed when a change recalculates those that run.
 */
@Component
class Kalenderbron {

    /** Of the advisory lock; any number that nobody else uses. */
    private static final long SLOT = 2_013_071_301L;

    private final JdbcClient jdbc;
    private volatile Stand stand;

    Kalenderbron(JdbcClient jdbc, Kalenderbestanden bestanden, PlatformTransactionManager transacties, Clock klok) {
        this.jdbc = jdbc;
        new TransactionTemplate(transacties).executeWithoutResult(status -> {
            wijzig();
            int erbij = bestanden.laad();
            if (erbij > 0) {
                jdbc.sql("insert into kalenderwijziging (moment, soort, omschrijving, reden) values (?, 'geladen', ?, ?)")
                        .params(Timestamp.from(klok.instant()), erbij + " dagen en vakanties uit de kalenderbestanden",
                                "De kalenderbestanden zijn aangevuld.").update();
            }
        });
        ververs();
    }

    private record Stand(long versie, Kalendergegevens gegevens) {
    }

    Kalendergegevens gegevens() {
        return stand.gegevens;
    }

    /** Takes over what has changed since, by this node or another. */
    void ververs() {
        long versie = versie();
        Stand huidige = stand;
        if (huidige == null || huidige.versie != versie) {
            stand = new Stand(versie, lees());
        }
    }

    /** Takes over what has changed, and nobody changes the calendar until the transaction ends. */
    void houdVast() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(SLOT).query((rij, n) -> true).single();
        ververs();
    }

    /** Waits until nobody starts a term; keeps who does so waiting until the transaction ends. */
    void wijzig() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(SLOT).query((rij, n) -> true).single();
    }

    private long versie() {
        return jdbc.sql("select coalesce(max(id), 0) from kalenderwijziging").query(Long.class).single();
    }

    private Kalendergegevens lees() {
        Map<LocalDate, String> kbDagen = new HashMap<>();
        jdbc.sql("select datum, omschrijving from kb_dag where geldt")
                .query(rij -> {
                    kbDagen.put(rij.getObject("datum", LocalDate.class), rij.getString("omschrijving"));
                });
        List<Schoolvakantie> vakanties = jdbc.sql("select * from schoolvakantie where geldt order by begin, id")
                .query((rij, n) -> new Schoolvakantie(rij.getString("schooljaar"), rij.getString("naam"), rij.getString("regio"),
                        rij.getObject("begin", LocalDate.class), rij.getObject("eind", LocalDate.class), rij.getString("school_id"))).list();
        return new Kalendergegevens(kbDagen, vakanties);
    }
}
