package nl.schoolgang.bericht;

import java.time.Clock;
import nl.schoolgang.zaak.Tijdlijn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the rest of the application what became of messages: apart from sending, so that a listener that fails is called again and no
 * message is sent again for it.
 */
@Component
class Afloopmelder {

    private static final Logger LOG = LoggerFactory.getLogger(Afloopmelder.class);

    private final Wachtrij wachtrij;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Tijdlijn tijdlijn;
    private final TransactionTemplate transactie;
    private final Clock klok;

    Afloopmelder(Wachtrij wachtrij, ApplicationEventPublisher gebeurtenissen, Tijdlijn tijdlijn, PlatformTransactionManager transacties,
            Clock klok) {
        this.wachtrij = wachtrij;
        this.gebeurtenissen = gebeurtenissen;
        this.tijdlijn = tijdlijn;
        this.transactie = new TransactionTemplate(transacties);
        this.klok = klok;
    }

    /** Each in its own transaction, together with what the listeners do. */
    @Scheduled(initialDelayString = "${schoolgang.berichten.elke:PT10S}", fixedDelayString = "${schoolgang.berichten.elke:PT10S}")
    void meldAlles() {
        wachtrij.teMelden().forEach(id -> {
            try {
                transactie.executeWithoutResult(status -> wachtrij.meld(id).ifPresent(this::meld));
            } catch (RuntimeException e) {
                LOG.error("What became of message {} could not be told ({}); it will be tried again", id, e.getClass().getSimpleName());
            }
        });
    }

    private void meld(Wachtrij.Afloop afloop) {
        if (afloop.zaakId() == null) {
            // A message to an employee: nobody waits for it; one that was given up stands in the queue.
            return;
        }
        if (afloop.status() == Berichtstatus.VERZONDEN) {
            gebeurtenissen.publishEvent(new BerichtVerzonden(afloop.id(), afloop.zaakId(), afloop.soort(), afloop.verzondenOp()));
            return;
        }
        tijdlijn.noteer(afloop.zaakId(), "bericht-mislukt", "Bericht " + afloop.soort() + " aan " + afloop.aan()
                + " kon niet worden verzonden. De functioneel beheerder kijkt ernaar", null, afloop.meldingId());
        gebeurtenissen.publishEvent(new BerichtMislukt(afloop.id(), afloop.zaakId(), afloop.soort(), afloop.fout(), klok.instant()));
    }
}
