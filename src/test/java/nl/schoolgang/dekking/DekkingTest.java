package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @BeforeAll
    static void leesMetingen() {
        Meetronde ronde = Meetronde.lees(Dekkingsmeter.map(System.getProperty(Dekkingsmeter.RONDE, Dekkingsmeter.LOS)));
        assertThat(ronde.isLeeg()).as("er zijn geen metingen: deze poort hoort na alle andere tests, dus via mvn verify").isFalse();
        bereik = Proceduremap.afgeronde().stream().flatMap(p -> Bereik.van(p, ronde).stream()).toList();
        System.out.println(bereik.stream().map(Bereik::alsTekst).collect(Collectors.joining("\n  ", "\nDekking van de modellen door de tests\n  ", "\n")));
    }

    @Test
    @DisplayName("de tests lopen door minstens 95 % van de stappen van elk proces dat af is")
    void stappenZijnBereikt() {
        assertThat(bereik).filteredOn(b -> b.soort().equals("proces")).isNotEmpty()
                .allSatisfy(b -> assertThat(b.procent()).as(b.alsTekst()).isGreaterThanOrEqualTo(MINSTENS));
    }

    @Test
    @DisplayName("van elke tabel van een procedure die af is, past bij minstens een test elke regel")
    void regelsZijnBereikt() {
        assertThat(bereik).filteredOn(b -> b.soort().equals("tabel")).isNotEmpty()
                .allSatisfy(b -> assertThat(b.gemist()).as(b.alsTekst()).isEmpty());
    }
}
