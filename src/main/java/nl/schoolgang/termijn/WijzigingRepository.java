package nl.schoolgang.termijn;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what is done to running terms: suspensions, notices, and the trace of every change. */
@Repository
class WijzigingRepository {

    private final JdbcClient jdbc;

    WijzigingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Opschortingsregel> opschortingen(UUID termijnId) {
        return jdbc.sql("select * from termijn_opschorting where termijn_id = ? order by van, gemaakt_op, id").param(termijnId)
                .query((rij, n) -> new Opschortingsregel(rij.getObject("id", UUID.class), Opschortgrond.vanCode(rij.getString("grond")),
                        rij.getObject("op", LocalDate.class), rij.getObject("van", LocalDate.class), rij.getObject("tot", LocalDate.class),
                        rij.getBoolean("beeindigd"), rij.getString("door"), rij.getTimestamp("gemaakt_op").toInstant())).list();
    }

    void schortOp(UUID termijnId, Opschortingsregel o) {
        jdbc.sql("insert into termijn_opschorting (id, termijn_id, grond, op, van, tot, door, gemaakt_op) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(o.id(), termijnId, o.grond().code(), o.op(), o.van(), o.tot(), o.door(), Timestamp.from(o.gemaaktOp())).update();
    }

    void beeindig(UUID opschortingId, LocalDate tot) {
        jdbc.sql("update termijn_opschorting set tot = ?, beeindigd = true where id = ?").params(tot, opschortingId).update();
    }

    List<Verlengingsregel> verlengingen(UUID termijnId) {
        return jdbc.sql("select * from termijn_verlenging where termijn_id = ? order by op, gemaakt_op, id").param(termijnId)
                .query((rij, n) -> new Verlengingsregel(rij.getObject("op", LocalDate.class), rij.getInt("weken"),
                        rij.getObject("tot", LocalDate.class), rij.getBoolean("instemming"), rij.getBoolean("verplaatst"),
                        rij.getString("grondslag"), rij.getString("door"), rij.getTimestamp("gemaakt_op").toInstant())).list();
    }

    void verleng(UUID termijnId, Verlengingsregel v) {
        jdbc.sql("""
                insert into termijn_verlenging (id, termijn_id, op, weken, tot, instemming, verplaatst, grondslag, door, gemaakt_op)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), termijnId, v.op(), v.weken(), v.tot(), v.instemming(), v.verplaatst(), v.grondslag(), v.door(),
                        Timestamp.from(v.gemaaktOp())).update();
    }

    List<Termijnspoor> spoor(UUID termijnId) {
        return jdbc.sql("select * from termijn_spoor where termijn_id = ? order by id").param(termijnId)
                .query((rij, n) -> new Termijnspoor(termijnId, rij.getTimestamp("moment").toInstant(), rij.getString("soort"),
                        rij.getObject("van", LocalDate.class), rij.getObject("naar", LocalDate.class), rij.getString("reden"),
                        rij.getString("door"))).list();
    }

    /** Adds to the trace, with the explanation of the term as it stands in its row now. */
    void noteer(Termijnspoor s) {
        jdbc.sql("""
                insert into termijn_spoor (termijn_id, moment, soort, van, naar, reden, door, uitleg_was)
                select id, :moment, :soort, :van, :naar, :reden, :door, uitleg from termijn where id = :termijn""")
                .param("termijn", s.termijnId()).param("moment", Timestamp.from(s.moment())).param("soort", s.soort()).param("van", s.van())
                .param("naar", s.naar()).param("reden", s.reden()).param("door", s.door(), Types.VARCHAR).update();
    }
}
