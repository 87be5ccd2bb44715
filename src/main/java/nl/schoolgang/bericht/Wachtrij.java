package nl.schoolgang.bericht;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as sending sees it: what is due, and what became of a try. */
@Component
@Norm("BUN-04.03-01")
class Wachtrij {

    private final JdbcClient jdbc;
    private final Zaken zaken;
    private final Verwerkingslog log;
    private final Clock klok;

    Wachtrij(JdbcClient jdbc, Zaken zaken, Verwerkingslog log, Clock klok) {
        this.jdbc = jdbc;
        this.zaken = zaken;
        this.log = log;
        this.klok = klok;
    }

    /** A message that is due; its contents are read apart, since they may be what is wrong with it. */
    record Volgende(UUID id, int pogingen) {
    }

    /** Takes the next message of the channel that is due, and holds it for this transaction; other nodes pass it by. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Volgende> volgende(Kanaalsoort kanaal) {
        return jdbc.sql("""
                select id, pogingen from bericht where kanaal = ? and status = 'klaar' and (volgende_poging is null or volgende_poging <= ?)
                order by aangemaakt_op, id limit 1 for update skip locked""")
                .params(kanaal.code(), nu()).query(Volgende.class).optional();
    }

    /** Records that it has left, and in the processing log to whom data were given. */
    @Transactional(propagation = Propagation.MANDATORY)
    void verzonden(Bericht bericht) {
        String ontvanger = jdbc.sql("update bericht set status = 'verzonden', verzonden_op = ?, volgende_poging = null, fout = null "
                + "where id = ? returning ontvanger").params(nu(), bericht.id()).query(String.class).single();
        schrijfPoging(bericht.id(), "verzonden", null);
        if (bericht.zaakId() == null) {
            // To an employee, with nothing of a person in it: nothing was disclosed.
            return;
        }
        Zaak zaak = zaken.metId(bericht.zaakId());
        log.noteer(Verwerking.verstrekken(bericht.gemeente(), zaak.leerlingId(), zaak.id(), null, bericht.soort() + " versturen",
                Ontvangersoort.metCode(ontvanger).orElseThrow().grondslag(), bericht.aan()).over("bericht " + bericht.id()));
    }

    /** @param volgendePoging null: given up */
    @Transactional(propagation = Propagation.MANDATORY)
    void mislukt(UUID id, Instant volgendePoging, String fout) {
        int gewijzigd = jdbc.sql("update bericht set status = ?, pogingen = pogingen + 1, volgende_poging = ?, fout = ? "
                + "where id = ? and status = 'klaar'")
                .params((volgendePoging == null ? Berichtstatus.MISLUKT : Berichtstatus.KLAAR).code(),
                        volgendePoging == null ? null : Timestamp.from(volgendePoging), fout, id)
                .update();
        if (gewijzigd > 0) {
            schrijfPoging(id, "mislukt", fout);
        }
    }

    private void schrijfPoging(UUID id, String wat, String fout) {
        jdbc.sql("insert into bericht_poging (bericht_id, moment, wat, fout) values (?, ?, ?, ?)").params(id, nu(), wat, fout).update();
    }

    /** Something that became of a message and that the rest of the application must still hear; {@code zaakId} may be null. */
    record Afloop(UUID id, UUID zaakId, UUID meldingId, String soort, String aan, Berichtstatus status, Instant verzondenOp, String fout) {
    }

    /** Ids of messages whose end the rest of the application must still hear, the oldest first. */
    List<UUID> teMelden() {
        return jdbc.sql("select id from bericht where gemeld_op is null and status in ('verzonden', 'mislukt') order by aangemaakt_op, id")
                .query(UUID.class).list();
    }

    /** Marks its end as told, in this transaction; empty when somebody else does, or it is under way again. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Afloop> meld(UUID id) {
        return jdbc.sql("""
                update bericht set gemeld_op = :nu where id = (select id from bericht where id = :id and gemeld_op is null
                    and status in ('verzonden', 'mislukt') for update skip locked)
                returning id, zaak_id, melding_id, soort, aan, status, verzonden_op, fout""")
                .param("nu", nu()).param("id", id)
                .query((rs, n) -> new Afloop(rs.getObject("id", UUID.class), rs.getObject("zaak_id", UUID.class),
                        rs.getObject("melding_id", UUID.class), rs.getString("soort"), rs.getString("aan"),
                        Berichtstatus.metCode(rs.getString("status")).orElseThrow(), Berichtlezer.moment(rs, "verzonden_op"),
                        rs.getString("fout")))
                .optional();
    }

    private Timestamp nu() {
        return Timestamp.from(klok.instant());
    }
}
