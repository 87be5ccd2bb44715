package nl.schoolgang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock in Europe/Amsterdam that stands still until a test moves it; it starts at Monday 2026-03-02 09:00. */
public final class Testklok extends Clock {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private volatile Instant nu = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(AMSTERDAM).toInstant();

    /** Sets the clock to a moment in local time. */
    public void zet(LocalDateTime moment) {
        nu = moment.atZone(AMSTERDAM).toInstant();
    }

    /** Moves the clock forward. */
    public void vooruit(Duration duur) {
        nu = nu.plus(duur);
    }

    @Override
    public ZoneId getZone() {
        return AMSTERDAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(AMSTERDAM) ? this : Clock.fixed(nu, zone);
    }

    @Override
    public Instant instant() {
        return nu;
    }
}
