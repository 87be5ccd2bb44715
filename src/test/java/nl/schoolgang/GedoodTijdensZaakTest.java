package nl.schoolgang;

import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole application is killed at random moments while several people work on many cases, meldingen come in, terms lapse and messages
 * leave. Afterwards every melding has one case, every message went under one id, and every running term has one timer. Five kills in a
 * build; {@code -Dkills=20} for more, {@code -Dseed=} for the moments of an earlier run (the seed is logged; what the threads then do
 * beside each other is up to the machine).
 */
@Tag("langzaam")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL")
class GedoodTijdensZaakTest {

    private static final Logger LOG = LoggerFactory.getLogger(GedoodTijdensZaakTest.class);
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int WERKERS = 4;
    private static final List<String> GEMEENTEN = List.of("noordoostpolder", "bunnik");
    /** What is filled in at each task; tasks that do not stand here stay open, and their terms run on. */
    private static final Map<String, Supplier<Map<String, Object>>> ANTWOORDEN = Map.of(
            "terugmelden", () -> terugmelding(),
            "aanpak-kiezen", () -> aanpakTegenAdvies("contact"),
            "contact-ouders", () -> contact("ongeoorloofd", true),
            "gesprek-uitnodigen", () -> uitnodiging("2026-03-02"),
            "reactie-vastleggen", () -> reactie("komt"),
            "afhandelen", () -> afhandeling("geen-ongeoorloofd-verzuim"));

    /** Messages that wait, and what fell due and awaits the engine. */
    private static final String ONAF = """
            select (select count(*) from schoolgang.bericht where status = 'klaar') + (select count(*) from act_ru_job where retries_ > 0
                and duedate_ <= (select max(moment) at time zone 'Europe/Amsterdam' from schoolgang.zaak_gebeurtenis))""";

    @TempDir
    private Path map;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random toeval = new Random(seed);
    private final GreenMail mailserver = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ExecutorService werkers = Executors.newFixedThreadPool(WERKERS);
    private final ScheduledExecutorService doder = Executors.newSingleThreadScheduledExecutor();
    private Demotoepassing toepassing;
    private Werkdag werk;

    @AfterEach
    void stop() throws InterruptedException {
        werkers.shutdownNow();
        doder.shutdownNow();
        toepassing.stop();
        mailserver.stop();
    }

    @Test
    void naElkeDoodHeeftElkeMeldingEenZaak_elkBerichtEenNummer_enElkeTermijnEenTimer() throws Exception {
        LOG.info("{} kills, seed {}", KILLS, seed);
        mailserver.start();
        toepassing = new Demotoepassing(map, instellingen());
        werk = new Werkdag(ANTWOORDEN, toepassing::fouten);
        for (int leven = 1; leven <= KILLS; leven++) {
            int poort = toepassing.start();
            int verzoeken = 15 + toeval.nextInt(30);
            int doodNa = toeval.nextInt(300);
            Process proces = toepassing.proces();
            werk.tot(proces, poort, werkers, WERKERS, toeval.nextLong(), verzoeken,
                    () -> doder.schedule(proces::destroyForcibly, doodNa, TimeUnit.MILLISECONDS));
            assertThat(proces.waitFor()).as("leven %s, seed %s", leven, seed).isEqualTo(137);
            LOG.info("Life {} ended {} ms after request {}: {}", leven, doodNa, verzoeken, werk);
        }
        int poort = toepassing.start();
        werk.leverAllesNog(poort);
        JdbcClient jdbc = databank();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500)).until(() -> tel(jdbc, ONAF) == 0);
        assertThat(werk.afgerond()).as("er is echt gewerkt: %s", werk).isGreaterThan(KILLS * 2);
        elkeMeldingHeeftEenZaak(jdbc);
        elkBerichtGingOnderEenNummer(jdbc);
        elkeTermijnHeeftEenTimer(jdbc);
        LOG.info("{} kills, seed {}: {}; {} mails", KILLS, seed, werk, mailserver.getReceivedMessages().length);
    }

    private List<String> instellingen() {
        List<String> instellingen = new ArrayList<>(List.of("--schoolgang.berichten.smtp.host=127.0.0.1", "--schoolgang.berichten.smtp.beveiliging=geen",
                "--schoolgang.berichten.smtp.poort=" + mailserver.getSmtp().getPort(), "--schoolgang.berichten.smtp.afzender=leerplicht@gemeente.example",
                "--schoolgang.berichten.elke=PT0.3S"));
        GEMEENTEN.forEach(g -> instellingen.add("--schoolgang.berichten.gemeenten." + g + ".kanalen.school=smtp-of-bestand"));
        return instellingen;
    }

    private void elkeMeldingHeeftEenZaak(JdbcClient jdbc) {
        Map<String, Long> processen = new TreeMap<>();
        jdbc.sql("""
                select m.meldingsnummer, count(p.id_) as aantal from schoolgang.melding m join schoolgang.zaak z on z.id = m.zaak_id
                    left join act_hi_procinst p on p.business_key_ = z.zaaknummer and p.super_process_instance_id_ is null
                where m.meldingsnummer in (:nummers) group by m.meldingsnummer, z.id""").param("nummers", werk.meldingsnummers())
                .query((rs, n) -> processen.merge(rs.getString(1), rs.getLong(2), Long::sum)).list();
        assertThat(processen.keySet()).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(werk.meldingsnummers());
        assertThat(processen.values()).as("seed %s", seed).containsOnly(1L);
        assertThat(werk.antwoorden()).as("wat beantwoord is geldt nog").allSatisfy((nummer, zaaknummer) -> assertThat(
                jdbc.sql("select z.zaaknummer from schoolgang.melding m join schoolgang.zaak z on z.id = m.zaak_id where m.meldingsnummer = ?")
                        .param(nummer).query(String.class).single()).isEqualTo(zaaknummer));
    }

    private void elkBerichtGingOnderEenNummer(JdbcClient jdbc) throws IOException {
        assertThat(jdbc.sql("""
                select count(*) from schoolgang.bericht where melding_id is not null and soort in ('terugmelding', 'afsluiting')
                group by melding_id, soort having count(*) > 1""").query(Long.class).list()).as("dubbel klaargezet, seed %s", seed).isEmpty();
        assertThat(tel(jdbc, """
                select count(*) from schoolgang.melding m where (m.teruggemeld_op is not null)
                    <> exists (select 1 from schoolgang.bericht b where b.melding_id = m.id and b.soort = 'terugmelding')"""))
                .as("teruggemeld en bericht horen bij elkaar").isZero();
        assertThat(tel(jdbc, "select count(*) from schoolgang.bericht where status <> 'verzonden'")).isZero();
        assertThat(tel(jdbc, "select count(*) from schoolgang.bericht_poging where wat = 'verzonden'"))
                .isEqualTo(tel(jdbc, "select count(*) from schoolgang.bericht"));
        try (Stream<Path> bestanden = Files.list(map.resolve("berichten"))) {
            assertThat(bestanden.map(b -> b.getFileName().toString()).filter(b -> b.endsWith(".json")).map(b -> b.replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(ids(jdbc, "bestand"));
        }
        assertThat(Arrays.stream(mailserver.getReceivedMessages()).map(GedoodTijdensZaakTest::nummer).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ids(jdbc, "smtp"));
    }

    private static List<String> ids(JdbcClient jdbc, String kanaal) {
        return jdbc.sql("select cast(id as text) from schoolgang.bericht where kanaal = ?").param(kanaal).query(String.class).list();
    }

    private void elkeTermijnHeeftEenTimer(JdbcClient jdbc) {
        List<String> termijnen = jdbc.sql("""
                select z.zaaknummer || ' ' || (t.vervalmoment at time zone 'Europe/Amsterdam') from schoolgang.termijn t
                    join schoolgang.zaak z on z.id = t.zaak_id where t.status in ('lopend', 'verlengd')""").query(String.class).list();
        List<String> timers = jdbc.sql("""
                select e.business_key_ || ' ' || j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where j.type_ = 'timer'""").query(String.class).list();
        assertThat(timers).as("seed %s", seed).isNotEmpty().containsExactlyInAnyOrderElementsOf(termijnen);
        assertThat(tel(jdbc, "select count(*) from act_ru_job where retries_ = 0")).as("niets is opgegeven").isZero();
    }

    private JdbcClient databank() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:" + toepassing.databankpoort()
                + "/schoolgang?user=schoolgang"));
    }

    private static long tel(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String nummer(MimeMessage mail) {
        try {
            return mail.getMessageID().replaceAll("^<|@.*$", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
