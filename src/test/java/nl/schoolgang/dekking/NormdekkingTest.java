package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schoolgang.dekking.Redenen.Reden;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every norm of the procedures that are finished is carried by something, or redenen.yaml says why not. */
class NormdekkingTest {

    private static Normmatrix matrix;

    @BeforeAll
    static void leesNormen() {
        matrix = Normmatrix.lees();
    }

    @Test
    @DisplayName("iets draagt de norm, of er staat waarom niets haar draagt")
    void elkeNormIsGedragenOfHeeftEenReden() {
        assertThat(normen().filter(n -> matrix.dragers(n).isEmpty() && matrix.redenen().zoek(n.id()).isEmpty())
                .map(n -> n.id() + " (" + n.procedure() + "): " + n.wat()))
                .as("normen die niets draagt en waarvan docs/normenkader/redenen.yaml niet zegt waarom").isEmpty();
    }

    @Test
    @DisplayName("van een norm die wordt gedragen, staat er geen reden meer")
    void geenOudeRedenen() {
        assertThat(normen().filter(n -> !matrix.dragers(n).isEmpty() && matrix.redenen().zoek(n.id()).isPresent())
                .map(n -> n.id() + ": " + matrix.dragers(n).get(0).inWoorden()))
                .as("redenen in docs/normenkader/redenen.yaml die weg kunnen").isEmpty();
    }

    @Test
    @DisplayName("elke reden hoort bij een norm die wordt beoordeeld, heeft een soort en zegt iets")
    void redenenZijnWelgevormd() {
        Set<String> ids = normen().map(Normmatrix.Norm::id).collect(Collectors.toSet());
        Set<String> later = new TreeSet<>(matrix.procedures());
        later.removeAll(Proceduremap.AF);
        later.addAll(Redenen.ONDERDELEN);
        assertThat(matrix.redenen().alle()).isNotEmpty().allSatisfy(r -> {
            assertThat(ids).as("%s: onbekende norm, of van een procedure die nog niet wordt beoordeeld", r.id()).contains(r.id());
            assertThat(Redenen.SOORTEN).as("%s: onbekende soort", r.id()).containsKey(r.soort());
            assertThat(r.reden()).as("%s: een reden van minstens een paar woorden", r.id()).hasSizeGreaterThan(25);
            if (isLater(r)) {
                assertThat(later).as("%s: de procedure die haar later draagt", r.id()).contains(r.later());
            } else {
                assertThat(r.later()).as("%s: later hoort alleen bij de soort later", r.id()).isEmpty();
            }
        });
    }

    @Test
    @DisplayName("twee normen delen geen reden: elke is apart bedacht")
    void elkeRedenIsEigen() {
        assertThat(matrix.redenen().alle()).extracting(Reden::reden).doesNotHaveDuplicates();
    }

    private static boolean isLater(Reden reden) {
        return reden.soort().equals("later");
    }

    private static Stream<Normmatrix.Norm> normen() {
        return Normmatrix.PROCEDURES.stream().flatMap(p -> matrix.normenInRegister(p).stream());
    }
}
