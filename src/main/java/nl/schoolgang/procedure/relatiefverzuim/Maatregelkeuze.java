package nl.schoolgang.procedure.relatiefverzuim;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was advised and chosen of measures in a case; kept here since the engine may not know which restricted measures there are. */
@Component
class Maatregelkeuze {

    private final JdbcClient jdbc;
    private final Clock klok;

    Maatregelkeuze(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /** The advice of this round; it takes the place of that of an earlier one. */
    void bewaarAdvies(UUID zaakId, String maatregelen, String toelichting) {
        jdbc.sql("""
                insert into vervolgadvies (zaak_id, maatregelen, toelichting, gemaakt_op) values (?, ?, ?, ?)
                on conflict (zaak_id) do update set maatregelen = excluded.maatregelen, toelichting = excluded.toelichting,
                    gemaakt_op = excluded.gemaakt_op""").params(zaakId, maatregelen, toelichting, Timestamp.from(klok.instant())).update();
    }

    /** The advice as the form shows it; empty when there is none. */
    Map<String, Object> advies(UUID zaakId) {
        return jdbc.sql("select maatregelen, toelichting from vervolgadvies where zaak_id = ?").param(zaakId)
                .query((rs, n) -> Map.<String, Object>of("vervolgAdvies", rs.getString("maatregelen"),
                        "vervolgAdviesToelichting", rs.getString("toelichting")))
                .optional().orElse(Map.of());
    }

    /**
     * The main line of a case goes on in another: with it what was advised and chosen in this round, in the place of what that other had.
     */
    void verhuis(UUID van, UUID naar) {
        jdbc.sql("delete from vervolgadvies where zaak_id = ?").param(naar).update();
        jdbc.sql("update vervolgadvies set zaak_id = ? where zaak_id = ?").params(naar, van).update();
        jdbc.sql("delete from maatregelkeuze where zaak_id = ?").param(naar).update();
        jdbc.sql("update maatregelkeuze set zaak_id = ? where zaak_id = ?").params(naar, van).update();
    }

    /** @param gekozen process ids of measures, separated by commas; null when none was chosen */
    void kies(UUID zaakId, String gekozen) {
        jdbc.sql("delete from maatregelkeuze where zaak_id = ?").param(zaakId).update();
        if (gekozen != null) {
            Arrays.stream(gekozen.split(",")).map(String::strip).filter(m -> !m.isEmpty()).distinct()
                    .forEach(m -> jdbc.sql("insert into maatregelkeuze (zaak_id, procedure) values (?, ?)").params(zaakId, m).update());
        }
    }

    /** The measures that were chosen and not started yet; they are not given twice. */
    List<String> neem(UUID zaakId) {
        return jdbc.sql("delete from maatregelkeuze where zaak_id = ? returning procedure").param(zaakId).query(String.class).list().stream()
                .sorted().toList();
    }
}
