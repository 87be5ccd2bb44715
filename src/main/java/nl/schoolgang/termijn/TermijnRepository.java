package nl.schoolgang.termijn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Richting;
import nl.schoolgang.kalender.Termijnregel;
import nl.schoolgang.kalender.Uitlegregel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code termijn}. A term runs when its status is lopend, opgeschort or verlengd. */
@Repository
class TermijnRepository {

    private static final String LOPEND = " status in ('lopend', 'opgeschort', 'verlengd') ";
    private static final String GEEN_MELDING = "'00000000-0000-0000-0000-000000000000'::uuid";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TermijnRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Inserts the term with the rule it was calculated by (null: an agreed day), unless one of the same case, code and melding runs already. */
    void voegToe(Termijn t, boolean mijlpaal, Termijnregel regel, Termijnregime regime, boolean zelfstandig) {
        jdbc.sql("""
                insert into termijn (id, zaak_id, gemeente, code, melding_id, begin, laatste_dag, vervalmoment, waarschuwen_op, status,
                    soort, omschrijving, grondslag, wie, standaard, mijlpaal, uitleg, aantal, eenheid, atw, richting,
                    datumregel, regime, school_id, zelfstandig)
                values (:id, :zaak, :gemeente, :code, :melding, :begin, :laatsteDag, :vervalmoment, :waarschuwenOp, :status,
                    :soort, :omschrijving, :grondslag, :wie, :standaard, :mijlpaal, cast(:uitleg as jsonb), :aantal, :eenheid, :atw, :richting,
                    :datumregel, :regime, cast(:school as uuid), :zelfstandig)
                on conflict (zaak_id, code, coalesce(melding_id, %s)) where%sdo nothing""".formatted(GEEN_MELDING, LOPEND))
                .param("id", t.id()).param("zaak", t.zaakId()).param("gemeente", t.gemeente()).param("code", t.code())
                .param("melding", t.meldingId()).param("begin", t.begin()).param("laatsteDag", t.laatsteDag())
                .param("vervalmoment", Timestamp.from(t.vervalmoment())).param("waarschuwenOp", t.waarschuwenOp())
                .param("status", t.status().code()).param("soort", t.soort().code()).param("omschrijving", t.omschrijving())
                .param("grondslag", t.grondslag()).param("wie", t.wie()).param("standaard", t.standaard())
                .param("mijlpaal", mijlpaal).param("uitleg", schrijf(t.uitleg())).param("aantal", regel == null ? null : regel.aantal())
                .param("eenheid", regel == null ? null : regel.eenheid().name()).param("atw", regel == null ? null : regel.atw())
                .param("richting", regel == null ? null : regel.richting().name())
                .param("datumregel", regel == null ? null : regel.datumregel()).param("regime", regime.code())
                .param("school", regel == null ? null : regel.school()).param("zelfstandig", zelfstandig).update();
    }

    Optional<Termijn> lopend(UUID zaakId, String code, UUID meldingId) {
        return jdbc.sql("select * from termijn where zaak_id = :zaak and code = :code and melding_id is not distinct from cast(:melding as uuid) and"
                + LOPEND).param("zaak", zaakId).param("code", code).param("melding", meldingId).query(this::termijn).optional();
    }

    List<Termijn> vanZaak(UUID zaakId) {
        return jdbc.sql("select * from termijn where zaak_id = :zaak order by laatste_dag, code, id").param("zaak", zaakId)
                .query(this::termijn).list();
    }

    /**
     * Ends the running term of this case, code and melding: overtaken when its moment has come (reached, for a milestone),
     * else with the given status. Compares within the database, so that two who end it at once do not both succeed.
     *
     * @param nu        the moment of ending; null when the timer says that the moment has come
     * @param opTijd    the status when it ends before its moment
     * @return the term as it ended; empty when none ran
     */
    Optional<Termijn> beeindig(UUID zaakId, String code, UUID meldingId, Instant nu, Termijnstatus opTijd) {
        return jdbc.sql("""
                update termijn set
                    status = case when cast(:nu as timestamptz) < vervalmoment then :opTijd when mijlpaal then 'gehaald' else 'overschreden' end,
                    beeindigd_op = case when cast(:nu as timestamptz) < vervalmoment then cast(:nu as timestamptz) else vervalmoment end
                where zaak_id = :zaak and code = :code and melding_id is not distinct from cast(:melding as uuid) and""" + LOPEND + " returning *")
                .param("nu", nu == null ? null : Timestamp.from(nu)).param("opTijd", opTijd.code())
                .param("zaak", zaakId).param("code", code).param("melding", meldingId).query(this::termijn).optional();
    }

    /** Notes of what was overtaken that it has been done now, or need not be done any more. */
    void markeerGedaan(UUID zaakId, String code, UUID meldingId, Instant nu) {
        jdbc.sql("""
                update termijn set gedaan_op = :nu where zaak_id = :zaak and code = :code and melding_id is not distinct from cast(:melding as uuid)
                    and status = 'overschreden' and gedaan_op is null""")
                .param("nu", Timestamp.from(nu)).param("zaak", zaakId).param("code", code).param("melding", meldingId).update();
    }

    void verhuis(UUID meldingId, UUID naarZaak) {
        jdbc.sql("update termijn set zaak_id = ? where melding_id = ?").params(naarZaak, meldingId).update();
    }

    /** The term of this case, held until the transaction ends; empty when there is none. */
    Optional<Termijn> vergrendel(UUID zaakId, UUID id) {
        return jdbc.sql("select * from termijn where id = ? and zaak_id = ? for no key update").params(id, zaakId).query(this::termijn).optional();
    }

    /** What the term is calculated from, with the school holidays of its municipality's region. */
    Termijngegevens gegevens(UUID id) {
        return jdbc.sql("select t.*, g.regio from termijn t join gemeente g on g.code = t.gemeente where t.id = ?").param(id)
                .query((rij, n) -> new Termijngegevens(rij.getString("eenheid") == null ? null : new Termijnregel(rij.getInt("aantal"),
                        Eenheid.valueOf(rij.getString("eenheid")), rij.getBoolean("atw"), Richting.valueOf(rij.getString("richting")),
                        rij.getString("regio"), rij.getString("school_id"), rij.getString("datumregel")),
                        Termijnregime.vanCode(rij.getString("regime")), rij.getObject("handmatig", LocalDate.class))).single();
    }

    void zetRegel(UUID id, Termijndefinitie d) {
        jdbc.sql("update termijn set aantal = ?, eenheid = ?, atw = ?, richting = ?, datumregel = cast(? as text), regime = ? where id = ?")
                .params(d.aantal(), d.eenheid().name(), d.atw(), d.richting().name(), d.datumregel(), d.regime().code(), id).update();
    }

    void zetHandmatig(UUID id, LocalDate laatsteDag) {
        jdbc.sql("update termijn set handmatig = ? where id = ?").params(laatsteDag, id).update();
    }

    List<Termijn> opgeschort() {
        return jdbc.sql("select * from termijn where status = 'opgeschort' order by laatste_dag, id").query(this::termijn).list();
    }

    /** Ends the running terms that no timer of a process watches and whose moment has come. */
    List<Termijn> verstrekenZelfstandig(Instant nu) {
        return jdbc.sql("""
                update termijn set status = case when mijlpaal then 'gehaald' else 'overschreden' end, beeindigd_op = vervalmoment
                where zelfstandig and vervalmoment <= ? and""" + LOPEND + " returning *").param(Timestamp.from(nu)).query(this::termijn).list();
    }

    /** The running terms of which the end was calculated: {@code zaak_id, id}, by case. */
    List<Termijn> berekend() {
        return jdbc.sql("select * from termijn where eenheid is not null and handmatig is null and" + LOPEND + " order by zaak_id, id")
                .query(this::termijn).list();
    }

    /** Gives the term another begin, end, status and explanation; a warning is given anew when its day is still to come. */
    void verplaats(Termijn t, LocalDate vandaag) {
        jdbc.sql("""
                update termijn set begin = :begin, laatste_dag = :laatsteDag, vervalmoment = :vervalmoment, waarschuwen_op = :waarschuwenOp,
                    gewaarschuwd_op = case when :waarschuwenOp > :vandaag then null else gewaarschuwd_op end,
                    status = :status, beeindigd_op = cast(:beeindigd as timestamptz), uitleg = cast(:uitleg as jsonb) where id = :id""")
                .param("begin", t.begin()).param("laatsteDag", t.laatsteDag()).param("vervalmoment", Timestamp.from(t.vervalmoment()))
                .param("waarschuwenOp", t.waarschuwenOp(), Types.DATE).param("vandaag", vandaag).param("status", t.status().code())
                .param("beeindigd", t.beeindigdOp() == null ? null : Timestamp.from(t.beeindigdOp()))
                .param("uitleg", schrijf(t.uitleg())).param("id", t.id()).update();
    }

    void verhuisVanZaak(UUID vanZaak, UUID naarZaak) {
        jdbc.sql("update termijn set zaak_id = ? where zaak_id = ? and melding_id is null and" + LOPEND).params(naarZaak, vanZaak).update();
    }

    /** Marks the running terms whose warning day has come, that did not lapse yet and were not warned of, and returns them. */
    List<Termijn> markeerGewaarschuwd(LocalDate vandaag, Instant nu) {
        return jdbc.sql("""
                with gemarkeerd as (
                    update termijn set gewaarschuwd_op = :nu
                    where waarschuwen_op <= :vandaag and laatste_dag >= :vandaag and gewaarschuwd_op is null and""" + LOPEND + """
                    returning *)
                select * from gemarkeerd order by laatste_dag, code, id""")
                .param("vandaag", vandaag).param("nu", Timestamp.from(nu)).query(this::termijn).list();
    }

    private Termijn termijn(ResultSet rij, int nummer) throws SQLException {
        return new Termijn(rij.getObject("id", UUID.class), rij.getObject("zaak_id", UUID.class), rij.getString("gemeente"),
                rij.getString("code"), rij.getObject("melding_id", UUID.class), rij.getObject("begin", LocalDate.class),
                rij.getObject("laatste_dag", LocalDate.class), moment(rij, "vervalmoment"), rij.getObject("waarschuwen_op", LocalDate.class),
                Termijnstatus.vanCode(rij.getString("status")), Termijnsoort.vanCode(rij.getString("soort")), rij.getString("omschrijving"),
                rij.getString("grondslag"), rij.getString("wie"), rij.getBoolean("standaard"), leesUitleg(rij.getString("uitleg")),
                moment(rij, "gewaarschuwd_op"), moment(rij, "beeindigd_op"));
    }

    private static Instant moment(ResultSet rij, String kolom) throws SQLException {
        Timestamp moment = rij.getTimestamp(kolom);
        return moment == null ? null : moment.toInstant();
    }

    private String schrijf(List<Uitlegregel> uitleg) {
        try {
            return json.writeValueAsString(uitleg);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("De uitleg van een termijn is niet te bewaren", e);
        }
    }

    private List<Uitlegregel> leesUitleg(String uitleg) {
        try {
            return json.readValue(uitleg, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("De uitleg van een termijn is niet te lezen", e);
        }
    }
}
