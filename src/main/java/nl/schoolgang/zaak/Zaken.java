package nl.schoolgang.zaak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.NietGevonden;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases. Rights are tested by who calls. */
@Service
public class Zaken {

    /** The outcome of a case whose contents were joined with another case. */
    public static final String SAMENGEVOEGD = "samengevoegd";

    private static final String VOORTGEZET = "voortgezet";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Zaken(JdbcClient jdbc, ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.gebeurtenissen = gebeurtenissen;
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /**
     * Opens a case; starts no process.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the pupil has an open case of a procedure that allows one
     */
    @Transactional
    public Zaak open(String gemeente, String procedure, UUID leerlingId) {
        UUID id = UUID.randomUUID();
        long volgnummer = jdbc.sql("select nextval('zaaknummer_volg')").query(Long.class).single();
        String zaaknummer = "%s-%d-%06d".formatted(voorvoegsel(gemeente), klok.instant().atZone(klok.getZone()).getYear(), volgnummer);
        jdbc.sql("""
                insert into zaak (id, zaaknummer, gemeente, procedure, leerling_id, status, geopend_op)
                values (?, ?, ?, ?, ?, 'open', ?)""")
                .params(id, zaaknummer, gemeente, procedure, leerlingId, Timestamp.from(klok.instant())).update();
        return metId(id);
    }

    /** The pupil's open case of this procedure, the oldest when there are more; empty when there is none. */
    public Optional<Zaak> openZaak(String gemeente, String procedure, UUID leerlingId) {
        return jdbc.sql("select * from zaak where gemeente = ? and procedure = ? and leerling_id = ? and status = 'open' "
                        + "order by geopend_op limit 1")
                .params(gemeente, procedure, leerlingId).query(Zaken::zaak).optional();
    }

    /** The case with this number; empty when there is none. */
    public Optional<Zaak> metNummer(String zaaknummer) {
        return jdbc.sql("select * from zaak where zaaknummer = ?").param(zaaknummer).query(Zaken::zaak).optional();
    }

    /** @throws NietGevonden when there is no case with this id */
    public Zaak metId(UUID id) {
        return jdbc.sql("select * from zaak where id = ?").param(id).query(Zaken::zaak).optional()
                .orElseThrow(() -> new NietGevonden("Deze zaak bestaat niet."));
    }

    /** The cases with these ids, in no order that means anything. */
    public List<Zaak> metIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("select * from zaak where id in (:ids)").param("ids", ids).query(Zaken::zaak).list();
    }

    /**
     * Holds a case until the transaction ends, and gives it as it is then. Lock the pupil first, and the case before a task of it.
     * Rows that only point to the case can still be added by others.
     *
     * @throws NietGevonden when there is no case with this id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Zaak vergrendel(UUID id) {
        return jdbc.sql("select * from zaak where id = ? for no key update").param(id).query(Zaken::zaak).optional()
                .orElseThrow(() -> new NietGevonden("Deze zaak bestaat niet."));
    }

    /** Records which process instance carries the case. */
    @Transactional
    public void koppelProces(UUID id, String procesInstantieId) {
        jdbc.sql("update zaak set proces_instantie_id = ? where id = ?").params(procesInstantieId, id).update();
    }

    /** Gives the case to an officer; null takes it away. */
    @Transactional
    public void wijsToe(UUID id, String gebruikersnaam) {
        jdbc.sql("update zaak set behandelaar = ? where id = ?").params(gebruikersnaam, id).update();
    }

    /**
     * Closes an open case; one that is closed stays as it is.
     *
     * @param status   {@link Zaakstatus#AFGESLOTEN} or {@link Zaakstatus#INGETROKKEN}
     * @param uitkomst code; may be null
     */
    @Transactional
    public void sluit(UUID id, Zaakstatus status, String uitkomst) {
        if (status == Zaakstatus.OPEN) {
            throw new IllegalArgumentException("Een zaak sluit niet met de status open");
        }
        jdbc.sql("update zaak set status = ?, uitkomst = ?, gesloten_op = ? where id = ? and status = 'open'")
                .params(status.code(), uitkomst, Timestamp.from(klok.instant()), id).update();
    }

    /**
     * Opens a closed case again, under its own number; its earlier outcome is kept. One that is open stays as it is.
     *
     * @param door user name
     * @throws org.springframework.dao.DuplicateKeyException when the pupil has an open case of a procedure that allows one
     */
    @Transactional
    public void heropen(UUID id, String door) {
        jdbc.sql("""
                insert into zaak_heropening (zaak_id, status, uitkomst, gesloten_op, heropend_op, heropend_door)
                select id, status, uitkomst, gesloten_op, ?, ? from zaak where id = ? and status <> 'open'""")
                .params(Timestamp.from(klok.instant()), door, id).update();
        jdbc.sql("update zaak set status = 'open', uitkomst = null, gesloten_op = null, proces_instantie_id = null where id = ? and status <> 'open'")
                .param(id).update();
    }

    /** All cases of a pupil are from now on those of another: they are the same person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void verhuisLeerling(UUID van, UUID naar) {
        jdbc.sql("update zaak set leerling_id = ? where leerling_id = ?").params(naar, van).update();
    }

    /** The cases that this one started are from now on started by another case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void verhuisKoppelingen(UUID van, UUID naar) {
        jdbc.sql("""
                insert into zaak_koppeling (van, naar, soort) select :nieuw, naar, soort from zaak_koppeling where van = :oud and naar <> :nieuw
                on conflict do nothing""").param("nieuw", naar).param("oud", van).update();
        jdbc.sql("delete from zaak_koppeling where van = ?").param(van).update();
    }

    /** Notes that what was in one case goes on in another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void zetVoortIn(UUID van, UUID naar) {
        koppel(naar, van, VOORTGEZET);
        gebeurtenissen.publishEvent(new ZaakVoortgezet(van, naar));
    }

    /** The case in which a case that was joined goes on; empty for a case that was not joined. */
    public Optional<Zaak> voortgezetIn(UUID id) {
        return jdbc.sql("select z.* from zaak z join zaak_koppeling k on k.van = z.id where k.naar = ? and k.soort = ?").params(id, VOORTGEZET)
                .query(Zaken::zaak).optional();
    }

    /** Links a case to another that came from it; twice is once. */
    @Transactional
    public void koppel(UUID van, UUID naar, String soort) {
        jdbc.sql("insert into zaak_koppeling (van, naar, soort) values (?, ?, ?) on conflict do nothing").params(van, naar, soort).update();
    }

    /** The cases linked to this one, in either direction, the oldest first. */
    public List<Zaak> gekoppeld(UUID id) {
        return jdbc.sql("""
                select * from zaak where id in (select naar from zaak_koppeling where van = :id union select van from zaak_koppeling where naar = :id)
                order by geopend_op, zaaknummer""").param("id", id).query(Zaken::zaak).list();
    }

    /** The cases from which this one came, the oldest first. */
    public List<Zaak> gestartDoor(UUID id) {
        return jdbc.sql("select * from zaak where id in (select van from zaak_koppeling where naar = ? and soort <> 'voortgezet') order by geopend_op, zaaknummer")
                .param(id).query(Zaken::zaak).list();
    }

    /** The same, only those with this kind of link. */
    public List<Zaak> gestartDoor(UUID id, String soort) {
        return jdbc.sql("select * from zaak where id in (select van from zaak_koppeling where naar = ? and soort = ?) order by geopend_op, zaaknummer")
                .params(id, soort).query(Zaken::zaak).list();
    }

    /** The cases that came from this one by this kind of link, the oldest first. */
    public List<Zaak> gestartVanuit(UUID id, String soort) {
        return jdbc.sql("select * from zaak where id in (select naar from zaak_koppeling where van = ? and soort = ?) order by geopend_op, zaaknummer")
                .params(id, soort).query(Zaken::zaak).list();
    }

    /** The cases of a pupil, the newest first. */
    public List<Zaak> vanLeerling(UUID leerlingId) {
        return jdbc.sql("select * from zaak where leerling_id = ? order by geopend_op desc, zaaknummer desc").param(leerlingId)
                .query(Zaken::zaak).list();
    }

    /** Whether there are cases of this procedure, in any municipality; a process that others only call has none. */
    public boolean zijnErVan(String procedure) {
        return jdbc.sql("select exists (select 1 from zaak where procedure = ?)").param(procedure).query(Boolean.class).single();
    }

    /** The newest cases of these municipalities, at most as many as asked. */
    public List<Zaak> nieuwste(Collection<String> gemeenten, int aantal) {
        return gemeenten.isEmpty() ? List.of()
                : jdbc.sql("select * from zaak where gemeente in (:gemeenten) order by geopend_op desc, zaaknummer desc limit :aantal")
                        .param("gemeenten", gemeenten).param("aantal", aantal).query(Zaken::zaak).list();
    }

    private String voorvoegsel(String gemeente) {
        return jdbc.sql("select zaaknummer_voorvoegsel from gemeente where code = ?").param(gemeente).query(String.class).optional()
                .orElseThrow(() -> new NietGevonden("Deze gemeente bestaat niet."));
    }

    private static Zaak zaak(ResultSet rs, int nummer) throws SQLException {
        Timestamp gesloten = rs.getTimestamp("gesloten_op");
        return new Zaak(rs.getObject("id", UUID.class), rs.getString("zaaknummer"), rs.getString("gemeente"), rs.getString("procedure"),
                rs.getObject("leerling_id", UUID.class), rs.getString("behandelaar"), Zaakstatus.vanCode(rs.getString("status")),
                rs.getString("uitkomst"), rs.getString("proces_instantie_id"), rs.getTimestamp("geopend_op").toInstant(),
                gesloten == null ? null : gesloten.toInstant());
    }
}
