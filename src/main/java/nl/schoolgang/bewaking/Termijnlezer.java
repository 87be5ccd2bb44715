package nl.schoolgang.bewaking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bewaking.Zichtvlak.Vak;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Uitlegregel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads terms of open cases, with the task that each binds; only of what the caller was told may be seen. */
@Component
class Termijnlezer {

    private static final String LOPEND = "t.status in ('lopend', 'opgeschort', 'verlengd')";
    private static final String TE_LAAT = "(t.status in ('lopend', 'verlengd') and t.vervalmoment <= :nu and not t.mijlpaal)";
    private static final String NABIJ = " and (t.laatste_dag <= :vandaag or t.waarschuwen_op <= :vandaag) ";
    private static final String STAND = """
            case when t.status = 'overschreden' and t.gedaan_op is not null then 'verlopen'
                when t.status = 'overschreden' or %s then 'te-laat'
                when t.status = 'opgeschort' then 'opgeschort'
                when coalesce(t.waarschuwen_op, t.laatste_dag) <= :vandaag then 'nadert' else 'loopt' end as stand""".formatted(TE_LAAT);
    private static final String BASIS = """
            select t.id, t.gemeente, z.zaaknummer, z.procedure, t.code, t.omschrijving, t.begin, t.laatste_dag, t.status, t.soort, t.grondslag,
                t.wie, t.standaard, coalesce(w.behandelaar, z.behandelaar) as behandelaar, w.taak_id, w.naam as taak_naam, t.uitleg, %s
            from termijn t join zaak z on z.id = t.zaak_id and z.status = 'open'
            left join lateral (select taak_id, naam, rol, behandelaar from werkvoorraad_taak k
                where k.zaak_id = t.zaak_id and k.termijn_code = t.code and k.melding_id is not distinct from t.melding_id
                    and (t.status <> 'overschreden' or t.gedaan_op is null) order by k.taak_id limit 1) w on true
            where (t.gemeente, z.procedure) in (:vakken)\s""".formatted(STAND);
    /** Whose turn it is: who has the task; for one that nobody has, the officer of the case or else everybody with the role. */
    private static final String VAN_MIJ = """
            and (case when w.taak_id is null then z.behandelaar = :ik or (z.behandelaar is null and (t.gemeente, t.wie) in (:rollen))
                else w.behandelaar = :ik or (w.behandelaar is null and (t.gemeente, w.rol) in (:rollen)
                    and coalesce(z.behandelaar, :ik) = :ik) end)\s""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock klok;

    Termijnlezer(JdbcClient jdbc, ObjectMapper json, Clock klok) {
        this.jdbc = jdbc;
        this.json = json;
        this.klok = klok;
    }

    /** The terms that fit, by last day, at most so many. */
    List<BewaakteTermijn> zoek(Collection<Vak> vakken, Bewakingsvraag vraag, int hoogstens) {
        if (vakken.isEmpty()) {
            return List.of();
        }
        Map<String, Object> waarden = waarden(vakken);
        StringBuilder eisen = new StringBuilder(groep(vraag.lijst()));
        week(vraag.week(), eisen, waarden);
        return lees(eisen, vraag, hoogstens, waarden);
    }

    /**
     * The terms with which this employee must do something, lapsed or near, by last day: for who watches a municipality all of it, for
     * others what is theirs.
     */
    List<BewaakteTermijn> voor(Medewerker ik, Collection<Vak> vakken, Stand.Lijst lijst, int hoogstens) {
        if (vakken.isEmpty()) {
            return List.of();
        }
        Map<String, Object> waarden = waarden(vakken);
        List<Object[]> rollen = ik.rollen().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(r -> new Object[] {e.getKey(), r.code()})).toList();
        waarden.put("ik", ik.gebruikersnaam());
        waarden.put("rollen", rollen);
        StringBuilder eisen = new StringBuilder(groep(lijst));
        if (!ik.magErgens(Recht.BEWAKEN)) {
            eisen.append(VAN_MIJ);
        } else {
            waarden.put("bewaakt", ik.gemeentenMet(Recht.BEWAKEN));
            eisen.append("and (t.gemeente in (:bewaakt) or ").append(VAN_MIJ.strip().substring("and ".length())).append(") ");
        }
        return lees(eisen, new Bewakingsvraag(lijst, null, null, null, null), hoogstens, waarden);
    }

    /** How many running terms end in each week, by procedure and by the Monday of the week; what is too late already is not among them. */
    List<Telling> perWeek(Collection<Vak> vakken, LocalDate totEnMet) {
        return vakken.isEmpty() ? List.of() : jdbc.sql("""
                select z.procedure, cast(date_trunc('week', least(t.laatste_dag, :later)) as date) as week, count(*) as aantal
                from termijn t join zaak z on z.id = t.zaak_id and z.status = 'open'
                where (t.gemeente, z.procedure) in (:vakken) and %s and not %s group by 1, 2 order by 2, 1""".formatted(LOPEND, TE_LAAT))
                .params(waarden(vakken)).param("later", totEnMet.plusDays(1)).query(Telling.class).list();
    }

    /** How many terms stand where; all that lapsed and all that are near, by procedure. */
    Map<Stand, Map<String, Long>> perStand(Collection<Vak> vakken) {
        Map<Stand, Map<String, Long>> standen = new EnumMap<>(Stand.class);
        for (Stand stand : Stand.values()) {
            standen.put(stand, new HashMap<>());
        }
        if (!vakken.isEmpty()) {
            jdbc.sql("select z.procedure, " + STAND + ", count(*) as aantal from termijn t join zaak z on z.id = t.zaak_id and z.status = 'open'"
                    + " where (t.gemeente, z.procedure) in (:vakken) " + groep(Stand.Lijst.ALLES) + "group by 1, 2")
                    .params(waarden(vakken)).query((rs, n) -> standen.get(Stand.vanCode(rs.getString("stand")))
                            .put(rs.getString("procedure"), rs.getLong("aantal"))).list();
        }
        return standen;
    }

    /**
     * A cell of the table by week.
     *
     * @param week the Monday
     */
    record Telling(String procedure, LocalDate week, long aantal) {
    }

    private List<BewaakteTermijn> lees(StringBuilder eisen, Bewakingsvraag vraag, int hoogstens, Map<String, Object> waarden) {
        if (vraag.na() != null) {
            eisen.append("and (t.laatste_dag, t.id) > (:naDag, :naId) ");
            waarden.put("naDag", vraag.na().laatsteDag());
            waarden.put("naId", vraag.na().id());
        }
        waarden.put("standen", vraag.lijst().standen().stream().map(Stand::code).toList());
        waarden.put("hoogstens", hoogstens);
        return jdbc.sql("select * from (" + BASIS + eisen + ") b where stand in (:standen) order by laatste_dag, id limit :hoogstens")
                .params(waarden).query(this::termijn).list();
    }

    /** The part of the table in which all of this list are, so that the rest need not be looked at. */
    private static String groep(Stand.Lijst lijst) {
        return switch (lijst) {
            case ALLES -> "and (t.status = 'overschreden' or " + LOPEND + ") ";
            case AANDACHT -> "and ((t.status = 'overschreden' and t.gedaan_op is null) or (" + LOPEND + NABIJ + ")) ";
            case NADERT_LIJST -> "and " + LOPEND + NABIJ;
            case LOPEND -> "and " + LOPEND + " ";
            case TE_LAAT_LIJST -> "and ((t.status = 'overschreden' and t.gedaan_op is null) or " + TE_LAAT + ") ";
            case VERLOPEN_LIJST -> "and (t.status = 'overschreden' or " + TE_LAAT + ") ";
        };
    }

    private static void week(LocalDate week, StringBuilder eisen, Map<String, Object> waarden) {
        if (week != null) {
            eisen.append("and t.laatste_dag between :maandag and :zondag ");
            waarden.put("maandag", week);
            waarden.put("zondag", week.plusDays(6));
        }
    }

    private Map<String, Object> waarden(Collection<Vak> vakken) {
        return new HashMap<>(Map.of("vakken", Zichtvlak.rijen(vakken), "nu", Timestamp.from(klok.instant()),
                "vandaag", LocalDate.now(klok)));
    }

    private BewaakteTermijn termijn(ResultSet rs, int nummer) throws SQLException {
        return new BewaakteTermijn(rs.getObject("id", UUID.class), rs.getString("gemeente"), rs.getString("zaaknummer"), rs.getString("procedure"),
                rs.getString("code"), rs.getString("omschrijving"), rs.getObject("begin", LocalDate.class),
                rs.getObject("laatste_dag", LocalDate.class), rs.getString("status"), rs.getString("soort"), rs.getString("grondslag"),
                rs.getString("wie"), rs.getBoolean("standaard"), rs.getString("behandelaar"), rs.getString("taak_id"), rs.getString("taak_naam"),
                Stand.vanCode(rs.getString("stand")), uitleg(rs.getString("uitleg")));
    }

    private List<Uitlegregel> uitleg(String tekst) {
        try {
            return new ArrayList<>(json.readValue(tekst, new TypeReference<List<Uitlegregel>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("De uitleg van een termijn is niet te lezen", e);
        }
    }
}
