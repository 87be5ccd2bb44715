package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What several people and a client of the API do at once, through HTTP, until the application is gone: deliver meldingen (new ones, of
 * pupils that have a case, again, from DUO and outside it), finish tasks in their own role, let a day pass. It remembers what was
 * answered.
 */
final class Werkdag {

    private static final List<String> GEMEENTEN = List.of("noordoostpolder", "bunnik");
    private static final String WACHTWOORD = "demo";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Supplier<Map<String, Object>>> taken;
    private final Supplier<String> fouten;
    private final Map<String, Levering> geleverd = new ConcurrentHashMap<>();
    private final Map<String, String> antwoorden = new ConcurrentHashMap<>();
    private final List<String[]> leerlingen = new CopyOnWriteArrayList<>();
    private final AtomicInteger afgerond = new AtomicInteger();
    private final AtomicInteger geweigerd = new AtomicInteger();
    private final AtomicInteger verzoeken = new AtomicInteger();

    private volatile int laatste;
    private volatile Runnable danGebeurt;

    private record Levering(String pad, String inhoud) {
    }

    /**
     * @param taken  what is filled in, by definition of the task; others are left
     * @param fouten what the application logged of its errors, for who reads a failure
     */
    Werkdag(Map<String, Supplier<Map<String, Object>>> taken, Supplier<String> fouten) {
        this.taken = taken;
        this.fouten = fouten;
    }

    /**
     * Works until the process is gone.
     *
     * @param laatste what happens when this many requests were sent
     */
    void tot(Process proces, int poort, ExecutorService werkers, int aantal, long seed, int laatste, Runnable danGebeurt) {
        verzoeken.set(0);
        this.laatste = laatste;
        this.danGebeurt = danGebeurt;
        List<CompletableFuture<Void>> bezig = IntStream.range(0, aantal).mapToObj(i -> CompletableFuture.runAsync(
                () -> werk(proces, poort, i == 0, new Random(seed + i)), werkers)).toList();
        bezig.forEach(CompletableFuture::join);
    }

    private void werk(Process proces, int poort, boolean zetKlok, Random toeval) {
        try {
            if (zetKlok) {
                dagVerder(poort);
            }
            while (proces.isAlive()) {
                int wat = toeval.nextInt(100);
                if (wat < 30) {
                    levernieuw(poort, toeval);
                } else if (wat < 40 && !geleverd.isEmpty()) {
                    List<String> nummers = List.copyOf(geleverd.keySet());
                    lever(poort, nummers.get(toeval.nextInt(nummers.size())));
                } else {
                    doeTaak(poort, toeval);
                }
            }
        } catch (IOException e) {
            // That is how a killed application looks from outside; whether it was killed, the test itself asks.
            assertThat(proces.onExit().join().exitValue()).isEqualTo(137);
        }
    }

    private void dagVerder(int poort) throws IOException {
        LocalDateTime nu = LocalDateTime.parse(stuur(poort, "koppeling", "/api/v1/demo/klok", null, 200).path("nu").asText());
        stuur(poort, "koppeling", "/api/v1/demo/klok", "{\"nu\":\"" + nu.plusDays(1).withNano(0) + "\"}", 200);
    }

    private void levernieuw(int poort, Random toeval) throws IOException {
        String gemeente = GEMEENTEN.get(toeval.nextInt(GEMEENTEN.size()));
        String[] leerling = {gemeente, Unieke.bsn(), Unieke.naam("Verzonnen")};
        if (toeval.nextInt(4) == 0 && !leerlingen.isEmpty()) {
            leerling = leerlingen.get(toeval.nextInt(leerlingen.size()));
        } else {
            leerlingen.add(leerling);
        }
        String nummer = Unieke.meldingsnummer();
        boolean duo = toeval.nextInt(3) > 0;
        geleverd.put(nummer, new Levering(duo ? "/api/v1/verzuimmeldingen" : "/api/v1/kennisgevingen", """
                {"gemeente":"%s","meldingsnummer":"%s",%s"leerling":{"bsn":"%s","voornamen":"Sem","achternaam":"%s",
                 "geboortedatum":"2012-05-14"},"school":{"brin":"01AB","vestiging":"00","soort":"vo","naam":"Demo College"},
                 "begindatum":"2026-02-02","einddatum":"2026-02-20","uren":18,%s}""".formatted(leerling[0], nummer,
                duo ? "\"soort\":\"16-uur\"," : "\"bron\":\"school-buiten-duo\",\"soort\":\"16-uur\",", leerling[1], leerling[2],
                duo ? "\"gemeldDoor\":\"directeur\"" : "\"melder\":{\"naam\":\"Mentor Verzonnen\",\"functie\":\"directeur\",\"telefoon\":\"0527-000000\","
                        + "\"email\":\"mentor@school.example\"}")));
        lever(poort, nummer);
    }

    private void lever(int poort, String nummer) throws IOException {
        Levering levering = geleverd.get(nummer);
        String zaaknummer = stuur(poort, "koppeling", levering.pad(), levering.inhoud(), 201, 200).path("zaaknummer").asText();
        String eerder = antwoorden.put(nummer, zaaknummer);
        assertThat(eerder == null || eerder.equals(zaaknummer)).as("%s: eerst %s, nu %s", nummer, eerder, zaaknummer).isTrue();
    }

    /** Delivers again everything that was sent, answered or not, as a sender does after a failure. */
    void leverAllesNog(int poort) throws IOException {
        for (String nummer : geleverd.keySet()) {
            lever(poort, nummer);
        }
    }

    private void doeTaak(int poort, Random toeval) throws IOException {
        String gemeente = GEMEENTEN.get(toeval.nextInt(GEMEENTEN.size()));
        List<JsonNode> open = new ArrayList<>();
        stuur(poort, "coordinator." + gemeente, "/api/v1/taken", null, 200).forEach(t -> {
            if (taken.containsKey(t.path("definitie").asText())) {
                open.add(t);
            }
        });
        if (open.isEmpty()) {
            return;
        }
        JsonNode taak = open.get(toeval.nextInt(open.size()));
        JsonNode antwoord = stuur(poort, taak.path("rol").asText() + "." + gemeente, "/api/v1/taken/" + taak.path("id").asText() + "/afronden",
                json.writeValueAsString(taken.get(taak.path("definitie").asText()).get()), 200, 404, 409, 422);
        (antwoord.isArray() ? afgerond : geweigerd).incrementAndGet();
    }

    /** @param inhoud null: GET */
    private JsonNode stuur(int poort, String wie, String pad, String inhoud, Integer... verwacht) throws IOException {
        HttpRequest.Builder verzoek = HttpRequest.newBuilder(URI.create("http://localhost:" + poort + pad)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((wie + ":" + WACHTWOORD).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json");
        if (verzoeken.incrementAndGet() == laatste) {
            danGebeurt.run();
        }
        try {
            HttpResponse<String> antwoord = http.send(inhoud == null ? verzoek.build()
                    : verzoek.POST(HttpRequest.BodyPublishers.ofString(inhoud)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(antwoord.statusCode()).as(() -> pad + ": " + antwoord.body() + fouten.get()).isIn((Object[]) verwacht);
            return json.readTree(antwoord.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    List<String> meldingsnummers() {
        return List.copyOf(geleverd.keySet());
    }

    /** The zaaknummer that was answered, by meldingsnummer. */
    Map<String, String> antwoorden() {
        return Map.copyOf(antwoorden);
    }

    int afgerond() {
        return afgerond.get();
    }

    @Override
    public String toString() {
        return "%d meldingen geleverd, %d beantwoord, %d taken afgerond, %d geweigerd".formatted(geleverd.size(), antwoorden.size(),
                afgerond.get(), geweigerd.get());
    }
}
