package nl.schoolgang.werkvoorraad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an employee typed in a task and has not handed in: kept per task and employee, gone with the task. */
@Component
class Concepten {

    private static final int GROOTSTE = 400_000;
    private static final TypeReference<Map<String, List<String>>> VELDEN = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock klok;

    Concepten(JdbcClient jdbc, ObjectMapper json, Clock klok) {
        this.jdbc = jdbc;
        this.json = json;
        this.klok = klok;
    }

    record Concept(Map<String, List<String>> velden, Instant bewaardOp) {
    }

    Optional<Concept> van(String taakId, String gebruikersnaam) {
        return jdbc.sql("select velden, bewaard_op from taak_concept where taak_id = ? and gebruikersnaam = ?").params(taakId, gebruikersnaam)
                .query((rs, n) -> new Concept(lees(rs.getString("velden")), rs.getTimestamp("bewaard_op").toInstant())).optional();
    }

    /** Keeps what the fields of this form hold, right or wrong; anything else that was sent is left out. */
    Instant bewaar(String taakId, String gebruikersnaam, Formulier formulier, Map<String, String[]> gestuurd) {
        Map<String, List<String>> velden = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            String[] waarden = gestuurd.get(veld.sleutel());
            if (waarden != null) {
                velden.put(veld.sleutel(), List.of(waarden).stream().map(Concepten::bewaarbaar).toList());
            }
        }
        String tekst = schrijf(velden);
        if (tekst.length() > GROOTSTE) {
            throw new OngeldigeInvoer("concept", "Dit is te lang om te bewaren.");
        }
        Instant nu = klok.instant();
        jdbc.sql("""
                insert into taak_concept (taak_id, gebruikersnaam, velden, bewaard_op) values (?, ?, cast(? as jsonb), ?)
                on conflict (taak_id, gebruikersnaam) do update set velden = excluded.velden, bewaard_op = excluded.bewaard_op""")
                .params(taakId, gebruikersnaam, tekst, Timestamp.from(nu)).update();
        return nu;
    }

    /** A database cannot keep a NUL or half a character; dropping it loses nothing that anybody typed. */
    private static String bewaarbaar(String tekst) {
        StringBuilder goed = new StringBuilder(tekst.length());
        tekst.codePoints().filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)).forEach(goed::appendCodePoint);
        return goed.toString();
    }

    private String schrijf(Map<String, List<String>> velden) {
        try {
            return json.writeValueAsString(velden);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Concept is niet te schrijven");
        }
    }

    private Map<String, List<String>> lees(String tekst) {
        try {
            return json.readValue(tekst, VELDEN);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Concept is niet te lezen");
        }
    }
}
