package nl.schoolgang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Schoolgang: one application with the engine, the screens, Cockpit and the API in it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Schoolgang {

    public static void main(String[] args) {
        SpringApplication.run(Schoolgang.class, args);
    }
}
