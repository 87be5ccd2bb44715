package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute whether the round of a day is due: by our clock, which in the demo is not that of the machine. */
@Component
class Dagplanning {

    private final Dagronde dagronde;

    Dagplanning(Dagronde dagronde) {
        this.dagronde = dagronde;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void kijk() {
        LocalDate dag = dagronde.laatsteDagVolgensKlok();
        LocalDate laatste = dagronde.laatsteDag();
        if (laatste == null || dag.isAfter(laatste)) {
            dagronde.draai(dag);
        }
    }
}
