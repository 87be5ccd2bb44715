package nl.schoolgang.werkvoorraad;

import nl.schoolgang.engine.TaakVervangen;
import nl.schoolgang.leerling.LeerlingSamengevoegd;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what belongs to a task when its pupil is merged into another, or the task itself goes on under another id. */
@Component
class Taakverhuizing {

    private final JdbcClient jdbc;

    Taakverhuizing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also the tasks of the pupil that remains: its name may have been chosen from the other record. */
    @EventListener
    void samengevoegd(LeerlingSamengevoegd leerling) {
        jdbc.sql("update werkvoorraad_taak set leerling_id = ?, leerling_naam = ? where leerling_id in (?, ?)")
                .params(leerling.naar(), leerling.naam(), leerling.van(), leerling.naar()).update();
    }

    /** What somebody typed in the task and did not hand in goes along, and the task is as old as it was. */
    @EventListener
    void vervangen(TaakVervangen taak) {
        jdbc.sql("update taak_concept set taak_id = ? where taak_id = ?").params(taak.nieuweTaakId(), taak.oudeTaakId()).update();
        jdbc.sql("""
                update werkvoorraad_taak nieuw set gemaakt_op = oud.gemaakt_op from werkvoorraad_taak oud
                where nieuw.taak_id = ? and oud.taak_id = ?""").params(taak.nieuweTaakId(), taak.oudeTaakId()).update();
    }
}
