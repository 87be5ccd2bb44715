package nl.schoolgang.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.normen.Norm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dossiers. Reading tests the label of every piece: what the reader may not see comes back as "Afgeschermd", without its
 * contents, so that nobody decides as if it were not there.
 */
@Service
public class Dossiers {

    private static final TypeReference<LinkedHashMap<String, Object>> INHOUD = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Medewerkers medewerkers;
    private final Verwerkingslog log;
    private final Clock klok;

    Dossiers(JdbcClient jdbc, ObjectMapper json, Medewerkers medewerkers, Verwerkingslog log, Clock klok) {
        this.jdbc = jdbc;
        this.json = json;
        this.medewerkers = medewerkers;
        this.log = log;
        this.klok = klok;
    }

    /**
     * Adds a piece.
     *
     * @return the id
     */
    @Transactional
    public UUID voegToe(NieuwDossierstuk nieuw) {
        UUID id = UUID.randomUUID();
        Instant nu = klok.instant();
        jdbc.sql("""
                insert into dossierstuk (id, gemeente, leerling_id, zaak_id, melding_id, soort, titel, label, inhoud, gebeurd_op,
                    vastgelegd_op, opsteller)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)""")
                .params(id, nieuw.gemeente(), nieuw.leerlingId(), nieuw.zaakId(), nieuw.meldingId(), nieuw.soort(), nieuw.titel(),
                        nieuw.label().name(), schrijf(nieuw.inhoud()),
                        Timestamp.from(nieuw.gebeurdOp() == null ? nu : nieuw.gebeurdOp()), Timestamp.from(nu), nieuw.opsteller())
                .update();
        log.noteer(Verwerking.verzamelen(nieuw.gemeente(), nieuw.leerlingId(), nieuw.zaakId(), nieuw.opsteller(), "stuk aan het dossier toevoegen")
                .over(nieuw.soort() + " " + id));
        return id;
    }

    /** The dossier of a pupil as this employee may see it, the newest first; empty outside the employee's municipalities. */
    public List<Dossierstuk> vanLeerling(UUID leerlingId, Medewerker kijker) {
        return zoals(kijker, jdbc.sql("select * from dossierstuk where leerling_id = ? order by gebeurd_op desc, vastgelegd_op desc, id")
                .param(leerlingId).query(this::stuk).list());
    }

    /** The pieces of a case as this employee may see them, the newest first; empty outside the employee's municipalities. */
    public List<Dossierstuk> vanZaak(UUID zaakId, Medewerker kijker) {
        return zoals(kijker, jdbc.sql("select * from dossierstuk where zaak_id = ? order by gebeurd_op desc, vastgelegd_op desc, id")
                .param(zaakId).query(this::stuk).list());
    }

    /**
     * A piece as it was before a correction.
     *
     * @param versie counts from 1
     * @param tot    when it was corrected
     * @param door   user name of who corrected it
     */
    public record Versie(int versie, String titel, Map<String, Object> inhoud, String reden, Instant tot, String door) {

        /** Without anything personal: records end up in logs. */
        @Override
        public String toString() {
            return "Versie[" + versie + "]";
        }
    }

    /** How a piece was before its corrections, the oldest first; nothing for who may not see the piece. */
    public List<Versie> versies(Dossierstuk stuk, Medewerker kijker) {
        return zoals(kijker, List.of(stuk)).stream().allMatch(Dossierstuk::isAfgeschermd) ? List.of()
                : jdbc.sql("select * from dossierstuk_versie where stuk_id = ? order by versie").param(stuk.id())
                        .query((rs, n) -> new Versie(rs.getInt("versie"), rs.getString("titel"), inhoud(rs), rs.getString("reden"),
                                rs.getTimestamp("gewijzigd_op").toInstant(), rs.getString("door"))).list();
    }

    /**
     * Corrects a piece; as it was it stays as a version, with who corrected it and why. The caller has tested that the employee may see and
     * change it.
     *
     * @param versies how many versions there were when the employee opened it
     * @throws Conflict when somebody corrected it since
     */
    @Transactional
    @Norm("BUN-T04.00-05")
    public void corrigeer(UUID id, int versies, String titel, Map<String, Object> inhoud, String reden, Medewerker ik) {
        Dossierstuk was = jdbc.sql("select * from dossierstuk where id = ? for update").param(id).query(this::stuk).single();
        int bewaard = jdbc.sql("select count(*) from dossierstuk_versie where stuk_id = ?").param(id).query(Integer.class).single();
        if (bewaard != versies) {
            throw new Conflict("Een collega heeft dit stuk intussen verbeterd.");
        }
        jdbc.sql("""
                insert into dossierstuk_versie (stuk_id, versie, titel, inhoud, reden, gewijzigd_op, door)
                values (?, ?, ?, cast(? as jsonb), ?, ?, ?)""")
                .params(id, bewaard + 1, was.titel(), schrijf(was.inhoud()), reden, Timestamp.from(klok.instant()), ik.gebruikersnaam()).update();
        jdbc.sql("update dossierstuk set titel = ?, inhoud = cast(? as jsonb) where id = ?").params(titel, schrijf(inhoud), id).update();
        log.noteer(Verwerking.wijzigen(was.gemeente(), was.leerlingId(), was.zaakId(), ik.gebruikersnaam(), "stuk in het dossier verbeteren")
                .over(was.soort() + " " + id));
    }

    /**
     * The latest piece of this kind in a case, for the application itself (a letter that quotes an answer). No label is tested: who shows
     * what is made of it must do that.
     *
     * @param meldingId pieces of other meldingen do not count; null: of any melding
     */
    public Optional<Dossierstuk> laatste(UUID zaakId, UUID meldingId, String soort) {
        return jdbc.sql("""
                select * from dossierstuk where zaak_id = :zaak and soort = :soort
                    and (cast(:melding as uuid) is null or melding_id is null or melding_id = :melding)
                order by volgnummer desc limit 1""")
                .param("zaak", zaakId).param("soort", soort).param("melding", meldingId).query(this::stuk).optional();
    }

    /**
     * The latest piece of each of these kinds in a case, in the order in which they were recorded; see {@link #laatste}.
     *
     * @param meldingId pieces of other meldingen do not count; null: of any melding
     */
    public List<Dossierstuk> laatstePerSoort(UUID zaakId, UUID meldingId, Collection<String> soorten) {
        return soorten.isEmpty() ? List.of() : jdbc.sql("""
                select * from (select distinct on (soort) * from dossierstuk where zaak_id = :zaak and soort in (:soorten)
                    and (cast(:melding as uuid) is null or melding_id is null or melding_id = :melding)
                    order by soort, volgnummer desc) l order by volgnummer""")
                .param("zaak", zaakId).param("soorten", soorten).param("melding", meldingId).query(this::stuk).list();
    }

    private List<Dossierstuk> zoals(Medewerker kijker, List<Dossierstuk> stukken) {
        Map<String, Boolean> wpg = new HashMap<>();
        return stukken.stream().filter(s -> kijker.mag(Recht.LEERLING_ZIEN, s.gemeente()))
                .map(s -> magZien(s, kijker, wpg) ? s : s.afgeschermd()).toList();
    }

    /** Who made a piece may read it back; else the label decides. */
    private boolean magZien(Dossierstuk stuk, Medewerker kijker, Map<String, Boolean> wpg) {
        if (kijker.gebruikersnaam().equals(stuk.opsteller())) {
            return true;
        }
        boolean boa = kijker.heeft(Rol.BOA, stuk.gemeente());
        return switch (stuk.label()) {
            case AVG -> true;
            case WPG -> boa || wpg.computeIfAbsent(stuk.gemeente(),
                    g -> medewerkers.heeftWpgAutorisatie(kijker.gebruikersnaam(), g, LocalDate.now(klok)));
            case STRAFRECHT -> boa || kijker.heeft(uitvoerder(stuk), stuk.gemeente());
        };
    }

    /** The role to which the municipality's policy gave the work; a boa when the piece does not say. */
    private static Rol uitvoerder(Dossierstuk stuk) {
        return stuk.inhoud().get(Dossierstuk.UITVOERDER) instanceof String code ? Rol.vanCode(code) : Rol.BOA;
    }

    private String schrijf(Map<String, Object> inhoud) {
        Map<String, Object> gevuld = new LinkedHashMap<>(inhoud);
        gevuld.values().removeIf(w -> w == null);
        try {
            return json.writeValueAsString(gevuld);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may quote the contents.
            throw new IllegalArgumentException("De inhoud van het dossierstuk kan niet als JSON worden geschreven");
        }
    }

    private Map<String, Object> inhoud(ResultSet rs) throws SQLException {
        try {
            return json.readValue(rs.getString("inhoud"), INHOUD);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may quote the contents.
            throw new IllegalStateException("Een dossierstuk heeft geen leesbare inhoud");
        }
    }

    private Dossierstuk stuk(ResultSet rs, int nummer) throws SQLException {
        return new Dossierstuk(rs.getObject("id", UUID.class), rs.getString("gemeente"), rs.getObject("leerling_id", UUID.class),
                rs.getObject("zaak_id", UUID.class), rs.getObject("melding_id", UUID.class), rs.getString("soort"), rs.getString("titel"),
                Label.valueOf(rs.getString("label")), inhoud(rs), rs.getTimestamp("gebeurd_op").toInstant(),
                rs.getTimestamp("vastgelegd_op").toInstant(), rs.getString("opsteller"));
    }
}
