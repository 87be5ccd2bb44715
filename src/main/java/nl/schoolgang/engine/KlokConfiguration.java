package nl.schoolgang.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import nl.schoolgang.kalender.Tijdzone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock: it follows the engine's, so that tests and the demo move both at once. */
@Configuration(proxyBeanMethods = false)
class KlokConfiguration {

    @Bean
    Clock klok() {
        return new Engineklok(Tijdzone.AMSTERDAM);
    }

    private static final class Engineklok extends Clock {

        private final ZoneId zone;

        private Engineklok(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId andere) {
            return new Engineklok(andere);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
