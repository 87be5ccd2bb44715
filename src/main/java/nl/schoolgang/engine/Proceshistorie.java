package nl.schoolgang.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import nl.schoolgang.gemeente.NietGevonden;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The engine's history of process instances, for who looks back. The list is SQL of our own, for a keyset that the engine's queries do not have:
 * it asks for exactly the municipalities and processes that whoever calls hands in. All else runs with the engine rights of whoever asks.
 */
@Service
public class Proceshistorie {

    private static final String AFGEBROKEN = "INTERNALLY_TERMINATED";

    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final JdbcClient jdbc;

    Proceshistorie(HistoryService historyService, RepositoryService repositoryService, JdbcClient jdbc) {
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.jdbc = jdbc;
    }

    /** The instances of one process in one municipality. */
    public record Plek(String gemeente, String proces) {
    }

    /**
     * An instance.
     *
     * @param zaaknummer  null for a trial without a case
     * @param einde       null as long as it runs
     * @param afgebroken  whether it was ended from outside, before its own end
     * @param definitieId the version of the model that it followed
     */
    public record Instantie(String id, String zaaknummer, String proces, String gemeente, Instant begin, Instant einde, boolean afgebroken,
            String definitieId) {
    }

    /**
     * One time that an element was passed.
     *
     * @param einde       null while it waits there
     * @param afgebroken  whether it was taken away before it was done
     * @param door        user name of who did the task; null for what nobody did
     * @param aangeroepen id of the instance that was called; null when none was
     */
    public record Stap(String element, String naam, String soort, Instant begin, Instant einde, boolean afgebroken, String door, String aangeroepen) {
    }

    /** A variable as it was in the end; {@code waarde} is null, a text, a number, a truth value or a moment. */
    public record Gegeven(String naam, Object waarde) {
    }

    /** Where a page begins: after this end and id. */
    public record Vanaf(Instant einde, String id) {
    }

    /**
     * Which instances are looked for; null means all.
     *
     * @param zaaknummer how the number of the case begins
     * @param van        ended at this moment or later
     * @param tot        ended before this moment
     */
    public record Vraag(String zaaknummer, String proces, String gemeente, Instant van, Instant tot, Vanaf na) {
    }

    /** The ended instances at these places that fit, the last ended first; without those that others called. */
    public List<Instantie> afgerond(Collection<Plek> plekken, Vraag vraag, int aantal) {
        if (plekken.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec sql = jdbc.sql("""
                select id_, business_key_, proc_def_key_, tenant_id_, start_time_, end_time_, state_, proc_def_id_ from act_hi_procinst
                where end_time_ is not null and super_process_instance_id_ is null and (tenant_id_, proc_def_key_) in (:plekken)\s"""
                + (vraag.zaaknummer() == null ? "" : " and business_key_ like :zaaknummer escape '!'")
                + (vraag.proces() == null ? "" : " and proc_def_key_ = :proces")
                + (vraag.gemeente() == null ? "" : " and tenant_id_ = :gemeente")
                + (vraag.van() == null ? "" : " and end_time_ >= :van")
                + (vraag.tot() == null ? "" : " and end_time_ < :tot")
                + (vraag.na() == null ? "" : " and (end_time_, id_) < (:naEinde, :naId)")
                + " order by end_time_ desc, id_ desc limit :aantal")
                .param("plekken", plekken.stream().map(p -> new Object[] {p.gemeente(), p.proces()}).toList()).param("aantal", aantal);
        sql = vraag.zaaknummer() == null ? sql : sql.param("zaaknummer", vraag.zaaknummer().replaceAll("[!%_]", "!$0") + "%");
        sql = vraag.proces() == null ? sql : sql.param("proces", vraag.proces());
        sql = vraag.gemeente() == null ? sql : sql.param("gemeente", vraag.gemeente());
        sql = vraag.van() == null ? sql : sql.param("van", Timestamp.from(vraag.van()));
        sql = vraag.tot() == null ? sql : sql.param("tot", Timestamp.from(vraag.tot()));
        sql = vraag.na() == null ? sql : sql.param("naEinde", Timestamp.from(vraag.na().einde())).param("naId", vraag.na().id());
        return sql.query(Proceshistorie::instantie).list();
    }

    /** @throws NietGevonden when there is no instance with this id, or whoever asks may not see it */
    public Instantie instantie(String id) {
        HistoricProcessInstance gevonden = historyService.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult();
        if (gevonden == null || BeperkteProcedures.isBeperkt(gevonden.getProcessDefinitionKey())) {
            throw new NietGevonden("Deze zaak is er niet.");
        }
        return new Instantie(gevonden.getId(), gevonden.getBusinessKey(), gevonden.getProcessDefinitionKey(), gevonden.getTenantId(),
                moment(gevonden.getStartTime()), moment(gevonden.getEndTime()), isAfgebroken(gevonden.getState()), gevonden.getProcessDefinitionId());
    }

    /** What was passed, in the order in which it began. */
    public List<Stap> stappen(String instantieId) {
        return activiteiten(instantieId).stream().map(a -> new Stap(a.getActivityId(), a.getActivityName(), a.getActivityType(),
                moment(a.getStartTime()), moment(a.getEndTime()), a.isCanceled(), a.getAssignee(), a.getCalledProcessInstanceId())).toList();
    }

    /** The ids of the sequence flows that an instance went along. */
    public Set<String> stromen(Instantie instantie) {
        return AfgelegdeWeg.stromen(repositoryService.getBpmnModelInstance(instantie.definitieId()), activiteiten(instantie.id()));
    }

    /** The variables of an instance itself, by name, as far as whoever asks may see them. */
    public List<Gegeven> gegevens(String instantieId) {
        return historyService.createHistoricVariableInstanceQuery().processInstanceId(instantieId).orderByVariableName().asc().list().stream()
                .filter(v -> instantieId.equals(v.getActivityInstanceId()))
                .map(v -> new Gegeven(v.getName(), v.getValue() instanceof Date dag ? dag.toInstant() : v.getValue())).toList();
    }

    private List<HistoricActivityInstance> activiteiten(String instantieId) {
        return historyService.createHistoricActivityInstanceQuery().processInstanceId(instantieId).orderByHistoricActivityInstanceStartTime().asc()
                .orderPartiallyByOccurrence().asc().list();
    }

    private static Instantie instantie(ResultSet rs, int nummer) throws SQLException {
        return new Instantie(rs.getString("id_"), rs.getString("business_key_"), rs.getString("proc_def_key_"), rs.getString("tenant_id_"),
                rs.getTimestamp("start_time_").toInstant(), rs.getTimestamp("end_time_").toInstant(), isAfgebroken(rs.getString("state_")),
                rs.getString("proc_def_id_"));
    }

    private static boolean isAfgebroken(String staat) {
        return AFGEBROKEN.equals(staat) || HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(staat);
    }

    private static Instant moment(Date moment) {
        return moment == null ? null : moment.toInstant();
    }
}
