package nl.schoolgang.werkdag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.schoolgang.Toepassingsproces;
import nl.schoolgang.databank.Testdatabank;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two applications as in production on one database: each request of a way goes to any of them, and both send messages, run what is due
 * and do the round of the day. Still every melding has one case, every message goes once, and every running term has one timer.
 */
@Tag("langzaam")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class TweeToepassingenTest {

    private static final Logger LOG = LoggerFactory.getLogger(TweeToepassingenTest.class);
    private static final String WACHTWOORD = "twee-toepassingen";
    /** Known to everybody, so for this test only; production refuses the keys of the demo. */
    private static final String SLEUTEL = "dHdlZS10b2VwYXNzaW5nZW4tc2xldXRlbC0zMi1ieXQ=";

    @TempDir
    private Path map;

    private final GreenMail mailserver = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Toepassingsproces> toepassingen = new ArrayList<>();
    private String databank;

    @BeforeEach
    void zetKlaar() throws IOException {
        mailserver.start();
        databank = Testdatabank.nieuw().getJdbcUrl();
        for (int i = 0; i < 2; i++) {
            Files.createDirectory(map.resolve(Integer.toString(i)));
            toepassingen.add(new Toepassingsproces(map.resolve(Integer.toString(i)), "Started Schoolgang in", instellingen(), Map.of()));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Toepassingsproces toepassing : toepassingen) {
            toepassing.stop();
        }
        mailserver.stop();
    }

    @Test
    void tweeToepassingenOpEenDatabankDoenAllesEenMaal() throws Exception {
        List<Api> apis = new ArrayList<>();
        for (Toepassingsproces toepassing : toepassingen) {
            apis.add(new Api(toepassing.start(), WACHTWOORD, toepassing::fouten, () -> { }));
        }
        vulMensen();
        LocalDate vandaag = LocalDate.now(Tijdzone.AMSTERDAM);
        Werkdag werk = new Werkdag(System.nanoTime());
        werk.begin(new Wegen(vandaag).zonderWachten());
        werk.begin(new Wegen(vandaag).zonderWachten());
        werk.werk(apis, vandaag);
        werk.leverAllesNog(apis.get(1));
        Werkdagcontrole controle = new Werkdagcontrole(databank, mailserver, map.resolve("berichten"));
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500)).until(() -> controle.isAf(LocalDateTime.now(Tijdzone.AMSTERDAM)));
        Werkdagcontrole.Telling telling = controle.alles(werk);
        assertThat(telling.gesloten()).isPositive();
        assertThat(telling.herhaald()).as("zonder klap gaat geen mail twee keer").isZero();
        LOG.info("Two applications: {}; {}", werk, telling);
    }

    /** What the municipalities fill in when they begin: themselves, and who works there. */
    private void vulMensen() {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(databank));
        for (String gemeente : List.of(Verhaal.NOORDOOSTPOLDER, Verhaal.BUNNIK)) {
            jdbc.sql("insert into schoolgang.gemeente (code, naam, regio) values (?, ?, 'midden')").params(gemeente, gemeente).update();
            for (Rol rol : List.of(Rol.LEERPLICHTAMBTENAAR, Rol.ADMINISTRATIEF_MEDEWERKER, Rol.COORDINATOR, Rol.RMC_CONSULENT)) {
                maak(jdbc, rol.code() + "." + gemeente, gemeente, rol);
            }
            maak(jdbc, Api.KOPPELING, gemeente, Rol.KOPPELING);
        }
    }

    private static void maak(JdbcClient jdbc, String gebruiker, String gemeente, Rol rol) {
        jdbc.sql("insert into schoolgang.medewerker (gebruikersnaam, naam, wachtwoord) values (?, ?, ?) on conflict do nothing")
                .params(gebruiker, gebruiker, "{noop}" + WACHTWOORD).update();
        jdbc.sql("insert into schoolgang.medewerker_rol (gebruikersnaam, gemeente, rol) values (?, ?, ?)").params(gebruiker, gemeente, rol.code()).update();
        jdbc.sql("""
                insert into schoolgang.wpg_autorisatie (id, gebruikersnaam, gemeente, onderwerp, doel, categorieen, geldig_van)
                values (gen_random_uuid(), ?, ?, 'leerplicht', 'uitvoering leerplicht', 'verzuim', date '2020-01-01')""")
                .params(gebruiker, gemeente).update();
    }

    private List<String> instellingen() {
        List<String> instellingen = new ArrayList<>(Mailinstellingen.van(mailserver));
        instellingen.addAll(List.of("--spring.profiles.active=productie", "--spring.datasource.url=" + databank, "--spring.datasource.username=schoolgang",
                "--server.forward-headers-strategy=native", "--schoolgang.geheim.sleutels.proef=" + SLEUTEL, "--schoolgang.geheim.actief=proef",
                "--schoolgang.geheim.zoeksleutel=" + SLEUTEL, "--schoolgang.berichten.map=" + map.resolve("berichten"),
                "--schoolgang.berichten.elke=PT0.3S"));
        return instellingen;
    }
}
