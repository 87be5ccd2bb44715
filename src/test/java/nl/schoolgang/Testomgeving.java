package nl.schoolgang;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import nl.schoolgang.databank.Testdatabank;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** What every test context gets: a database of its own, and a scheduler that schedules nothing. Not annotated, so that no scan finds it. */
class Testomgeving {

    @Bean
    JdbcConnectionDetails testverbinding() {
        return Testdatabank.nieuw();
    }

    @Bean
    TaskScheduler taskScheduler() {
        return new SlapendePlanner();
    }

    /** For tests without the engine, whose clock the application otherwise uses. */
    static class Klok {

        @Bean
        Testklok klok() {
            return new Testklok();
        }
    }

    private static final class SlapendePlanner implements TaskScheduler {

        @Override
        public ScheduledFuture<?> schedule(Runnable taak, Trigger trigger) {
            return null;
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable taak, Instant moment) {
            return null;
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable taak, Instant begin, Duration elke) {
            return null;
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable taak, Duration elke) {
            return null;
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable taak, Instant begin, Duration tussen) {
            return null;
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable taak, Duration tussen) {
            return null;
        }
    }
}
