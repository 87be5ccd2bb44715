package nl.schoolgang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Bestandsimport;
import nl.schoolgang.melding.Importrapport;
import nl.schoolgang.melding.Importrapport.Afwijzing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as a newcomer starts it: filled, the sample file imported through the intake, and told about in the log. */
@Toepassingstest
@ExtendWith(OutputCaptureExtension.class)
class DemostartTest {

    /** Who turned 18 since was handed over to a case that came from another one: that number depends on the day of the test. */
    private static final String ZAAK_VAN_DE_INNAME = "zaak z where not exists (select 1 from zaak_koppeling k where k.naar = z.id)";

    @Autowired
    private Demostart start;
    @Autowired
    private Voorbeeldmeldingen meldingen;
    @Autowired
    private Bestandsimport bestandsimport;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private JdbcClient jdbc;

    /** The parts of the demo without its profile, which would bring a database and a clock of its own. */
    @TestConfiguration
    static class Demo {

        @Bean
        Demogegevens demogegevens(JdbcClient jdbc, Gemeenten gemeenten, Medewerkers medewerkers, Scholen scholen, Leerlingen leerlingen) {
            return new Demogegevens(jdbc, new Demomedewerkers(gemeenten, medewerkers), scholen, leerlingen);
        }

        @Bean
        Voorbeeldmeldingen voorbeeldmeldingen(JdbcClient jdbc, Medewerkers medewerkers, Bestandsimport bestandsimport) {
            return new Voorbeeldmeldingen(jdbc, medewerkers, bestandsimport);
        }

        @Bean
        Demostart demostart(Demogegevens gegevens, Voorbeeldmeldingen meldingen, JdbcClient jdbc, Environment omgeving, Clock klok) {
            return new Demostart(gegevens, meldingen, jdbc, omgeving, klok);
        }
    }

    @Test
    @DisplayName("het voorbeeldbestand is bij de start ingelezen, van beide gemeenten en van elke soort")
    void ingelezen() {
        assertThat(jdbc.sql("select distinct soort from melding").query(String.class).set())
                .containsExactlyInAnyOrder("16-uur", "langdurig", "luxe", "overig", "rmc-18-plus");
        assertThat(jdbc.sql("select distinct gemeente from melding").query(String.class).set())
                .containsExactlyInAnyOrder("bunnik", "noordoostpolder");
        assertThat(aantal("melding")).isEqualTo(39);
        assertThat(aantal("melding where status = 'ingetrokken'")).isEqualTo(1);
        assertThat(aantal("leerling")).as("elke melding hoort bij een leerling die er al was").isEqualTo(80);
        assertThat(aantal(ZAAK_VAN_DE_INNAME)).as("twee leerlingen hebben twee meldingen in een zaak").isEqualTo(37);
        assertThat(aantal("werkvoorraad_taak")).isPositive();
    }

    @Test
    @DisplayName("nog een keer aangeleverd is alles dubbel, en dezelfde drie regels worden afgewezen")
    void nogEenKeer() throws Exception {
        byte[] bestand = new ClassPathResource(Voorbeeldmeldingen.BESTAND).getContentAsByteArray();
        Importrapport rapport = bestandsimport.importeer(bestand, medewerkers.metNaam("koppeling").orElseThrow());
        assertThat(rapport.aangenomen()).isZero();
        assertThat(rapport.afgewezen()).extracting(Afwijzing::regel, Afwijzing::veld)
                .containsExactly(tuple(42, "leerling.bsn"), tuple(43, "einddatum"), tuple(44, "soort"));
        assertThat(aantal(ZAAK_VAN_DE_INNAME)).isEqualTo(37);
    }

    @Test
    @DisplayName("een tweede start leest niets opnieuw in en noemt adres en gebruikers, maar geen personen")
    void boodschap(CapturedOutput uitvoer) {
        assertThat(meldingen.leesIn()).isEmpty();
        start.run(new DefaultApplicationArguments());
        assertThat(uitvoer.getAll()).contains("Schoolgang staat klaar: http://localhost:", "leerplichtambtenaar.noordoostpolder",
                "80 leerlingen", "bij een eerdere start ingelezen");
        Set<String> namen = Demopersonen.alle().stream().map(l -> l.achternaam().voluit()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(namen).noneMatch(uitvoer.getAll()::contains);
    }

    private long aantal(String tabel) {
        return jdbc.sql("select count(*) from " + tabel).query(Long.class).single();
    }
}
