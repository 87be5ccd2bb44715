package nl.schoolgang.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Moves the one clock of engine and application. For the demo and for tests; nothing else moves it. */
@Component
public class EngineKlok {

    private final Clock klok;

    EngineKlok(Clock klok) {
        this.klok = klok;
    }

    /** The moment that the application takes for the present. */
    public Instant nu() {
        return klok.instant();
    }

    /** Sets the clock to this moment; it ticks on from there. */
    public void zet(Instant nu) {
        ClockUtil.reset();
        ClockUtil.offset(nu.toEpochMilli() - System.currentTimeMillis());
    }

    /** Sets the clock to this moment and stops it. */
    public void zetStil(Instant nu) {
        ClockUtil.setCurrentTime(Date.from(nu));
    }

    /** Back to the real time. */
    public void herstel() {
        ClockUtil.reset();
    }
}
