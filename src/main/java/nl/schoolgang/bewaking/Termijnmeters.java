package nl.schoolgang.bewaking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.schoolgang.engine.BeperkteProcedures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many terms are about to lapse and how many did, by municipality and procedure, for monitoring. One question a minute, however often
 * somebody asks; a line only for what there is. Procedures whose very existence is confidential are counted together.
 */
@Component
class Termijnmeters {

    private static final String AFGESCHERMD = "afgeschermd";

    private final JdbcClient jdbc;
    private final Clock klok;
    private final MultiGauge meters;
    private volatile Instant bijgewerkt;

    Termijnmeters(JdbcClient jdbc, Clock klok, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.klok = klok;
        this.bijgewerkt = klok.instant();
        this.meters = MultiGauge.builder("schoolgang.termijnen").description("Terms of open cases that are about to lapse, or lapsed and are still to be done")
                .register(meters);
        Gauge.builder("schoolgang.termijnen.leeftijd", this, m -> Duration.between(m.bijgewerkt, m.klok.instant()).toSeconds())
                .description("How long ago the terms were counted").baseUnit("seconds").register(meters);
    }

    @Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tel() {
        Map<Tags, Long> tellingen = new HashMap<>();
        jdbc.sql("""
                select t.gemeente, z.procedure, t.soort = 'wettelijk' as wettelijk,
                    case when t.status = 'overschreden' or t.laatste_dag < :vandaag then 'te-laat' else 'nadert' end as stand, count(*) as aantal
                from termijn t join zaak z on z.id = t.zaak_id and z.status = 'open'
                where (t.status = 'overschreden' and t.gedaan_op is null)
                    or (t.status in ('lopend', 'verlengd') and not t.mijlpaal and coalesce(t.waarschuwen_op, t.laatste_dag) <= :vandaag)
                group by 1, 2, 3, 4""").param("vandaag", LocalDate.now(klok)).query(rs -> {
                    String procedure = BeperkteProcedures.isBeperkt(rs.getString("procedure")) ? AFGESCHERMD : rs.getString("procedure");
                    tellingen.merge(Tags.of("gemeente", rs.getString("gemeente"), "procedure", procedure, "stand", rs.getString("stand"),
                            "wettelijk", rs.getBoolean("wettelijk") ? "ja" : "nee"), rs.getLong("aantal"), Long::sum);
                });
        meters.register(tellingen.entrySet().stream().map(e -> Row.of(e.getKey(), e.getValue())).toList(), true);
        bijgewerkt = klok.instant();
    }
}
