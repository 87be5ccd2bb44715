package nl.schoolgang.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.schoolgang.normen.Norm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads the processing log. Who may is tested by who calls. What was done with a pupil who was merged into another belongs to that other.
 */
@Service
@Norm("BUN-T04.00-15")
public class Verwerkingsoverzicht {

    private static final int PORTIE = 1000;

    private final JdbcClient jdbc;

    Verwerkingsoverzicht(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lines that fit, the newest first, at most as many as asked. */
    public List<Logregel> zoek(Logvraag vraag, int aantal) {
        if (vraag.gemeenten().isEmpty()) {
            return List.of();
        }
        List<String> eisen = new ArrayList<>(List.of("gemeente in (:gemeenten)"));
        Map<String, Object> waarden = new HashMap<>(Map.of("gemeenten", vraag.gemeenten(), "aantal", aantal));
        voegToe(eisen, waarden, "leerling_id in (select cast(:leerling as uuid) union all select oud from leerling_alias where leerling_id = :leerling)", "leerling", vraag.leerlingId());
        voegToe(eisen, waarden, "wie = :wie", "wie", vraag.wie());
        voegToe(eisen, waarden, "actie = :actie", "actie", vraag.actie() == null ? null : vraag.actie().code());
        voegToe(eisen, waarden, "moment >= :van", "van", moment(vraag.van()));
        voegToe(eisen, waarden, "moment < :tot", "tot", moment(vraag.tot()));
        voegToe(eisen, waarden, "id < :voor", "voor", vraag.voor());
        return jdbc.sql("select * from verwerkingslog where " + String.join(" and ", eisen) + " order by id desc limit :aantal")
                .params(waarden).query(Verwerkingsoverzicht::regel).list();
    }

    /** Hands over every line that fits, the newest first, without holding them all. */
    public void alle(Logvraag vraag, Consumer<Logregel> ontvanger) {
        Logvraag verder = vraag;
        List<Logregel> portie;
        do {
            portie = zoek(verder, PORTIE);
            portie.forEach(ontvanger);
            verder = portie.isEmpty() ? verder : verder.vanaf(portie.get(portie.size() - 1).id());
        } while (portie.size() == PORTIE);
    }

    private static void voegToe(List<String> eisen, Map<String, Object> waarden, String eis, String naam, Object waarde) {
        if (waarde != null) {
            eisen.add(eis);
            waarden.put(naam, waarde);
        }
    }

    private static Timestamp moment(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static Logregel regel(ResultSet rs, int nummer) throws SQLException {
        return new Logregel(rs.getLong("id"), rs.getTimestamp("moment").toInstant(), rs.getString("gemeente"),
                Verwerkingsactie.vanCode(rs.getString("actie")).orElseThrow(), rs.getBoolean("geweigerd"),
                rs.getObject("leerling_id", UUID.class), rs.getObject("zaak_id", UUID.class), rs.getString("wie"), rs.getString("doel"),
                rs.getString("grondslag"), rs.getString("ontvanger"), rs.getString("onderwerp"));
    }
}
