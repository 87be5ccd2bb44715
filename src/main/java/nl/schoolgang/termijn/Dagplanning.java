package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets terms that no process watches lapse at their minute, and looks whether the round of a day is due: by our clock, which in the demo is not that of the machine. */
@Component
class Dagplanning {

    private final Dagronde dagronde;
    private final Termijnen termijnen;
    private final Herrekening herrekening;

    Dagplanning(Dagronde dagronde, Termijnen termijnen, Herrekening herrekening) {
        this.herrekening = herrekening;
        this.termijnen = termijnen;
        this.dagronde = dagronde;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void kijk() {
        herrekening.verwerk();
        termijnen.laatVerlopen();
        LocalDate dag = dagronde.laatsteDagVolgensKlok();
        LocalDate laatste = dagronde.laatsteDag();
        if (laatste == null || dag.isAfter(laatste)) {
            dagronde.draai(dag);
        }
    }
}
