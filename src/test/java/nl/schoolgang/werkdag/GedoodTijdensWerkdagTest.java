package nl.schoolgang.werkdag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schoolgang.Demotoepassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole application is killed at random moments while people work on the ways of relatief verzuim, meldingen come in, days pass, terms
 * lapse and messages leave. At the end every way came to its end, every melding has one case, every message arrived under one id, and
 * every running term has one timer. {@code -Dkills=20} for more, {@code -Dseed=} for the moments of an earlier run (the seed is logged;
 * what the threads then do beside each other is up to the machine).
 */
@Tag("langzaam")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL")
class GedoodTijdensWerkdagTest {

    private static final Logger LOG = LoggerFactory.getLogger(GedoodTijdensWerkdagTest.class);
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int GEDOOD = 137;
    /** So many ways are under way when an application starts. */
    private static final int WEGEN = 6;
    private static final int MEESTE_VERZOEKEN = 130;
    private static final int MEESTE_MILLISECONDEN = 400;

    @TempDir
    private Path map;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random toeval = new Random(seed);
    private final GreenMail mailserver = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ScheduledExecutorService doder = Executors.newSingleThreadScheduledExecutor();
    private final Werkdag werk = new Werkdag(seed);
    private Demotoepassing toepassing;

    @AfterEach
    void stop() throws InterruptedException {
        doder.shutdownNow();
        if (toepassing != null) {
            toepassing.stop();
        }
        mailserver.stop();
    }

    @Test
    void naElkeDoodIsAllesErEenMaal() throws Exception {
        LOG.info("{} kills, seed {}", KILLS, seed);
        Instant begin = Instant.now();
        mailserver.start();
        toepassing = new Demotoepassing(map, instellingen());
        for (int leven = 1; leven <= KILLS; leven++) {
            leefEnSterf(leven);
        }
        Api api = new Api(toepassing.start(), "demo", toepassing::fouten, () -> { });
        werk.werk(List.of(api), api.vandaag());
        werk.leverAllesNog(api);
        Werkdagcontrole controle = new Werkdagcontrole("jdbc:postgresql://localhost:" + toepassing.databankpoort() + "/schoolgang?user=schoolgang",
                mailserver, map.resolve("berichten"));
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500)).until(() -> controle.isAf(api.nu()));
        Werkdagcontrole.Telling telling = controle.alles(werk);
        assertThat(telling.gesloten()).as("%s", telling).isPositive();
        assertThat(telling.herhaald()).as("mail die na een klap nog eens ging, onder hetzelfde nummer").isLessThanOrEqualTo(KILLS);
        toepassing.stop();
        assertThat(map.resolve("postgres/postmaster.pid")).as("op verzoek stopt zij, en de databank met haar").doesNotExist();
        LOG.info("{} kills in {} s, seed {}: {}; {}", KILLS, Duration.between(begin, Instant.now()).toSeconds(), seed, werk, telling);
    }

    private void leefEnSterf(int leven) throws Exception {
        AtomicInteger verzoeken = new AtomicInteger(1 + toeval.nextInt(MEESTE_VERZOEKEN));
        int doodNa = toeval.nextInt(MEESTE_MILLISECONDEN);
        int poort = toepassing.start();
        Process proces = toepassing.proces();
        int wanneer = verzoeken.get();
        Api api = new Api(poort, "demo", toepassing::fouten, () -> {
            if (verzoeken.decrementAndGet() == 0) {
                doder.schedule(proces::destroyForcibly, doodNa, TimeUnit.MILLISECONDS);
            }
        });
        try {
            while (proces.isAlive()) {
                while (werk.onderweg() < WEGEN) {
                    werk.begin(new Wegen(api.vandaag()).alle());
                }
                werk.werk(List.of(api), api.vandaag());
            }
        } catch (IOException e) {
            LOG.info("Life {} ended {} ms after request {}: {}", leven, doodNa, wanneer, werk);
        }
        assertThat(proces.waitFor()).as("leven %s, seed %s", leven, seed).isEqualTo(GEDOOD);
    }

    private List<String> instellingen() {
        List<String> instellingen = new ArrayList<>(Mailinstellingen.van(mailserver));
        instellingen.add("--schoolgang.berichten.elke=PT0.3S");
        return instellingen;
    }
}
