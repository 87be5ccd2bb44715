package nl.schoolgang.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.schoolgang.melding.Importrapport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Once everything runs: fills the demo when it is empty, and tells in the log where to go and what there is to see. */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class Demostart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demostart.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, H.mm 'uur'", Locale.forLanguageTag("nl"));

    private final Demogegevens gegevens;
    private final Voorbeeldmeldingen meldingen;
    private final JdbcClient jdbc;
    private final Environment omgeving;
    private final Clock klok;

    Demostart(Demogegevens gegevens, Voorbeeldmeldingen meldingen, JdbcClient jdbc, Environment omgeving, Clock klok) {
        this.gegevens = gegevens;
        this.meldingen = meldingen;
        this.jdbc = jdbc;
        this.omgeving = omgeving;
        this.klok = klok;
    }

    @Override
    public void run(ApplicationArguments argumenten) {
        gegevens.vul();
        Optional<Importrapport> rapport = meldingen.leesIn();
        LOG.info("{}", boodschap(rapport));
    }

    private String boodschap(Optional<Importrapport> rapport) {
        String adres = "http://localhost:" + omgeving.getProperty("local.server.port", omgeving.getProperty("server.port", "8080"));
        return """

                ==========================================================================================
                  Schoolgang staat klaar: %s
                ==========================================================================================
                  In de demo is het %s. Alle personen zijn verzonnen.
                  %d gemeenten, %d scholen, %d leerlingen, %d open zaken, %d open taken.
                  DUO-bestand: %s

                  Aanmelden (wachtwoord: demo)
                    leerplichtambtenaar.noordoostpolder        de werkvoorraad van een leerplichtambtenaar
                    administratief-medewerker.bunnik           terugmelden aan DUO
                    coordinator.bunnik                         alle taken, en Cockpit
                    procesanalist                              Cockpit over beide gemeenten
                    ook: leerplichtambtenaar2, rmc-consulent, boa, college en auditor met .bunnik of .noordoostpolder,
                    stagiair.bunnik (zonder Wpg-autorisatie), beheerder, koppeling (alleen de API)

                  Bekijk
                    %s/werkvoorraad                werk, op volgorde van urgentie
                    %s/leerlingen                  leerlingen en hun dossier
                    %s/camunda/app/cockpit         waar de zaken zijn
                    %s/v3/api-docs                 de API
                    docs/handleiding/beginnen.md   in vijf minuten begonnen
                ==========================================================================================
                """.formatted(adres, LocalDateTime.now(klok).format(MOMENT), aantal("gemeente"), aantal("school"), aantal("leerling"),
                aantal("zaak where status = 'open'"), aantal("werkvoorraad_taak"), rapport.map(Demostart::samenvatting)
                        .orElse("bij een eerdere start ingelezen."), adres, adres, adres, adres);
    }

    /** Lines and fields only: what stands in a line may be personal. */
    private static String samenvatting(Importrapport rapport) {
        String fouten = rapport.afgewezen().stream().map(a -> "regel %d (%s)".formatted(a.regel(), a.veld())).distinct()
                .collect(Collectors.joining(", "));
        return "%d meldingen aangenomen, %d gewijzigd, %d dubbel; afgewezen: %s.".formatted(rapport.aangenomen(), rapport.gewijzigd(),
                rapport.dubbel(), fouten.isEmpty() ? "geen" : fouten);
    }

    private long aantal(String tabel) {
        return jdbc.sql("select count(*) from " + tabel).query(Long.class).single();
    }
}
