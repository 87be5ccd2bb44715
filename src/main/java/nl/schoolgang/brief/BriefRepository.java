package nl.schoolgang.brief;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.dossier.Label;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code brief}. */
@Repository
class BriefRepository {

    private static final TypeReference<LinkedHashMap<String, Object>> GEGEVENS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BriefRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The documents of a letter. */
    record Bestanden(UUID document, UUID afgeschermd) {
    }

    void voegToe(Brief b, Map<String, Object> gegevens) {
        jdbc.sql("""
                insert into brief (id, gemeente, zaak_id, melding_id, leerling_id, code, titel, label, aan_soort, aan_id, aan_naam, geheim_adres,
                    taal, tolk_nodig, kanaal, status, gegevens, termijn_code, vervangt, gemaakt_op, gemaakt_door)
                values (:id, :gemeente, :zaak, :melding, :leerling, :code, :titel, :label, :aanSoort, :aanId, :aanNaam, :geheim,
                    :taal, :tolk, :kanaal, 'adres-nodig', cast(:gegevens as jsonb), :termijn, :vervangt, :gemaaktOp, :gemaaktDoor)""")
                .param("id", b.id()).param("gemeente", b.gemeente()).param("zaak", b.zaakId()).param("melding", b.meldingId())
                .param("leerling", b.leerlingId()).param("code", b.code()).param("titel", b.titel()).param("label", b.label().name())
                .param("aanSoort", b.aanSoort().code()).param("aanId", b.aanId()).param("aanNaam", b.aanNaam()).param("geheim", b.geheimAdres())
                .param("taal", b.taal()).param("tolk", b.tolkNodig()).param("kanaal", b.kanaal().code()).param("gegevens", schrijf(gegevens))
                .param("termijn", b.termijnCode()).param("vervangt", b.vervangt()).param("gemaaktOp", Timestamp.from(b.gemaaktOp()))
                .param("gemaaktDoor", b.gemaaktDoor()).update();
    }

    /** The letter is made: it waits to be dispatched. */
    void klaar(UUID id, Bestanden bestanden, UUID dossierstuk, LocalDate gedagtekend, List<String> adres) {
        jdbc.sql("""
                update brief set status = 'klaar', document_id = ?, afgeschermd_id = ?, dossierstuk_id = ?, gedagtekend = ?, adresregels = ?
                where id = ?""")
                .params(bestanden.document(), bestanden.afgeschermd(), dossierstuk, gedagtekend, adres.toArray(String[]::new), id).update();
    }

    /** The letter carries another day; as it was it stays as a version. */
    void gedagtekend(UUID id, Bestanden bestanden, LocalDate dag, Map<String, Object> gegevens, Instant nu, String door) {
        jdbc.sql("""
                insert into brief_versie (brief_id, versie, document_id, afgeschermd_id, gedagtekend, vervangen_op, door)
                select id, (select count(*) + 1 from brief_versie where brief_id = b.id), document_id, afgeschermd_id, gedagtekend, ?, ?
                from brief b where id = ?""").params(Timestamp.from(nu), door, id).update();
        jdbc.sql("update brief set document_id = ?, afgeschermd_id = ?, gedagtekend = ?, gegevens = cast(? as jsonb) where id = ?")
                .params(bestanden.document(), bestanden.afgeschermd(), dag, schrijf(gegevens), id).update();
    }

    /** When the first of the letters that this one replaces was made; its own moment when it replaces none. */
    Instant eersteGemaaktOp(UUID id) {
        return jdbc.sql("""
                with recursive keten as (select id, vervangt, gemaakt_op from brief where id = :id
                    union all select b.id, b.vervangt, b.gemaakt_op from brief b join keten k on b.id = k.vervangt)
                select min(gemaakt_op) from keten""").param("id", id).query(Timestamp.class).single().toInstant();
    }

    void afgedrukt(UUID id, LocalDate dag) {
        jdbc.sql("update brief set afgedrukt_op = ? where id = ?").params(dag, id).update();
    }

    /** How it was before it was dated again, the oldest first. */
    List<Briefversie> versies(UUID id) {
        return jdbc.sql("select versie, gedagtekend, vervangen_op, door from brief_versie where brief_id = ? order by versie").param(id)
                .query((rs, n) -> new Briefversie(rs.getInt(1), rs.getObject(2, LocalDate.class), rs.getTimestamp(3).toInstant(), rs.getString(4))).list();
    }

    Optional<Bestanden> versie(UUID id, int versie) {
        return jdbc.sql("select document_id, afgeschermd_id from brief_versie where brief_id = ? and versie = ?").params(id, versie)
                .query((rs, n) -> new Bestanden(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class))).optional();
    }

    /** The lines of the address with which it was made. */
    List<String> adres(UUID id) {
        return jdbc.sql("select adresregels from brief where id = ?").param(id)
                .query((rs, n) -> List.of((String[]) rs.getArray(1).getArray())).single();
    }

    void verzonden(UUID id, LocalDate dag, String door) {
        jdbc.sql("update brief set status = 'verzonden', verzonden_op = ?, verzonden_door = ? where id = ?").params(dag, door, id).update();
    }

    void retour(UUID id, LocalDate dag, String reden) {
        jdbc.sql("update brief set status = 'retour', retour_op = ?, retour_reden = ? where id = ?").params(dag, reden, id).update();
    }

    void mislukt(UUID id) {
        jdbc.sql("update brief set status = 'mislukt' where id = ?").param(id).update();
    }

    void vervallen(UUID id) {
        jdbc.sql("update brief set status = 'vervallen' where id = ?").param(id).update();
    }

    void aangehouden(UUID id) {
        jdbc.sql("update brief set status = 'aangehouden' where id = ?").param(id).update();
    }

    void vrijgegeven(UUID id) {
        jdbc.sql("update brief set status = 'klaar' where id = ?").param(id).update();
    }

    void bericht(UUID id, UUID berichtId) {
        jdbc.sql("update brief set bericht_id = ? where id = ?").params(berichtId, id).update();
    }

    /** The message that carries a letter by e-mail; null: none. */
    UUID bericht(UUID id) {
        return jdbc.sql("select bericht_id from brief where id = ? and bericht_id is not null").param(id).query(UUID.class).optional().orElse(null);
    }

    Optional<Brief> metId(UUID id) {
        return jdbc.sql("select * from brief where id = ?").param(id).query(BriefRepository::brief).optional();
    }

    Optional<Brief> metBericht(UUID berichtId) {
        return jdbc.sql("select * from brief where bericht_id = ?").param(berichtId).query(BriefRepository::brief).optional();
    }

    /** Holds the letter until the transaction ends; lock its case first. */
    Optional<Brief> vergrendel(UUID id) {
        return jdbc.sql("select * from brief where id = ? for update").param(id).query(BriefRepository::brief).optional();
    }

    List<Brief> vanZaak(UUID zaakId) {
        return jdbc.sql("select * from brief where zaak_id = ? order by gemaakt_op, titel, aan_naam, id").param(zaakId)
                .query(BriefRepository::brief).list();
    }

    /** The newest letter in this case to this addressee that stands so. */
    Optional<Brief> laatste(UUID zaakId, Aansoort aan, UUID aanId, Briefstatus status) {
        return jdbc.sql("""
                select * from brief where zaak_id = :zaak and aan_soort = :aan and aan_id is not distinct from cast(:aanId as uuid)
                    and status = :status order by gemaakt_op desc, id limit 1""")
                .param("zaak", zaakId).param("aan", aan.code()).param("aanId", aanId).param("status", status.code())
                .query(BriefRepository::brief).optional();
    }

    Map<String, Object> gegevens(UUID id) {
        String tekst = jdbc.sql("select gegevens from brief where id = ?").param(id).query(String.class).single();
        try {
            return json.readValue(tekst, GEGEVENS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("De gegevens van brief " + id + " zijn niet te lezen");
        }
    }

    Bestanden bestanden(UUID id) {
        return jdbc.sql("select document_id, afgeschermd_id from brief where id = ?").param(id)
                .query((rs, n) -> new Bestanden(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class))).single();
    }

    /** Where letters stand: by these three it is decided who may see them. */
    record Plek(String gemeente, String procedure, Label label) {
    }

    /** Where the letters of these municipalities that stand so are. */
    List<Plek> plekken(Collection<String> gemeenten, Collection<Briefstatus> statussen) {
        return gemeenten.isEmpty() || statussen.isEmpty() ? List.of() : jdbc.sql("""
                select distinct z.gemeente, z.procedure, b.label from brief b join zaak z on z.id = b.zaak_id
                where b.gemeente in (:gemeenten) and b.status in (:statussen)""")
                .param("gemeenten", gemeenten).param("statussen", codes(statussen))
                .query((rs, n) -> new Plek(rs.getString(1), rs.getString(2), Label.valueOf(rs.getString(3)))).list();
    }

    /** How many letters in these places stand so. */
    int aantal(Collection<Plek> plekken, Collection<Briefstatus> statussen, Instant uiterlijkGemaakt) {
        return plekken.isEmpty() ? 0 : wachtrij("select count(*)", "", plekken, statussen, uiterlijkGemaakt).query(Integer.class).single();
    }

    /** The letters in these places that stand so, the longest waiting first. */
    List<Brief> zoek(Collection<Plek> plekken, Collection<Briefstatus> statussen, Instant uiterlijkGemaakt, int vanaf, int aantal) {
        return plekken.isEmpty() ? List.of() : wachtrij("select b.*", " order by b.gemaakt_op, b.id offset :vanaf limit :aantal", plekken, statussen,
                uiterlijkGemaakt).param("vanaf", vanaf).param("aantal", aantal).query(BriefRepository::brief).list();
    }

    private JdbcClient.StatementSpec wachtrij(String kies, String orde, Collection<Plek> plekken, Collection<Briefstatus> statussen, Instant uiterlijk) {
        return jdbc.sql(kies + """
                 from brief b join zaak z on z.id = b.zaak_id
                where (z.gemeente, z.procedure, b.label) in (:plekken) and b.status in (:statussen) and b.gemaakt_op <= :uiterlijk""" + orde)
                .param("plekken", plekken.stream().map(p -> new Object[] {p.gemeente(), p.procedure(), p.label().name()}).toList())
                .param("statussen", codes(statussen)).param("uiterlijk", Timestamp.from(uiterlijk));
    }

    private static List<String> codes(Collection<Briefstatus> statussen) {
        return statussen.stream().map(Briefstatus::code).toList();
    }

    Map<UUID, Brief> bijStukken(Collection<UUID> stukken) {
        Map<UUID, Brief> gevonden = new LinkedHashMap<>();
        if (!stukken.isEmpty()) {
            jdbc.sql("select * from brief where dossierstuk_id in (:stukken)").param("stukken", stukken)
                    .query((RowCallbackHandler) rs -> gevonden.put(rs.getObject("dossierstuk_id", UUID.class), brief(rs, 0)));
        }
        return gevonden;
    }

    private String schrijf(Map<String, Object> gegevens) {
        try {
            return json.writeValueAsString(gegevens);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may quote the contents.
            throw new IllegalStateException("De gegevens van een brief zijn niet te schrijven");
        }
    }

    static Brief brief(ResultSet rs, int nummer) throws SQLException {
        return new Brief(rs.getObject("id", UUID.class), rs.getString("gemeente"), rs.getObject("zaak_id", UUID.class),
                rs.getObject("melding_id", UUID.class), rs.getObject("leerling_id", UUID.class), rs.getString("code"), rs.getString("titel"),
                Label.valueOf(rs.getString("label")), Aansoort.vanCode(rs.getString("aan_soort")), rs.getObject("aan_id", UUID.class),
                rs.getString("aan_naam"), rs.getBoolean("geheim_adres"), rs.getString("taal"), rs.getBoolean("tolk_nodig"),
                Kanaal.vanCode(rs.getString("kanaal")), Briefstatus.vanCode(rs.getString("status")),
                rs.getObject("document_id", UUID.class) != null, rs.getString("termijn_code"), rs.getObject("vervangt", UUID.class),
                rs.getTimestamp("gemaakt_op").toInstant(), rs.getString("gemaakt_door"),
                rs.getObject("gedagtekend", LocalDate.class), rs.getObject("afgedrukt_op", LocalDate.class), rs.getObject("verzonden_op", LocalDate.class), rs.getString("verzonden_door"),
                rs.getObject("retour_op", LocalDate.class), rs.getString("retour_reden"));
    }
}
