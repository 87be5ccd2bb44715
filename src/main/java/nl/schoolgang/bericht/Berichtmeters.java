package nl.schoolgang.bericht;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the outbox is doing, for monitoring: how many messages wait, by channel and status, and how long the oldest does. */
@Component
class Berichtmeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock klok;

    Berichtmeters(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Kanaalsoort kanaal : Kanaalsoort.values()) {
            for (Berichtstatus status : Wachtrijvraag.OPENSTAAND) {
                Gauge.builder("schoolgang.berichten", this, m -> m.aantal(kanaal, status)).description("Messages that were not sent yet")
                        .tag("kanaal", kanaal.code()).tag("status", status.code()).register(meters);
            }
            Gauge.builder("schoolgang.berichten.oudste", this, m -> m.oudste(kanaal)).description("Age of the oldest message that was not sent yet")
                    .baseUnit("seconds").tag("kanaal", kanaal.code()).register(meters);
        }
    }

    private long aantal(Kanaalsoort kanaal, Berichtstatus status) {
        return jdbc.sql("select count(*) from bericht where kanaal = ? and status = ?").params(kanaal.code(), status.code())
                .query(Long.class).single();
    }

    /** Zero when nothing waits. */
    private double oudste(Kanaalsoort kanaal) {
        return jdbc.sql("select aangemaakt_op from bericht where kanaal = ? and status in ('klaar', 'geen-adres', 'mislukt') order by aangemaakt_op limit 1")
                .param(kanaal.code()).query(Timestamp.class).optional()
                .map(t -> (double) Duration.between(t.toInstant(), klok.instant()).toSeconds()).orElse(0.0);
    }
}
