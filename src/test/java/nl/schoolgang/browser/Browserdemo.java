package nl.schoolgang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.Demotoepassing;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.verhaal.Meldingsbouwer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** The demo with a browser in front of it: meldingen come in through the API, people log in, days pass. */
final class Browserdemo implements ExtensionContext.Store.CloseableResource {

    private static final DateTimeFormatter LANGE_DAG = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("nl-NL"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path map;
    private final Demotoepassing toepassing;
    private final String adres;
    private final Playwright playwright = Playwright.create();
    private final Browser browser = BrowserVereist.start(playwright);
    private final Map<String, Scherm> schermen = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Kalender kalender = new Kalender(Set.of(LocalDate.of(2026, 5, 15)), List.of());

    Browserdemo(Path map) throws IOException {
        this.map = map;
        toepassing = new Demotoepassing(map);
        adres = "http://localhost:" + toepassing.start();
    }

    /** The screen of this user, logged in. */
    Scherm als(String gebruiker) {
        return schermen.computeIfAbsent(gebruiker, this::nieuw);
    }

    /** Another screen of this user, logged in; who asks for it closes it. */
    Scherm nieuw(String gebruiker) {
        return new Scherm(browser, adres).meldAan(gebruiker);
    }

    String adres() {
        return adres;
    }

    /** What the browser found wrong on any screen since this was last asked. */
    List<String> consolefouten() {
        return schermen.values().stream().flatMap(s -> s.geefConsolefouten().stream()).toList();
    }

    /** Delivers a melding and gives the number of the case it is in. */
    String meld(Meldingsbouwer melding) {
        return stuur(melding).get("zaaknummer").textValue();
    }

    /** Delivers a melding, or a change of it. */
    JsonNode stuur(Meldingsbouwer melding) {
        return vraag("/verzuimmeldingen", melding.json());
    }

    LocalDate vandaag() {
        return LocalDateTime.parse(vraag("/demo/klok", null).get("nu").textValue()).toLocalDate();
    }

    /** Lets the days pass until the morning of this one. */
    void naar(LocalDate dag) {
        vraag("/demo/klok", "{\"nu\":\"" + dag + "T09:00:00\"}");
    }

    LocalDate werkdag(LocalDate dag, int later) {
        return kalender.werkdagenVerder(dag, later);
    }

    /** The day so many werkdagen later, as the screens write it. */
    String werkdagenLater(LocalDate dag, int aantal) {
        return voluit(kalender.werkdagenVerder(dag, aantal));
    }

    /** A day as the screens write it. */
    String voluit(LocalDate dag) {
        return LANGE_DAG.format(dag);
    }

    private JsonNode vraag(String pad, String inhoud) {
        HttpRequest.Builder vraag = HttpRequest.newBuilder(URI.create(adres + "/api/v1" + pad)).header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("koppeling:demo".getBytes(StandardCharsets.UTF_8)));
        if (inhoud != null) {
            vraag.POST(HttpRequest.BodyPublishers.ofString(inhoud));
        }
        try {
            HttpResponse<String> antwoord = http.send(vraag.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(antwoord.statusCode()).as("%s: %s", pad, antwoord.body()).isBetween(200, 299);
            return JSON.readTree(antwoord.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        schermen.values().forEach(Scherm::close);
        playwright.close();
        toepassing.stop();
        FileSystemUtils.deleteRecursively(map);
    }
}
