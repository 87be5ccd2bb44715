package nl.schoolgang.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.normen.Norm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal data as they were before a change, with who changed them, when and why (the trace of a correction). */
@Service
@Norm("BUN-T04.00-05")
public class Gegevenshistorie {

    private final JdbcClient jdbc;
    private final Verwerkingslog log;
    private final Clock klok;

    Gegevenshistorie(JdbcClient jdbc, Verwerkingslog log, Clock klok) {
        this.jdbc = jdbc;
        this.log = log;
        this.klok = klok;
    }

    /**
     * A changed field.
     *
     * @param oud    as it was, a number of a person masked; null: was not known
     * @param nieuw  as it is; null: no longer known
     * @param geheim of a secret address: kept, and not shown
     */
    public record Wijziging(String veld, String oud, String nieuw, boolean geheim) {

        /** Without anything personal: records end up in logs. */
        @Override
        public String toString() {
            return "Wijziging[" + veld + "]";
        }
    }

    /**
     * A change as it was recorded.
     *
     * @param ouderId null when it is about the pupil
     * @param reden   null when none was asked
     */
    public record Regel(UUID ouderId, Wijziging wijziging, String reden, String door, Instant op) {
    }

    /**
     * Records changes to data of a pupil or a parent, in the log of processing too; no change, no record.
     *
     * @param ouderId null when it is about the pupil
     * @param reden   may be null
     */
    @Transactional
    public void noteer(String gemeente, UUID leerlingId, UUID ouderId, List<Wijziging> wijzigingen, String reden, String door) {
        for (Wijziging w : wijzigingen) {
            jdbc.sql("""
                    insert into gegevenshistorie (gemeente, leerling_id, ouder_id, veld, oud, nieuw, geheim, reden, door, moment)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(gemeente, leerlingId, ouderId, w.veld(), w.oud(), w.nieuw(), w.geheim(), reden, door, Timestamp.from(klok.instant()))
                    .update();
        }
        if (!wijzigingen.isEmpty()) {
            log.noteer(Verwerking.wijzigen(gemeente, leerlingId, null, door,
                    ouderId == null ? "gegevens van een leerling wijzigen" : "gegevens van een ouder wijzigen")
                    .over(ouderId == null ? "leerling " + leerlingId : "ouder " + ouderId));
        }
    }

    /** The changes of a pupil's data and those of the parents, the newest first; what is or became secret without its values. */
    public List<Regel> vanLeerling(UUID leerlingId) {
        // Of who has a secret address now, and of the child that may live there, no earlier address is shown either: it may still be the same.
        return jdbc.sql("""
                select h.id, h.ouder_id, h.veld, h.oud, h.nieuw, h.reden, h.door, h.moment, h.geheim
                    or h.veld in ('straat', 'huisnummer', 'postcode', 'woonplaats') and exists (select 1 from leerling_ouder lo
                        join ouder o on o.id = lo.ouder_id where lo.leerling_id = h.leerling_id and o.geheim_adres
                            and (h.ouder_id is null or h.ouder_id = o.id)) as geheim
                from gegevenshistorie h where h.leerling_id = ? order by h.id desc""").param(leerlingId)
                .query((rs, n) -> {
                    boolean geheim = rs.getBoolean("geheim");
                    return new Regel(rs.getObject("ouder_id", UUID.class), new Wijziging(rs.getString("veld"),
                            geheim ? null : rs.getString("oud"), geheim ? null : rs.getString("nieuw"), geheim), rs.getString("reden"),
                            rs.getString("door"), rs.getTimestamp("moment").toInstant());
                }).list();
    }
}
