package nl.schoolgang.melding;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The rooms that the intake needs, without an engine. Not annotated as a configuration, so that no scan finds it. */
@ComponentScan({"nl.schoolgang.gemeente", "nl.schoolgang.leerling", "nl.schoolgang.zaak", "nl.schoolgang.dossier", "nl.schoolgang.melding"})
@ConfigurationPropertiesScan("nl.schoolgang.leerling")
class Intakeomgeving {

    @Bean
    Verwerkingsproef verwerkingsproef() {
        return new Verwerkingsproef();
    }
}
