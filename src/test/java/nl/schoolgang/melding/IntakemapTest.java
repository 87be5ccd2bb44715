package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
@Import(Intakeomgeving.class)
class IntakemapTest {

    @TempDir
    private Path tijdelijk;
    @Autowired
    private Bestandsimport bestandsimport;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private Testklok klok;
    @Autowired
    private JdbcClient jdbc;

    private Path map;
    private Intakemap intakemap;

    @BeforeEach
    void map() throws IOException {
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        map = tijdelijk.resolve("intake");
        intakemap = new Intakemap(map, bestandsimport, gemeenten, json, klok);
        assertThat(intakemap.verwerkAlles()).isZero();
        assertThat(map).isDirectory();
    }

    @Test
    void eenBestandDatStilstaatGaatNaarBinnen() throws IOException {
        Voorbeeld melding = Voorbeeld.melding().met("gemeente", "bunnik");
        Path bestand = map.resolve("duo.csv");
        Files.writeString(bestand, Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n");
        assertThat(intakemap.verwerkAlles()).isZero();
        Files.writeString(bestand, Files.readString(bestand) + melding.regel() + "\nfout\n");
        assertThat(intakemap.verwerkAlles()).isZero();
        assertThat(intakemap.verwerkAlles()).isEqualTo(1);

        assertThat(bestanden("")).isEmpty();
        assertThat(bestanden("verwerkt")).containsExactly("duo.csv", "duo.csv.rapport.json");
        JsonNode rapport = json.readTree(map.resolve("verwerkt/duo.csv.rapport.json").toFile());
        assertThat(rapport.path("aangenomen").asInt()).isEqualTo(2);
        assertThat(rapport.path("afgewezen").get(0).path("regel").asInt()).isEqualTo(4);
        assertThat(jdbc.sql("select door from melding_spoor s join melding m on m.id = s.melding_id where m.meldingsnummer = ?")
                .param(melding.tekst("meldingsnummer")).query(String.class).single()).isEqualTo("bewaakte-map");
    }

    @Test
    void eenBestandDatTerugkomtIsAlBekend() throws IOException {
        String inhoud = Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n";
        for (int keer = 0; keer < 2; keer++) {
            Files.writeString(map.resolve("duo.csv"), inhoud);
            intakemap.verwerkAlles();
            assertThat(intakemap.verwerkAlles()).isEqualTo(1);
        }
        List<String> verwerkt = bestanden("verwerkt");
        assertThat(verwerkt).hasSize(4);
        String tweede = verwerkt.stream().filter(n -> n.startsWith("2026") && n.endsWith(".json")).findFirst().orElseThrow();
        assertThat(json.readTree(map.resolve("verwerkt").resolve(tweede).toFile()).path("dubbel").asInt()).isEqualTo(1);
    }

    @Test
    void naEenStoringBlijftHetBestandStaan(@Autowired Verwerkingsproef procedure) throws IOException {
        Voorbeeld melding = Voorbeeld.melding();
        procedure.bijNieuw = m -> {
            throw new IllegalStateException("stuk");
        };
        Files.writeString(map.resolve("duo.csv"), Voorbeeld.kop() + "\n" + melding.regel() + "\n");
        intakemap.verwerkAlles();
        intakemap.verwerkAlles();
        assertThat(bestanden("")).containsExactly("duo.csv");

        procedure.bijNieuw = m -> { };
        intakemap.verwerkAlles();
        intakemap.verwerkAlles();
        assertThat(bestanden("")).isEmpty();
        assertThat(json.readTree(map.resolve("verwerkt/duo.csv.rapport.json").toFile()).path("aangenomen").asInt()).isEqualTo(1);
    }

    @Test
    void hoeLangDeStoringOokDuurt(@Autowired Verwerkingsproef procedure) throws IOException {
        Voorbeeld melding = Voorbeeld.melding();
        procedure.bijNieuw = m -> {
            throw new IllegalStateException("stuk");
        };
        Files.writeString(map.resolve("duo.csv"), Voorbeeld.kop() + "\n" + melding.regel() + "\n");
        for (int ronde = 0; ronde < 20; ronde++) {
            intakemap.verwerkAlles();
            klok.vooruit(Duration.ofMinutes(30));
        }
        assertThat(bestanden("")).containsExactly("duo.csv");
        procedure.bijNieuw = m -> { };
        intakemap.verwerkAlles();
        intakemap.verwerkAlles();
        assertThat(bestanden("verwerkt")).containsExactly("duo.csv", "duo.csv.rapport.json");
    }

    @Test
    void eenBestandDatNietTeLezenIsHoudtDeAndereNietTegen() throws IOException {
        Files.writeString(map.resolve("a.csv"), Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n");
        Files.writeString(map.resolve("b.csv"), Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n");
        Bestandsimport haperend = mock(Bestandsimport.class);
        when(haperend.importeer(any(), any())).thenThrow(new IllegalStateException("stuk")).thenReturn(new Importrapport(1, 0, 0, List.of()));
        Intakemap andere = new Intakemap(map, haperend, gemeenten, json, klok);
        andere.verwerkAlles();
        assertThat(andere.verwerkAlles()).isEqualTo(1);
        assertThat(bestanden("")).containsExactly("a.csv");
        assertThat(bestanden("verwerkt")).contains("b.csv");
    }

    @Test
    void hetVerslagVanEenAfgebrokenRondeBlijft() throws IOException {
        Files.createDirectories(map.resolve("verwerkt"));
        Files.writeString(map.resolve("verwerkt/duo.csv.rapport.json"), "eerste");
        Files.writeString(map.resolve("duo.csv"), Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n");
        intakemap.verwerkAlles();
        assertThat(intakemap.verwerkAlles()).isEqualTo(1);
        assertThat(Files.readString(map.resolve("verwerkt/duo.csv.rapport.json"))).isEqualTo("eerste");
        assertThat(bestanden("verwerkt")).hasSize(3);
    }

    @Test
    void eenOnbruikbaarBestandWordtAfgewezenMetDeReden() throws IOException {
        Files.writeString(map.resolve("fout.CSV"), "gemeente,soort\n");
        Files.writeString(map.resolve("lees.txt"), "geen csv");
        intakemap.verwerkAlles();
        assertThat(intakemap.verwerkAlles()).isEqualTo(1);
        assertThat(bestanden("afgewezen")).containsExactly("fout.CSV", "fout.CSV.rapport.json");
        assertThat(json.readTree(map.resolve("afgewezen/fout.CSV.rapport.json").toFile()).path("fouten").get(0).path("reden").asText())
                .isNotBlank();
        assertThat(bestanden("")).containsExactly("lees.txt");
    }

    private List<String> bestanden(String onder) throws IOException {
        try (Stream<Path> inhoud = Files.list(map.resolve(onder))) {
            return inhoud.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
