package nl.schoolgang.termijn;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.schoolgang.kalender.Tijdzone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily round at 07:00 local time, which warns of terms that are about to lapse. It remembers the last day that it did, so
 * that a morning missed is caught up as soon as the application runs again, and no day is done twice, not by two nodes either.
 */
@Service
public class Dagronde {

    /** When the round of a day is due, local time. */
    public static final LocalTime TIJDSTIP = LocalTime.of(7, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Dagronde.class);
    private static final String SLEUTEL = "dagronde.laatste-dag";

    private final Termijnen termijnen;
    private final Termijnwijzigingen wijzigingen;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Dagronde(Termijnen termijnen, Termijnwijzigingen wijzigingen, JdbcClient jdbc, ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.gebeurtenissen = gebeurtenissen;
        this.termijnen = termijnen;
        this.wijzigingen = wijzigingen;
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /** The last day of which the round was done; null when there never was one. */
    public LocalDate laatsteDag() {
        return jdbc.sql("select waarde from instelling where sleutel = ?").param(SLEUTEL).query(String.class).optional()
                .map(LocalDate::parse).orElse(null);
    }

    /** The last day of which the round is due by now: today from 07:00, before that yesterday. */
    public LocalDate laatsteDagVolgensKlok() {
        ZonedDateTime nu = klok.instant().atZone(Tijdzone.AMSTERDAM);
        return nu.toLocalTime().isBefore(TIJDSTIP) ? nu.toLocalDate().minusDays(1) : nu.toLocalDate();
    }

    /** Does the round of this day, and with it that of every day before it; nothing when it was done already. */
    @Transactional
    public void draai(LocalDate dag) {
        // The row is the lock: a second node waits here and then sees that the day was done.
        jdbc.sql("insert into instelling (sleutel, waarde) values (?, ?) on conflict (sleutel) do nothing")
                .params(SLEUTEL, LocalDate.EPOCH.toString()).update();
        LocalDate gedaan = LocalDate.parse(jdbc.sql("select waarde from instelling where sleutel = ? for update").param(SLEUTEL)
                .query(String.class).single());
        if (!dag.isAfter(gedaan)) {
            return;
        }
        termijnen.laatVerlopen();
        wijzigingen.ververs();
        int aantal = termijnen.waarschuw(dag).size();
        jdbc.sql("update instelling set waarde = ? where sleutel = ?").params(dag.toString(), SLEUTEL).update();
        gebeurtenissen.publishEvent(new DagAangebroken(dag));
        LOG.info("Daily round of {}: warned of {} terms", dag, aantal);
    }
}
