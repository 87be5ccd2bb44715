package nl.schoolgang.termijn;

import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Termijnberekening;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar over the days in the database, always as they are now. */
@Configuration(proxyBeanMethods = false)
class KalenderConfiguration {

    @Bean
    Kalender kalender(Kalenderbron bron) {
        return new Kalender(bron::gegevens);
    }

    @Bean
    Termijnberekening termijnberekening(Kalender kalender) {
        return new Termijnberekening(kalender);
    }
}
