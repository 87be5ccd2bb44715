package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole application, as an analyst starts it, is killed while meldingen come in. After the next start everything that was answered is
 * there, and every melding has exactly one case with exactly one process.
 */
@Tag("langzaam")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL")
class GedoodTijdensInnameTest {

    private static final int GENOEG = 25;

    @TempDir
    private Path map;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private Demotoepassing toepassing;

    @BeforeEach
    void maak() {
        toepassing = new Demotoepassing(map);
    }

    @AfterEach
    void stop() throws InterruptedException {
        toepassing.stop();
    }

    @Test
    void watBeantwoordIsIsErNaDeDoodNog() throws Exception {
        int poort = toepassing.start();
        Map<String, String> meldingen = new LinkedHashMap<>();
        Map<String, String> beantwoord = new LinkedHashMap<>();
        Thread doder = null;
        try {
            while (toepassing.proces().isAlive()) {
                String meldingsnummer = Unieke.meldingsnummer();
                meldingen.put(meldingsnummer, melding(meldingsnummer, Unieke.bsn()));
                HttpResponse<String> antwoord = meld(poort, meldingen.get(meldingsnummer));
                assertThat(antwoord.statusCode()).as(() -> antwoord.body() + toepassing.fouten()).isEqualTo(201);
                beantwoord.put(meldingsnummer, zaaknummer(antwoord));
                if (beantwoord.size() == GENOEG) {
                    // From another thread, so that the blow falls somewhere within the next intake.
                    doder = new Thread(() -> toepassing.proces().destroyForcibly());
                    doder.start();
                }
            }
        } catch (IOException e) {
            assertThat(beantwoord).as("pas na de klap valt de verbinding weg").hasSizeGreaterThanOrEqualTo(GENOEG);
        }
        doder.join();
        assertThat(toepassing.proces().waitFor()).isEqualTo(137);

        poort = toepassing.start();
        for (Map.Entry<String, String> een : meldingen.entrySet()) {
            HttpResponse<String> antwoord = meld(poort, een.getValue());
            if (beantwoord.containsKey(een.getKey())) {
                assertThat(antwoord.statusCode()).as(() -> "bekend, dus 200: " + antwoord.body() + toepassing.fouten()).isEqualTo(200);
                assertThat(zaaknummer(antwoord)).isEqualTo(beantwoord.get(een.getKey()));
            } else {
                assertThat(antwoord.statusCode()).as(() -> "onbeantwoord: er, of niet: " + antwoord.body() + toepassing.fouten()).isIn(200, 201);
            }
        }
        elkeMeldingHeeftEenZaakMetEenProces(List.copyOf(meldingen.keySet()));

        toepassing.proces().destroy();
        assertThat(toepassing.proces().waitFor(60, TimeUnit.SECONDS)).as("stopt op verzoek").isTrue();
        assertThat(map.resolve("postgres/postmaster.pid")).as("en de databank met haar").doesNotExist();
    }

    private void elkeMeldingHeeftEenZaakMetEenProces(List<String> meldingsnummers) throws IOException {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + toepassing.databankpoort() + "/schoolgang?user=schoolgang"));
        List<Long> processen = jdbc.sql("""
                select count(p.id_) from schoolgang.melding m
                    join schoolgang.zaak z on z.id = m.zaak_id
                    left join public.act_hi_procinst p on p.business_key_ = z.zaaknummer and p.super_process_instance_id_ is null
                where m.meldingsnummer in (:nummers) group by m.meldingsnummer""")
                .param("nummers", meldingsnummers).query(Long.class).list();
        assertThat(processen).hasSize(meldingsnummers.size()).containsOnly(1L);
    }

    private HttpResponse<String> meld(int poort, String melding) throws IOException, InterruptedException {
        return http.send(verzoek(poort, "/api/v1/verzuimmeldingen").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(melding)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder verzoek(int poort, String pad) {
        String naamEnWachtwoord = Base64.getEncoder().encodeToString("koppeling:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + poort + pad)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + naamEnWachtwoord);
    }

    private String zaaknummer(HttpResponse<String> antwoord) throws IOException {
        return json.readTree(antwoord.body()).path("zaaknummer").asText();
    }

    private static String melding(String meldingsnummer, String bsn) {
        return """
                {"gemeente":"noordoostpolder","meldingsnummer":"%s","soort":"16-uur","status":"geregistreerd",
                 "leerling":{"bsn":"%s","voornamen":"Sem","achternaam":"%s","geboortedatum":"2012-05-14","geslacht":"m"},
                 "school":{"brin":"01AB","vestiging":"00","soort":"vo","naam":"Demo College"},
                 "begindatum":"2026-02-02","einddatum":"2026-02-20","uren":18,"reden":"ongeoorloofd afwezig","gemeldDoor":"directeur"}"""
                .formatted(meldingsnummer, bsn, Unieke.naam("Verzonnen"));
    }
}
