package nl.schoolgang.bewaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.bericht.Verzending;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Dagronde;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The daily overview, from the round of the morning to the mailbox of a real mail server. */
@Toepassingstest
class DagoverzichtTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Dagoverzicht dagoverzicht;
    @Autowired
    private Dagronde dagronde;
    @Autowired
    private Verzending verzending;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc mvc;

    private Verhaal verhaal;
    private Bewakingsproef proef;
    private Zaak zaak;
    private LocalDate dag;

    @DynamicPropertySource
    static void mailserver(DynamicPropertyRegistry eigenschappen) {
        SERVER.start();
        eigenschappen.add("schoolgang.berichten.smtp.host", () -> "127.0.0.1");
        eigenschappen.add("schoolgang.berichten.smtp.poort", () -> SERVER.getSmtp().getPort());
        eigenschappen.add("schoolgang.berichten.smtp.beveiliging", () -> "GEEN");
        eigenschappen.add("schoolgang.berichten.smtp.afzender", () -> "leerplicht@gemeente.example");
        eigenschappen.add("schoolgang.adres", () -> "https://schoolgang.example/");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    /** Each test has a morning of its own, since a morning is done once. */
    @BeforeEach
    void ochtend() {
        verhaal = new Verhaal(context);
        LocalDate laatste = dagronde.laatsteDag();
        dag = laatste == null || laatste.isBefore(LocalDate.of(2026, 3, 2)) ? LocalDate.of(2026, 3, 3) : laatste.plusDays(1);
        verhaal.klok(dag.atTime(6, 59));
        proef = new Bewakingsproef(context);
        zaak = proef.zaak("verlof-meer-dan-10-dagen");
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void coordinatorEnAmbtenaarKrijgenElkHunEigenOverzicht_zonderNamen() throws Exception {
        Medewerker coordinator = proef.mens(Rol.COORDINATOR);
        Medewerker ambtenaar = proef.mens(Rol.LEERPLICHTAMBTENAAR);
        Medewerker vrij = proef.mens(Rol.LEERPLICHTAMBTENAAR);
        proef.termijn(zaak, "mijn", dag.plusDays(5).toString()).waarschuwen(dag.toString()).metTaak(ambtenaar.gebruikersnaam());
        proef.termijn(zaak, "zonder-taak", dag.minusDays(3).toString()).status("overschreden").zonderTaak();
        jdbc.sql("update zaak set behandelaar = ? where id = ?").params(coordinator.gebruikersnaam(), zaak.id()).update();
        proef.termijn(proef.zaak("meldcode"), "meldcode-veilig-thuis", dag.toString()).metTaak(ambtenaar.gebruikersnaam());

        ochtendronde();
        MimeMessage vanCoordinator = mails(coordinator).get(0);
        assertThat(vanCoordinator.getSubject()).isEqualTo("Termijnen: 1 te laat, 2 bijna te laat");
        String tekst = inhoud(vanCoordinator);
        assertThat(tekst).contains("Te laat (1)", zaak.zaaknummer() + ": Termijn zonder-taak", "Bijna te laat (2)",
                        zaak.zaaknummer() + ": Termijn mijn", "https://schoolgang.example/zaken/" + zaak.zaaknummer(), "https://schoolgang.example/bewaking",
                        "https://schoolgang.example/profiel")
                .doesNotContain(Bewakingsproef.ACHTERNAAM).doesNotContain("veilig-thuis");
        assertThat(inhoud(mails(ambtenaar).get(0))).contains("Termijn mijn").doesNotContain("zonder-taak");
        assertThat(mails(vrij)).isEmpty();
        mvc.perform(get("/").with(user(ambtenaar.gebruikersnaam()))).andExpect(content().string(Matchers.containsString("Termijn mijn")));
        mvc.perform(get("/").with(user(vrij.gebruikersnaam()))).andExpect(content().string(Matchers.not(Matchers.containsString("Termijn mijn"))));
    }

    @Test
    void ookTweeKnooppuntenEnEenHerstartSturenEenPerDag() throws Exception {
        Medewerker coordinator = proef.mens(Rol.COORDINATOR);
        proef.termijn(zaak, "a", dag.toString()).zonderTaak();
        naar(dag.atTime(7, 0));
        dagronde.draai(dag);
        CyclicBarrier samen = new CyclicBarrier(2);
        CompletableFuture.allOf(CompletableFuture.runAsync(() -> samen(samen)), CompletableFuture.runAsync(() -> samen(samen))).join();
        // A node that died before it noted the day begins it again.
        jdbc.sql("delete from instelling where sleutel = 'dagoverzicht.laatste-dag'").update();
        dagoverzicht.kijk();
        verzending.verzendAlles();
        verzending.verzendAlles();
        assertThat(mails(coordinator)).hasSize(1);

        dag = dag.plusDays(3);
        ochtendronde();
        assertThat(mails(coordinator)).as("na gemiste dagen één, van de laatste dag").hasSize(2);
    }

    @Test
    void wieHetUitzetKrijgtNiets_enWieGeenTermijnenHeeftOokNiet() throws Exception {
        Medewerker coordinator = proef.mens(Rol.COORDINATOR);
        Medewerker tweede = proef.mens(Rol.COORDINATOR);
        Medewerker buur = new Bewakingsproef(context).mens(Rol.COORDINATOR);
        proef.termijn(zaak, "a", dag.toString()).zonderTaak();
        mvc.perform(post("/profiel/dagoverzicht").with(csrf()).with(user(tweede.gebruikersnaam())));
        ochtendronde();
        assertThat(mails(coordinator)).hasSize(1);
        assertThat(mails(tweede)).isEmpty();
        assertThat(mails(buur)).isEmpty();

        mvc.perform(post("/profiel/dagoverzicht").param("dagoverzicht", "true").with(csrf()).with(user(tweede.gebruikersnaam())));
        dag = dag.plusDays(1);
        ochtendronde();
        assertThat(mails(tweede)).hasSize(1);
    }

    @Test
    void voorZevenenGaatErNiets_enWatNietWegKanStaatInDeWachtrij() throws Exception {
        Medewerker coordinator = proef.mens(Rol.COORDINATOR);
        Medewerker beheerder = proef.mens(Rol.BEHEERDER);
        proef.termijn(zaak, "a", dag.toString()).zonderTaak();
        dagoverzicht.kijk();
        verzending.verzendAlles();
        assertThat(mails(coordinator)).isEmpty();

        naar(dag.atTime(7, 0));
        dagronde.draai(dag);
        dagoverzicht.kijk();
        jdbc.sql("update bericht set adres = 'geen adres' where gemeente = ?").param(proef.gemeente).update();
        verzending.verzendAlles();
        mvc.perform(get("/beheer/berichten").with(user(beheerder.gebruikersnaam()))).andExpect(content().string(Matchers.containsString("Dagoverzicht aan medewerker")));
        String id = jdbc.sql("select id from bericht where gemeente = ?").param(proef.gemeente).query(String.class).single();
        mvc.perform(post("/beheer/berichten/" + id + "/laten-vervallen").param("reden", "adres bestaat niet").with(csrf()).with(user(beheerder.gebruikersnaam())));
        assertThat(jdbc.sql("select status from bericht where gemeente = ?").param(proef.gemeente).query(String.class).single()).isEqualTo("vervallen");
    }

    private void samen(CyclicBarrier samen) {
        try {
            samen.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        dagoverzicht.maak(dag);
    }

    private void ochtendronde() {
        naar(dag.atTime(7, 0));
        dagronde.draai(dag);
        dagoverzicht.kijk();
        verzending.verzendAlles();
    }

    private void naar(LocalDateTime moment) {
        verhaal.klok(moment);
    }

    private static String inhoud(MimeMessage mail) throws Exception {
        return mail.getContent().toString();
    }

    private static List<MimeMessage> mails(Medewerker aan) {
        return Arrays.stream(SERVER.getReceivedMessages()).filter(m -> GreenMailUtil.getHeaders(m).contains(aan.email())).toList();
    }
}
