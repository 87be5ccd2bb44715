package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The generated pages say what the product does now. With {@code -Dbijwerken=true} this writes them, pictures included, before it
 * looks.
 */
class DocumentatieTest {

    private static final boolean BIJWERKEN = Boolean.getBoolean("bijwerken");
    private static final Path MAP = Proceduremap.WORTEL.resolve("docs/procedures");
    private static final String RAAD = "maak de bladzijden opnieuw en bekijk het verschil: " + Procedurepagina.OPNIEUW;

    private static Normmatrix matrix;

    @BeforeAll
    static void leesNormen() {
        matrix = Normmatrix.lees();
    }

    @Test
    @DisplayName("elke procedure die af is, heeft een bladzijde die met de modellen klopt")
    void bladzijden() throws IOException {
        Catalogus catalogus = new Catalogus();
        for (Proceduremap procedure : Proceduremap.afgeronde()) {
            klopt(MAP.resolve(procedure.naam() + ".md"), Procedurepagina.van(procedure, catalogus, matrix));
        }
        klopt(MAP.resolve("README.md"), inhoud());
    }

    @Test
    @DisplayName("elke plaat is getekend van het model zoals het nu is")
    void platen() {
        List<String> oud = new ArrayList<>();
        for (Proceduremap procedure : Proceduremap.afgeronde()) {
            for (Path bestand : procedure.bestanden("bpmn")) {
                Path plaat = MAP.resolve(Procedurepagina.plaat(new Model(bestand)));
                if (BIJWERKEN && !Modelplaat.isBij(bestand, plaat)) {
                    Modelplaat.teken(bestand, plaat);
                }
                if (!Modelplaat.isBij(bestand, plaat)) {
                    oud.add(plaat.getFileName().toString());
                }
            }
        }
        assertThat(oud).as("platen van een ouder model; " + RAAD).isEmpty();
    }

    @Test
    @DisplayName("de matrix van normen klopt met de registers, het product en de getuigen")
    void matrix() throws IOException {
        String nu = matrix.alsTekst(Getuigen.lees());
        if (!BIJWERKEN) {
            assertThat(Normmatrix.verschil(Files.readString(Normmatrix.BESTAND), nu)).as("normen waarvan de matrix niet meer klopt; " + RAAD).isEmpty();
        }
        klopt(Normmatrix.BESTAND, nu);
    }

    private static void klopt(Path bestand, String tekst) throws IOException {
        if (BIJWERKEN) {
            Files.createDirectories(bestand.getParent());
            Files.writeString(bestand, tekst);
        }
        assertThat(bestand).as(RAAD).isRegularFile();
        assertThat(Files.readString(bestand).replace("\r\n", "\n")).as("%s: %s", Proceduremap.WORTEL.relativize(bestand), RAAD).isEqualTo(tekst);
    }

    private static String inhoud() {
        return Proceduremap.afgeronde().stream().map(p -> "- [%s](%s.md)%n".formatted(
                        new Model(p.bestanden("bpmn").get(0)).proces().getName(), p.naam()).replace("\r\n", "\n"))
                .collect(Collectors.joining("", """
                        <!-- Gemaakt uit processes/; daarna: %s -->
                        # Procedures

                        Wat Schoolgang in elke procedure doet, gemaakt uit de modellen zelf. Het plaatje toont het hele proces; daaronder staat
                        wat u doet, welke termijnen lopen, hoe besluiten tot stand komen en welke normen erachter zitten.

                        """.formatted(Procedurepagina.OPNIEUW), ""));
    }
}
