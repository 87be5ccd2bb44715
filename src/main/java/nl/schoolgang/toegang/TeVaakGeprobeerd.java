package nl.schoolgang.toegang;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed log-ins; this attempt was not looked at. */
class TeVaakGeprobeerd extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconden;

    TeVaakGeprobeerd(Duration wachten) {
        super("Te vaak geprobeerd");
        this.seconden = Math.max(1, wachten.toSeconds() + 1);
    }

    long seconden() {
        return seconden;
    }
}
