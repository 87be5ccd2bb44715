package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The intake through the real application: statuses, bodies, rights, and the case that the process makes of it. */
@Toepassingstest
class MeldingApiTest {

    /** Each line makes a case with its process; {@code -Dregels=5000} for more. */
    private static final int REGELS = Integer.getInteger("regels", 500);

    @Autowired
    private TestRestTemplate http;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private ObjectMapper json;

    private String klant;

    @BeforeEach
    void klant() {
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        klant = Unieke.naam("intake-klant-");
        medewerkers.bewaar(new Medewerker(klant, "Klant", null, Map.of("noordoostpolder", Set.of(Rol.KOPPELING))), "{noop}geheim");
    }

    @Test
    void nieuwDubbelGewijzigdIngetrokken() {
        ObjectNode melding = melding();
        ResponseEntity<JsonNode> nieuw = post("/verzuimmeldingen", melding);
        assertThat(nieuw.getStatusCode().value()).isEqualTo(201);
        String zaaknummer = nieuw.getBody().path("zaaknummer").asText();
        assertThat(zaaknummer).startsWith("NOP-");
        for (ObjectNode nogEens : List.of(melding, melding.deepCopy().put("uren", 30), melding.deepCopy().put("status", "ingetrokken"))) {
            ResponseEntity<JsonNode> antwoord = post("/verzuimmeldingen", nogEens);
            assertThat(antwoord.getStatusCode().value()).isEqualTo(200);
            assertThat(antwoord.getBody().path("zaaknummer").asText()).isEqualTo(zaaknummer);
        }
    }

    @Test
    void foutenStaanInEenProblem() {
        ResponseEntity<JsonNode> antwoord = post("/verzuimmeldingen", melding().put("soort", "x").put("onbekend", 1));
        assertThat(antwoord.getStatusCode().value()).isEqualTo(422);
        assertThat(antwoord.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)).isTrue();
        assertThat(antwoord.getBody().path("fouten")).extracting(f -> f.path("veld").asText()).containsExactlyInAnyOrder("soort", "onbekend");

        assertThat(post("/verzuimmeldingen", "{\"gemeente\":").getStatusCode().value()).isEqualTo(400);
        assertThat(post("/verzuimmeldingen", "[]").getStatusCode().value()).isEqualTo(400);
        assertThat(post("/verzuimmeldingen", "[]").getBody().path("detail").asText()).contains("JSON-object");
        assertThat(post("/verzuimmeldingen", "\"" + "x".repeat(300_000) + "\"").getStatusCode().value()).isEqualTo(413);
        assertThat(post("/verzuimmeldingen", melding().put("gemeente", "bunnik")).getStatusCode().value()).isEqualTo(403);
        assertThat(post("/verzuimmeldingen", melding().put("gemeente", "elders")).getStatusCode().value()).isEqualTo(422);
        assertThat(http.postForEntity("/api/v1/verzuimmeldingen", null, JsonNode.class).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void kennisgevingEnBestand() {
        ObjectNode kennisgeving = json.createObjectNode().put("gemeente", "noordoostpolder").put("bron", "andere-bron")
                .put("meldingsnummer", Unieke.meldingsnummer()).put("soort", "overig").put("begindatum", "2026-02-02");
        kennisgeving.putObject("leerling").put("achternaam", Unieke.naam("Api")).put("geboortedatum", "2012-05-14");
        kennisgeving.putObject("melder").put("functie", "jongerenwerker");
        assertThat(post("/kennisgevingen", kennisgeving).getStatusCode().value()).isEqualTo(201);

        String bestand = Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n" + Voorbeeld.melding().met("gemeente", "bunnik").regel();
        ResponseEntity<JsonNode> rapport = bestand(bestand);
        assertThat(rapport.getStatusCode().value()).isEqualTo(200);
        assertThat(rapport.getBody().path("aangenomen").asInt()).isEqualTo(1);
        JsonNode afwijzing = rapport.getBody().path("afgewezen").path(0);
        assertThat(afwijzing.path("regel").asInt()).isEqualTo(3);
        assertThat(afwijzing.path("veld").asText()).isEqualTo("gemeente");
        assertThat(bestand("a;b\n1;2").getStatusCode().value()).isEqualTo(422);
        assertThat(bestand(null).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    @Tag("langzaam")
    void alleRegelsVanEenGrootBestandGeldenEenMaal(@Autowired JdbcClient jdbc) {
        List<String> leerlingen = IntStream.range(0, REGELS * 4 / 5).mapToObj(i -> Unieke.bsn()).toList();
        List<String> goed = new ArrayList<>();
        Set<Integer> slecht = new TreeSet<>();
        StringBuilder bestand = new StringBuilder("\uFEFF" + Voorbeeld.kop());
        for (int i = 0; i < REGELS; i++) {
            Voorbeeld melding = Voorbeeld.melding().met("leerling.bsn", leerlingen.get(i % leerlingen.size()));
            if (i % 100 == 7) {
                slecht.add(i + 2);
                melding.met("begindatum", "2026-02-30");
            } else {
                goed.add(melding.tekst("meldingsnummer"));
            }
            bestand.append("\r\n").append(melding.regel());
        }

        JsonNode rapport = bestand(bestand.toString()).getBody();
        assertThat(rapport.path("aangenomen").asInt()).isEqualTo(goed.size());
        assertThat(rapport.path("afgewezen")).extracting(a -> a.path("regel").asInt()).containsExactlyElementsOf(slecht);
        // Every pupil has one open case with one process, and every good line is in one.
        List<Integer> aantallen = jdbc.sql("""
                select count(*), count(distinct m.leerling_id), count(distinct z.id), count(distinct z.proces_instantie_id)
                from melding m join zaak z on z.id = m.zaak_id and z.status = 'open' where m.meldingsnummer in (:goed)""")
                .param("goed", goed).query((rs, n) -> List.of(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4))).single();
        assertThat(aantallen.get(0)).isEqualTo(goed.size());
        assertThat(aantallen.subList(1, 4)).containsOnly(aantallen.get(1));

        assertThat(bestand(bestand.toString()).getBody().path("dubbel").asInt()).isEqualTo(goed.size());
    }

    @Test
    void deOpenApiBeschrijvingNoemtSchemaEnVoorbeeld() {
        JsonNode beschrijving = http.withBasicAuth(klant, "geheim").getForObject("/v3/api-docs", JsonNode.class);
        JsonNode inhoud = beschrijving.path("paths").path("/api/v1/verzuimmeldingen").path("post").path("requestBody").path("content");
        assertThat(inhoud.toString()).contains("#/components/schemas/Verzuimmelding").contains("2026-0001234");
        assertThat(beschrijving.path("components").path("schemas").path("Verzuimmelding").path("required").toString())
                .contains("gemeldDoor", "begindatum").doesNotContain("einddatum");
    }

    @Test
    void deOpenApiBeschrijvingIsVolledig() {
        JsonNode beschrijving = http.withBasicAuth(klant, "geheim").getForObject("/v3/api-docs", JsonNode.class);
        assertThat(beschrijving.path("info").path("title").asText()).isEqualTo("Schoolgang");
        assertThat(beschrijving.path("components").path("securitySchemes").path("basic").path("scheme").asText()).isEqualTo("basic");
        beschrijving.path("paths").properties().forEach(pad -> {
            assertThat(pad.getKey()).startsWith("/api/");
            pad.getValue().properties().forEach(methode -> {
                String wat = methode.getKey() + " " + pad.getKey();
                assertThat(methode.getValue().path("responses").has("401")).as(wat).isTrue();
                assertThat(methode.getValue().path("responses").path("403").toString()).as(wat).contains("schemas/Probleem");
                assertThat(methode.getValue().path("responses").path("200").toString()).as(wat).doesNotContain("Probleem");
                JsonNode inhoud = methode.getValue().path("requestBody");
                assertThat(inhoud.isMissingNode() || inhoud.toString().contains("\"example")).as(wat + " " + inhoud).isTrue();
            });
        });
        JsonNode voorbeeld = beschrijving.path("paths").path("/api/v1/verzuimmeldingen/bestand").path("post").path("requestBody").path("content")
                .path("multipart/form-data").path("example").path("bestand");
        assertThat(bestand(voorbeeld.asText()).getBody().path("afgewezen").size()).isZero();
    }

    private ObjectNode melding() {
        try {
            ObjectNode melding = (ObjectNode) json.readTree(Meldingsschema.VOORBEELD_VERZUIMMELDING);
            melding.put("meldingsnummer", Unieke.meldingsnummer()).withObject("/leerling").put("bsn", Unieke.bsn());
            return melding;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ResponseEntity<JsonNode> post(String pad, Object inhoud) {
        HttpHeaders koppen = new HttpHeaders();
        koppen.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(klant, "geheim").exchange("/api/v1" + pad, HttpMethod.POST, new HttpEntity<>(inhoud.toString(), koppen),
                JsonNode.class);
    }

    private ResponseEntity<JsonNode> bestand(String tekst) {
        HttpHeaders koppen = new HttpHeaders();
        koppen.setContentType(MediaType.MULTIPART_FORM_DATA);
        MultiValueMap<String, Object> delen = new LinkedMultiValueMap<>();
        if (tekst == null) {
            delen.add("iets", "anders");
        } else {
            delen.add("bestand", new ByteArrayResource(tekst.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public String getFilename() {
                    return "duo.csv";
                }
            });
        }
        return http.withBasicAuth(klant, "geheim").exchange("/api/v1/verzuimmeldingen/bestand", HttpMethod.POST,
                new HttpEntity<>(delen, koppen), JsonNode.class);
    }
}
