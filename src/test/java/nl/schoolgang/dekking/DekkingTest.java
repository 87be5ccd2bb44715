package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The gate after all other tests: what they reached of the models of finished procedures. {@code mvn verify} runs it by itself,
 * when it ran them all.
 */
class DekkingTest {

    private static final double MINSTENS = 95;

    private static List<Bereik> bereik;
    private static Normmatrix matrix;
    private static Aanraking aanraking;

    @BeforeAll
    static void leesMetingen() {
        Meetronde ronde = Meetronde.lees(Dekkingsmeter.map(System.getProperty(Dekkingsmeter.RONDE, Dekkingsmeter.LOS)));
        assertThat(ronde.isLeeg()).as("er zijn geen metingen: deze poort hoort na alle andere tests, dus via mvn verify").isFalse();
        matrix = Normmatrix.lees();
        aanraking = new Aanraking(ronde);
        bereik = Proceduremap.afgeronde().stream().flatMap(p -> Bereik.van(p, ronde).stream()).toList();
        System.out.println(bereik.stream().map(Bereik::alsTekst).collect(Collectors.joining("\n  ", "\nDekking van de modellen door de tests\n  ", "\n")));
    }

    @Test
    @DisplayName("de tests lopen door minstens 95 % van de stappen van elk proces dat af is")
    void stappenZijnBereikt() {
        assertThat(bereik).extracting(Bereik::soort).contains("proces");
        assertThat(bereik.stream().filter(b -> b.soort().equals("proces") && b.procent() < MINSTENS).map(Bereik::alsTekst)).isEmpty();
    }

    @Test
    @DisplayName("van elke tabel van een procedure die af is, past bij minstens een test elke regel")
    void regelsZijnBereikt() {
        assertThat(bereik).extracting(Bereik::soort).contains("tabel");
        assertThat(bereik.stream().filter(b -> b.soort().equals("tabel") && !b.gemist().isEmpty()).map(Bereik::alsTekst)).isEmpty();
    }

    @Test
    @DisplayName("een test raakt alles wat een norm draagt van een procedure die af is")
    void dragersZijnGeraakt() {
        Set<String> gemist = new TreeSet<>();
        matrix.dragersVanAlles().stream().filter(d -> aanraking.tests(d).isEmpty()).forEach(d -> gemist.add(d.inWoorden()));
        assertThat(gemist).as("dragers van normen die geen test raakt; wat raken is, staat in docs/normenkader/LEESMIJ.md").isEmpty();
    }

    @Test
    @DisplayName("de getuigen in docs/normenkader/getuigen.csv raken nog wat zij zeggen")
    void getuigenKloppen() throws IOException {
        Getuigen nu = Getuigen.lees().vernieuwd(matrix.dragersVanAlles(), aanraking);
        if (Boolean.getBoolean("bijwerken")) {
            Files.writeString(Getuigen.BESTAND, nu.alsTekst());
            Files.writeString(Normmatrix.BESTAND, matrix.alsTekst(nu));
        }
        Files.writeString(Proceduremap.WORTEL.resolve("target/dekking/getuigen.csv"), nu.alsTekst());
        assertThat(Getuigen.lees().verschil(nu)).as("zet target/dekking/getuigen.csv in docs/normenkader en maak de matrix opnieuw: %s",
                Procedurepagina.OPNIEUW).isEmpty();
    }
}
