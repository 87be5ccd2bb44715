package nl.schoolgang.bericht;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.schoolgang.bericht.Wachtrij.Volgende;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what stands in the outbox, each channel by itself: one that is slow holds up no other. A message that fails is tried again with
 * growing pauses, and given up after ten tries; whatever is wrong with one message holds up no other. A message is held while it is sent,
 * so two nodes never send the same at once; a crash before it is recorded sends it again, under the same id.
 */
@Component
public class Verzending {

    static final int MEESTE_POGINGEN = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Verzending.class);
    private static final Duration EERSTE_PAUZE = Duration.ofMinutes(1);
    private static final Duration LANGSTE_PAUZE = Duration.ofHours(6);

    private final Wachtrij wachtrij;
    private final Berichtlezer lezer;
    private final Map<Kanaalsoort, Kanaal> kanalen = new EnumMap<>(Kanaalsoort.class);
    private final Afloopmelder melder;
    private final TransactionTemplate transactie;
    private final Clock klok;

    Verzending(Wachtrij wachtrij, Berichtlezer lezer, List<Kanaal> kanalen, Afloopmelder melder, PlatformTransactionManager transacties,
            Clock klok) {
        this.wachtrij = wachtrij;
        this.lezer = lezer;
        kanalen.forEach(k -> this.kanalen.put(k.soort(), k));
        this.melder = melder;
        this.transactie = new TransactionTemplate(transacties);
        this.klok = klok;
    }

    /** What a try did to a message, or to the channel. */
    private enum Poging { NIETS_TE_DOEN, VERZONDEN, MISLUKT, KANAAL_STAAT_STIL }

    /**
     * Tries every message that is due once, and tells what became of them.
     *
     * @return how many were sent
     */
    public int verzendAlles() {
        int verzonden = kanalen.keySet().stream().mapToInt(this::verzend).sum();
        melder.meldAlles();
        return verzonden;
    }

    @Scheduled(initialDelayString = "${schoolgang.berichten.elke:PT10S}", fixedDelayString = "${schoolgang.berichten.elke:PT10S}")
    void bestanden() {
        verzend(Kanaalsoort.BESTAND);
    }

    @Scheduled(initialDelayString = "${schoolgang.berichten.elke:PT10S}", fixedDelayString = "${schoolgang.berichten.elke:PT10S}")
    void mails() {
        verzend(Kanaalsoort.SMTP);
    }

    /** Until nothing is due (what failed is not due again at once), or the channel as a whole does not work: then the next round goes on. */
    private int verzend(Kanaalsoort kanaal) {
        int verzonden = 0;
        Poging poging = probeerVolgende(kanaal);
        while (poging == Poging.VERZONDEN || poging == Poging.MISLUKT) {
            verzonden += poging == Poging.VERZONDEN ? 1 : 0;
            poging = probeerVolgende(kanaal);
        }
        return verzonden;
    }

    private Poging probeerVolgende(Kanaalsoort kanaal) {
        AtomicReference<Volgende> bezig = new AtomicReference<>();
        try {
            return transactie.execute(status -> wachtrij.volgende(kanaal).map(volgende -> {
                bezig.set(volgende);
                return verzend(volgende, kanaal);
            }).orElse(Poging.NIETS_TE_DOEN));
        } catch (RuntimeException e) {
            if (bezig.get() == null) {
                throw e;
            }
            // In a transaction of its own: what failed may have been the database, and then the first one is lost.
            return transactie.execute(status -> mislukt(bezig.get(), e.getClass().getSimpleName(), false));
        }
    }

    private Poging verzend(Volgende volgende, Kanaalsoort kanaal) {
        Bericht bericht = lezer.metId(volgende.id());
        try {
            kanalen.get(kanaal).bezorg(bericht);
        } catch (Bezorgfout e) {
            Poging poging = mislukt(volgende, e.code(), e.reikwijdte() == Bezorgfout.Reikwijdte.BLIJVEND);
            return e.reikwijdte() == Bezorgfout.Reikwijdte.KANAAL ? Poging.KANAAL_STAAT_STIL : poging;
        }
        wachtrij.verzonden(bericht);
        return Poging.VERZONDEN;
    }

    private Poging mislukt(Volgende bericht, String fout, boolean blijvend) {
        boolean laatste = blijvend || bericht.pogingen() + 1 >= MEESTE_POGINGEN;
        wachtrij.mislukt(bericht.id(), laatste ? null : klok.instant().plus(pauze(bericht.pogingen())), fout);
        LOG.warn("Message {} could not be sent ({}); {}", bericht.id(), fout, laatste ? "given up" : "it will be tried again");
        return Poging.MISLUKT;
    }

    static Duration pauze(int eerderePogingen) {
        Duration pauze = EERSTE_PAUZE.multipliedBy(1L << Math.min(eerderePogingen, 20));
        return pauze.compareTo(LANGSTE_PAUZE) > 0 ? LANGSTE_PAUZE : pauze;
    }
}
