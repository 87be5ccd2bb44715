package nl.schoolgang.werkdag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/** The API of one running application, as its clients and the employees call it; everybody's password is the same. */
final class Api {

    static final String KOPPELING = "koppeling";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String adres;
    private final String wachtwoord;
    private final Supplier<String> fouten;
    private final Runnable bijElkVerzoek;

    /**
     * @param fouten        what the application logged of its errors, for who reads a failure
     * @param bijElkVerzoek happens just before a request is sent
     */
    Api(int poort, String wachtwoord, Supplier<String> fouten, Runnable bijElkVerzoek) {
        this.adres = "http://localhost:" + poort;
        this.wachtwoord = wachtwoord;
        this.fouten = fouten;
        this.bijElkVerzoek = bijElkVerzoek;
    }

    /** What was answered. */
    record Antwoord(int status, JsonNode inhoud) {
    }

    JsonNode haal(String wie, String pad) throws IOException {
        return stuur(wie, pad, null, 200).inhoud();
    }

    /**
     * @param inhoud   null: GET
     * @param verwacht the statuses that may be answered
     * @throws IOException when no answer came: what was asked may have been done or not
     */
    Antwoord stuur(String wie, String pad, String inhoud, Integer... verwacht) throws IOException {
        HttpRequest.Builder verzoek = HttpRequest.newBuilder(URI.create(adres + pad)).timeout(Duration.ofMinutes(2))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((wie + ":" + wachtwoord).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json");
        if (inhoud != null) {
            verzoek.POST(HttpRequest.BodyPublishers.ofString(inhoud));
        }
        bijElkVerzoek.run();
        try {
            HttpResponse<String> antwoord = HTTP.send(verzoek.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(antwoord.statusCode()).as(() -> wie + " " + pad + " " + inhoud + ": " + antwoord.body() + fouten.get())
                    .isIn((Object[]) verwacht);
            return new Antwoord(antwoord.statusCode(), JSON.readTree(antwoord.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Afgebroken: " + pad).initCause(e);
        }
    }

    static String json(Map<String, Object> velden) {
        try {
            return JSON.writeValueAsString(velden);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the demo clock says. */
    LocalDateTime nu() throws IOException {
        return LocalDateTime.parse(haal(KOPPELING, "/api/v1/demo/klok").path("nu").asText());
    }

    LocalDate vandaag() throws IOException {
        return nu().toLocalDate();
    }

    /** Lets days pass until the morning of this one. */
    void naar(LocalDate dag) throws IOException {
        stuur(KOPPELING, "/api/v1/demo/klok", "{\"nu\":\"" + dag + "T09:00:00\"}", 200);
    }
}
