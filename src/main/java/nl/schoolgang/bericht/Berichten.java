package nl.schoolgang.bericht;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox: what is put here in a transaction is sent after it has committed, and only then. */
@Service
public class Berichten {

    private static final TypeReference<LinkedHashMap<String, Object>> INHOUD = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock klok;

    Berichten(JdbcClient jdbc, ObjectMapper json, Clock klok) {
        this.jdbc = jdbc;
        this.json = json;
        this.klok = klok;
    }

    /**
     * Puts a message in the outbox, in the caller's transaction.
     *
     * @param meldingId null when it is about the whole case
     * @param inhoud    what can be written as JSON
     * @return the id under which the message will be sent
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID zetKlaar(UUID zaakId, String gemeente, UUID meldingId, String soort, String aan, Map<String, Object> inhoud) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into bericht (id, gemeente, zaak_id, melding_id, soort, aan, inhoud, status, aangemaakt_op)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), 'klaar', ?)""")
                .params(id, gemeente, zaakId, meldingId, soort, aan, schrijf(inhoud), Timestamp.from(klok.instant())).update();
        return id;
    }

    /** The messages of a case, the oldest first. */
    public List<Bericht> vanZaak(UUID zaakId) {
        return jdbc.sql("select * from bericht where zaak_id = ? order by aangemaakt_op, id").param(zaakId).query(this::bericht).list();
    }

    /** A message that is due; its contents are read apart, since they may be what is wrong with it. */
    record Volgende(UUID id, int pogingen) {
    }

    Bericht metId(UUID id) {
        return jdbc.sql("select * from bericht where id = ?").param(id).query(this::bericht).single();
    }

    /** Takes the next message that is due, and holds it for this transaction; other nodes pass it by. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Volgende> volgende() {
        return jdbc.sql("""
                select id, pogingen from bericht where status = 'klaar' and (volgende_poging is null or volgende_poging <= ?)
                order by aangemaakt_op, id limit 1 for update skip locked""")
                .param(Timestamp.from(klok.instant())).query(Volgende.class).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void verzonden(UUID id) {
        jdbc.sql("update bericht set status = 'verzonden', verzonden_op = ?, volgende_poging = null, fout = null where id = ?")
                .params(Timestamp.from(klok.instant()), id).update();
    }

    /** @param volgendePoging null: given up */
    @Transactional(propagation = Propagation.MANDATORY)
    void mislukt(UUID id, Instant volgendePoging, String fout) {
        jdbc.sql("update bericht set status = ?, pogingen = pogingen + 1, volgende_poging = ?, fout = ? "
                + "where id = ? and status = 'klaar'")
                .params((volgendePoging == null ? Berichtstatus.MISLUKT : Berichtstatus.KLAAR).code(),
                        volgendePoging == null ? null : Timestamp.from(volgendePoging), fout, id)
                .update();
    }

    private String schrijf(Map<String, Object> inhoud) {
        try {
            return json.writeValueAsString(inhoud);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may quote the contents.
            throw new IllegalArgumentException("De inhoud van het bericht kan niet als JSON worden geschreven");
        }
    }

    private Bericht bericht(ResultSet rs, int nummer) throws SQLException {
        Map<String, Object> inhoud;
        try {
            inhoud = json.readValue(rs.getString("inhoud"), INHOUD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Bericht " + rs.getString("id") + " heeft geen leesbare inhoud");
        }
        return new Bericht(rs.getObject("id", UUID.class), rs.getString("gemeente"), rs.getObject("zaak_id", UUID.class),
                rs.getObject("melding_id", UUID.class), rs.getString("soort"), rs.getString("aan"), inhoud,
                Berichtstatus.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)), moment(rs, "aangemaakt_op"),
                rs.getInt("pogingen"), moment(rs, "volgende_poging"), moment(rs, "verzonden_op"), rs.getString("fout"));
    }

    private static Instant moment(ResultSet rs, String kolom) throws SQLException {
        Timestamp moment = rs.getTimestamp(kolom);
        return moment == null ? null : moment.toInstant();
    }
}
