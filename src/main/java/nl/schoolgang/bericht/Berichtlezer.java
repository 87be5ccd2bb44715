package nl.schoolgang.bericht;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole messages, contents included. */
@Component
class Berichtlezer {

    private static final TypeReference<LinkedHashMap<String, Object>> INHOUD = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Berichtlezer(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Bericht> vanZaak(UUID zaakId) {
        return jdbc.sql("select * from bericht where zaak_id = ? order by aangemaakt_op, id").param(zaakId).query(this::bericht).list();
    }

    /** @throws IllegalStateException when its contents cannot be read */
    Bericht metId(UUID id) {
        return jdbc.sql("select * from bericht where id = ?").param(id).query(this::bericht).single();
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
                Berichtstatus.metCode(rs.getString("status")).orElseThrow(), moment(rs, "aangemaakt_op"),
                rs.getInt("pogingen"), moment(rs, "volgende_poging"), moment(rs, "verzonden_op"), rs.getString("fout"),
                Kanaalsoort.valueOf(rs.getString("kanaal").toUpperCase(Locale.ROOT)), rs.getString("adres"), rs.getString("onderwerp"),
                rs.getString("tekst"), List.of((UUID[]) rs.getArray("documenten").getArray()));
    }

    static Instant moment(ResultSet rs, String kolom) throws SQLException {
        Timestamp moment = rs.getTimestamp(kolom);
        return moment == null ? null : moment.toInstant();
    }
}
