package nl.schoolgang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.melding.Bestandsimport;
import nl.schoolgang.melding.Importrapport;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delivers the sample DUO file through the real intake, as the API client would, until that was done once. */
@Component
@Profile("demo")
class Voorbeeldmeldingen {

    static final String BESTAND = "demo/duo-verzuimmeldingen.csv";
    private static final String INGELEZEN = "demo.ingelezen";

    private final JdbcClient jdbc;
    private final Medewerkers medewerkers;
    private final Bestandsimport bestandsimport;

    Voorbeeldmeldingen(JdbcClient jdbc, Medewerkers medewerkers, Bestandsimport bestandsimport) {
        this.jdbc = jdbc;
        this.medewerkers = medewerkers;
        this.bestandsimport = bestandsimport;
    }

    /**
     * Imports the file; one that was broken off is delivered again from the start, and the intake knows what it has.
     *
     * @return the report; empty when the file was imported at an earlier start
     */
    Optional<Importrapport> leesIn() {
        if (jdbc.sql("select 1 from instelling where sleutel = ?").param(INGELEZEN).query(Integer.class).optional().isPresent()) {
            return Optional.empty();
        }
        Importrapport rapport = bestandsimport.importeer(inhoud().getBytes(StandardCharsets.UTF_8),
                medewerkers.metNaam(Demomedewerkers.KOPPELING_NAAM).orElseThrow());
        jdbc.sql("insert into instelling (sleutel, waarde) values (?, 'ja') on conflict (sleutel) do nothing").param(INGELEZEN).update();
        return Optional.of(rapport);
    }

    private static String inhoud() {
        try {
            return new ClassPathResource(BESTAND).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fout) {
            throw new UncheckedIOException(fout);
        }
    }
}
