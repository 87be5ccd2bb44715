package nl.schoolgang.procedure.relatiefverzuim;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.termijn.DagAangebroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds every morning the open cases of which the pupil is 18 by now, in one question to the database: also birthdays that passed while
 * the application was down, and dates of birth that were corrected. Each case is handed over in a transaction of its own; one that fails
 * keeps its state, is named in the log by its id, and is found again the next morning and at the next start.
 */
@Component
class Verjaardagen {

    private static final Logger LOG = LoggerFactory.getLogger(Verjaardagen.class);
    private static final int MEERDERJARIG = 18;

    private final JdbcClient jdbc;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final TransactionTemplate eigenTransactie;
    private final Clock klok;

    Verjaardagen(JdbcClient jdbc, Zaakgebeurtenissen gebeurtenissen, PlatformTransactionManager transacties, Clock klok) {
        this.jdbc = jdbc;
        this.gebeurtenissen = gebeurtenissen;
        // The listener runs when the round has committed, while its transaction is still bound to the thread.
        this.eigenTransactie = new TransactionTemplate(transacties);
        this.eigenTransactie.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.klok = klok;
    }

    @TransactionalEventListener
    void ochtend(DagAangebroken ronde) {
        draagOver(ronde.dag());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        draagOver(LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM)));
    }

    private void draagOver(LocalDate dag) {
        List<Jarige> jarigen = eigenTransactie.execute(s -> jdbc.sql("""
                select z.id, l.geboortedatum from zaak z join leerling l on l.id = z.leerling_id
                where z.procedure = ? and z.status = 'open' and l.geboortedatum <= ?
                    and not exists (select 1 from gebeurtenis_van_buiten g where g.zaak_id = z.id and g.herroepen_op is null)
                order by z.geopend_op, z.zaaknummer""")
                .params(RelatiefVerzuimVariabelen.PROCES, dag.minusYears(MEERDERJARIG))
                .query((rs, n) -> new Jarige(rs.getObject("id", UUID.class), rs.getObject("geboortedatum", LocalDate.class))).list());
        jarigen.forEach(this::draagOver);
    }

    private void draagOver(Jarige jarige) {
        try {
            eigenTransactie.executeWithoutResult(s -> gebeurtenissen.legVastIndienNodig(jarige.zaakId(),
                    new Zaakgebeurtenis(Zaakgebeurtenis.ACHTTIEN_GEWORDEN, jarige.geboren().plusYears(MEERDERJARIG), null)));
        } catch (RuntimeException e) {
            LOG.error("Case {} of a pupil who turned 18 was not handed over ({}); tried again tomorrow", jarige.zaakId(), e.getClass().getSimpleName());
        }
    }

    private record Jarige(UUID zaakId, LocalDate geboren) {

        @Override
        public String toString() {
            return "Jarige[" + zaakId + "]";
        }
    }
}
