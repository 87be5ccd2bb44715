package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recalculates the running terms that a change of calendar or catalogue touches: right after the change, and every minute what a stop left
 * undone. Case by case in a transaction of its own, so that officers can go on; a term that fails is tried again the next minute.
 */
@Service
public class Herrekening {

    private static final Logger LOG = LoggerFactory.getLogger(Herrekening.class);

    private final Kalenderbeheer beheer;
    private final Kalenderbron bron;
    private final TermijnRepository repository;
    private final Termijnwijzigingen wijzigingen;
    private final Herberekening herberekening;
    private final Zaakvergrendeling zaken;
    private final TransactionTemplate eigen;

    Herrekening(Kalenderbeheer beheer, Kalenderbron bron, TermijnRepository repository, Termijnwijzigingen wijzigingen,
            Herberekening herberekening, Zaakvergrendeling zaken, PlatformTransactionManager transacties) {
        this.beheer = beheer;
        this.bron = bron;
        this.repository = repository;
        this.wijzigingen = wijzigingen;
        this.herberekening = herberekening;
        this.zaken = zaken;
        this.eigen = new TransactionTemplate(transacties);
        this.eigen.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void gewijzigd(KalenderGewijzigd gebeurtenis) {
        verwerk();
    }

    /** Does what is still to do. */
    public void verwerk() {
        // In transactions of its own: after a commit the one of the change takes nothing more.
        List<Kalenderwijziging> open = eigen.execute(status -> {
            bron.ververs();
            return beheer.open();
        });
        for (Kalenderwijziging wijziging : open) {
            verwerk(wijziging);
        }
    }

    private void verwerk(Kalenderwijziging wijziging) {
        AtomicInteger geraakt = new AtomicInteger();
        AtomicInteger mislukt = new AtomicInteger();
        for (Termijn termijn : eigen.execute(status -> geraakte(wijziging))) {
            try {
                if (Boolean.TRUE.equals(eigen.execute(status -> herreken(wijziging, termijn)))) {
                    geraakt.incrementAndGet();
                }
            } catch (RuntimeException e) {
                mislukt.incrementAndGet();
                LOG.warn("Term {} could not be recalculated ({})", termijn.id(), e.getClass().getSimpleName());
            }
        }
        if (mislukt.get() == 0) {
            eigen.executeWithoutResult(status -> beheer.verwerkt(wijziging.id(), geraakt.get()));
        }
        LOG.info("Change {} of the calendar: {} running terms have another last day, {} failed", wijziging.id(), geraakt, mislukt);
    }

    /** What it may touch: between begin and last day lies a day that changed. */
    private List<Termijn> geraakte(Kalenderwijziging w) {
        return repository.berekend().stream()
                .filter(t -> w.code() == null || w.code().equals(t.code()) && w.gemeente().equals(t.gemeente()))
                .filter(t -> w.van() == null || !dag(t, true).isAfter(w.tot()) && !dag(t, false).isBefore(w.van()))
                .filter(t -> w.code() != null || herberekening.bereken(t).laatsteDag().compareTo(t.laatsteDag()) != 0).toList();
    }

    private static LocalDate dag(Termijn t, boolean eerste) {
        return t.begin().isBefore(t.laatsteDag()) == eerste ? t.begin() : t.laatsteDag();
    }

    private boolean herreken(Kalenderwijziging w, Termijn termijn) {
        zaken.vergrendel(termijn.zaakId());
        String reden = w.omschrijving() + " " + w.reden();
        return w.code() == null ? wijzigingen.herreken(termijn.zaakId(), termijn.id(), reden, w.door())
                : wijzigingen.neemRegelOver(termijn.zaakId(), termijn.id(), reden, w.door());
    }
}
