package nl.schoolgang.bewaking.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.bewaking.cockpit.Cockpitzicht.Plek;
import nl.schoolgang.kalender.Tijdzone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads terms together with their cases, for who watches over all of them: what she may see only, which whoever calls hands in. */
@Repository
class Termijnlijst {

    private static final String VAN = " from termijn t join zaak z on z.id = t.zaak_id left join medewerker m on m.gebruikersnaam = z.behandelaar"
            + " where (t.gemeente, z.procedure) in (:plekken)";
    /** What still wants attention; written so that the indexes on running terms and on what is too late serve it. */
    private static final String OPEN = " and (t.status in ('lopend', 'opgeschort', 'verlengd')"
            + " or (t.status = 'overschreden' and t.gedaan_op is null and z.status = 'open'))";
    private static final String KOLOMMEN = "select t.*, z.zaaknummer, z.procedure, z.proces_instantie_id, coalesce(m.naam, z.behandelaar) as behandelaar, "
            + Termijnstand.SQL + " as stand";

    private final JdbcClient jdbc;
    private final Clock klok;

    Termijnlijst(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /**
     * How many terms with this code stand like this at one place.
     *
     * @param element id of the open task that is there for the term; null when there is none
     */
    record Plektelling(String code, String element, String stand, long aantal) {
    }

    /** How many terms stand like this. */
    record Telling(String gemeente, String procedure, String code, String soort, String stand, long aantal) {
    }

    /** The open terms that fit, by last day; at most so many. */
    List<BewaakteTermijn> open(List<Plek> plekken, Termijnvraag vraag, int aantal) {
        if (plekken.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec sql = jdbc.sql(KOLOMMEN + VAN + OPEN
                + (vraag.gemeente() == null ? "" : " and t.gemeente = :gemeente")
                + (vraag.procedure() == null ? "" : " and z.procedure = :procedure")
                + (vraag.stand() == null ? "" : " and " + Termijnstand.SQL + " = :stand")
                + (vraag.maandag() == null ? "" : " and t.laatste_dag between :maandag and :zondag")
                + (vraag.na() == null ? "" : " and (t.laatste_dag, t.id) > (:naDag, :naId)")
                + " order by t.laatste_dag, t.id limit :aantal")
                .param("plekken", paren(plekken)).param("vandaag", vandaag()).param("aantal", aantal);
        sql = vraag.gemeente() == null ? sql : sql.param("gemeente", vraag.gemeente());
        sql = vraag.procedure() == null ? sql : sql.param("procedure", vraag.procedure());
        sql = vraag.stand() == null ? sql : sql.param("stand", vraag.stand().code());
        sql = vraag.maandag() == null ? sql : sql.param("maandag", vraag.maandag()).param("zondag", vraag.maandag().plusDays(6));
        sql = vraag.na() == null ? sql : sql.param("naDag", vraag.na().dag()).param("naId", vraag.na().id());
        return sql.query(Termijnlijst::termijn).list();
    }

    /** All terms of one case, running and ended, by last day. */
    List<BewaakteTermijn> vanZaak(List<Plek> plekken, UUID zaakId) {
        return plekken.isEmpty() ? List.of() : jdbc.sql(KOLOMMEN + VAN + " and t.zaak_id = :zaak order by t.laatste_dag, t.id")
                .param("plekken", paren(plekken)).param("vandaag", vandaag()).param("zaak", zaakId).query(Termijnlijst::termijn).list();
    }

    /** One term, when it is at one of these places. */
    Optional<BewaakteTermijn> metId(List<Plek> plekken, UUID id) {
        return plekken.isEmpty() ? Optional.empty() : jdbc.sql(KOLOMMEN + VAN + " and t.id = :id").param("plekken", paren(plekken))
                .param("vandaag", vandaag()).param("id", id).query(Termijnlijst::termijn).optional();
    }

    /** The open terms counted by municipality, procedure, code, kind and how they stand; of last days up to and including this one. */
    List<Telling> tel(List<Plek> plekken, LocalDate tot) {
        return plekken.isEmpty() ? List.of() : jdbc.sql("select t.gemeente, z.procedure, t.code, t.soort, " + Termijnstand.SQL + " as stand, count(*) as aantal"
                + VAN + OPEN + " and t.laatste_dag <= :tot group by 1, 2, 3, 4, 5").param("plekken", paren(plekken)).param("vandaag", vandaag())
                .param("tot", tot).query((rs, n) -> new Telling(rs.getString("gemeente"), rs.getString("procedure"), rs.getString("code"),
                        rs.getString("soort"), rs.getString("stand"), rs.getLong("aantal"))).list();
    }

    /** Where the open terms wait, of one case or of all. */
    List<Plektelling> perPlek(List<Plek> plekken, UUID zaakId) {
        if (plekken.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec sql = jdbc.sql("select t.code, w.definitie, " + Termijnstand.SQL + " as stand, count(distinct t.id) as aantal"
                + " from termijn t join zaak z on z.id = t.zaak_id left join werkvoorraad_taak w on w.zaak_id = t.zaak_id and w.termijn_code = t.code"
                + " and w.melding_id is not distinct from t.melding_id where (t.gemeente, z.procedure) in (:plekken)" + OPEN
                + (zaakId == null ? "" : " and t.zaak_id = :zaak") + " group by 1, 2, 3").param("plekken", paren(plekken)).param("vandaag", vandaag());
        sql = zaakId == null ? sql : sql.param("zaak", zaakId);
        return sql.query((rs, n) -> new Plektelling(rs.getString("code"), rs.getString("definitie"), rs.getString("stand"), rs.getLong("aantal"))).list();
    }

    LocalDate vandaag() {
        return LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM));
    }

    private static List<Object[]> paren(List<Plek> plekken) {
        return plekken.stream().map(p -> new Object[] {p.gemeente(), p.procedure()}).toList();
    }

    private static BewaakteTermijn termijn(ResultSet rs, int nummer) throws SQLException {
        LocalDate laatsteDag = rs.getObject("laatste_dag", LocalDate.class);
        String stand = rs.getString("stand");
        Timestamp beeindigd = rs.getTimestamp("beeindigd_op");
        boolean teLaat = stand.equals(Termijnstand.TE_LAAT.code()) || "overschreden".equals(rs.getString("status")) && beeindigd != null;
        return new BewaakteTermijn(rs.getObject("id", UUID.class), rs.getObject("zaak_id", UUID.class), rs.getString("zaaknummer"),
                rs.getString("gemeente"), rs.getString("procedure"), rs.getString("code"), rs.getObject("melding_id", UUID.class),
                rs.getString("omschrijving"), rs.getString("soort"), rs.getString("grondslag"), rs.getString("wie"), rs.getBoolean("standaard"),
                rs.getObject("begin", LocalDate.class), laatsteDag, rs.getString("status"), stand, teLaat ? laatsteDag.plusDays(1) : null,
                rs.getString("behandelaar"), rs.getString("proces_instantie_id"), rs.getString("uitleg"), false);
    }
}
