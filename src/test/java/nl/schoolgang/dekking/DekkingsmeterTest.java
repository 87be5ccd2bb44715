package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.schoolgang.dekking.Meting.Soort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meter: who gets what counted, from several threads and several JVMs. */
class DekkingsmeterTest {

    private static final Meting STAP = new Meting(Soort.STAP, "proef", "stap-1");

    @TempDir
    Path map;

    @Test
    @DisplayName("wat buiten een test gebeurt, telt voor geen enkele test")
    void buitenEenTest() {
        Dekkingsmeter meter = new Dekkingsmeter();
        meter.noteer(List.of(STAP));
        meter.begin("A#a");
        meter.begin(null);
        meter.noteer(List.of(STAP));
        assertThat(meter.gemeten()).isEmpty();
        meter.schrijf(map);
        assertThat(Meetronde.lees(map).isLeeg()).isTrue();
    }

    @Test
    @DisplayName("alles wat draden tegelijk doen, telt voor de test die loopt")
    void draden() throws InterruptedException {
        Dekkingsmeter meter = new Dekkingsmeter();
        meter.begin("A#a");
        ExecutorService draden = Executors.newFixedThreadPool(8);
        IntStream.range(0, 2000).forEach(i -> draden.execute(() -> meter.noteer(List.of(new Meting(Soort.STAP, "proef", "stap-" + i % 500)))));
        draden.shutdown();
        assertThat(draden.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(meter.gemeten().get("A#a")).hasSize(500);
    }

    @Test
    @DisplayName("twee JVM's schrijven elk hun eigen bestand, en samen vormen die de ronde")
    void meerJvms() {
        Meting regel = new Meting(Soort.REGEL, "tabel", "regel:met:dubbele-punt");
        meter("A#a", STAP).schrijf(map);
        meter("B#b", STAP, regel).schrijf(map);
        Meetronde ronde = Meetronde.lees(map);
        assertThat(map).isDirectoryContaining("glob:**.json");
        assertThat(ronde.tests(STAP)).containsExactly("A#a", "B#b");
        assertThat(ronde.tests(regel)).containsExactly("B#b");
        assertThat(ronde.bereikt(new Meting(Soort.TAAK, "proef", "stap-1"))).as("een stap is nog geen afgeronde taak").isFalse();
    }

    @Test
    @DisplayName("een ronde zonder map is leeg, en dus nooit genoeg")
    void geenMap() {
        Meetronde leeg = Meetronde.lees(map.resolve("bestaat-niet"));
        assertThat(leeg.isLeeg()).isTrue();
        assertThat(Proceduremap.afgeronde()).isNotEmpty().allSatisfy(p -> assertThat(Bereik.van(p, leeg)).isNotEmpty()
                .allSatisfy(b -> assertThat(b.procent()).as(b.sleutel()).isZero()));
    }

    private static Dekkingsmeter meter(String test, Meting... metingen) {
        Dekkingsmeter meter = new Dekkingsmeter();
        meter.begin(test);
        meter.noteer(Set.of(metingen));
        return meter;
    }
}
