package nl.schoolgang.bewaking;

import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Handing over work, on the real engine. */
@Toepassingstest
class OverdrachtTest {

    private static final String REDEN = "Marleen is ziek tot 1 april.";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Overdrachten overdrachten;
    @Autowired
    private Taken taken;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Zaken zaken;
    @Autowired
    private TaskService engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc mvc;

    private Verhaal eerste;
    private Verhaal tweede;
    private Medewerker coordinator;
    private Medewerker van;
    private Medewerker naar;

    @BeforeEach
    void tweeZakenVanEenAmbtenaar() {
        eerste = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        tweede = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
        van = ambtenaar(BUNNIK, true);
        naar = ambtenaar(BUNNIK, true);
        taken.pakOp(taak(eerste).id(), van);
        taken.pakOp(taak(tweede).id(), van);
        zaken.wijsToe(eerste.zaak().id(), van.gebruikersnaam());
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void wieDeTakenKrijgtHeeftZe_enLeestWaarom() throws Exception {
        Overdrachten.Uitslag uitslag = draagOver(List.of(taak(eerste).id(), taak(tweede).id()));

        assertThat(uitslag).isEqualTo(new Overdrachten.Uitslag(2, List.of()));
        assertThat(taak(eerste).behandelaar()).isEqualTo(naar.gebruikersnaam());
        assertThat(engine.createTaskQuery().taskId(taak(tweede).id()).singleResult().getAssignee()).isEqualTo(naar.gebruikersnaam());
        assertThat(eerste.zaak().behandelaar()).isEqualTo(naar.gebruikersnaam());
        assertThat(tweede.zaak().behandelaar()).isNull();
        assertThat(eerste.tijdlijn()).contains("Taak overgedragen van " + van.naam() + " aan " + naar.naam() + ": " + taak(eerste).naam()
                + ". Reden: " + REDEN);
        assertThat(jdbc.sql("select wie from verwerkingslog where zaak_id = ? and doel = 'taak overdragen'").param(eerste.zaak().id())
                .query(String.class).list()).containsExactly(coordinator.gebruikersnaam());
        mvc.perform(get("/").with(user(naar.gebruikersnaam()))).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString(REDEN), containsString(eerste.zaak().zaaknummer()), containsString(tweede.zaak().zaaknummer()))));
        mvc.perform(get("/").with(user(van.gebruikersnaam()))).andExpect(content().string(not(containsString(REDEN))));
        assertThat(taken.pakOp(taak(eerste).id(), naar).behandelaar()).isEqualTo(naar.gebruikersnaam());
    }

    @Test
    void watNogNiemandHadWordtVerdeeld() {
        taken.geefVrij(taak(eerste).id(), van);
        assertThat(overdrachten.draagOver(BUNNIK, null, List.of(taak(eerste).id()), velden(naar), coordinator).gelukt()).isEqualTo(1);
        assertThat(eerste.tijdlijn()).anyMatch(r -> r.startsWith("Taak overgedragen aan " + naar.naam()));
    }

    @Test
    void watIntussenVeranderdeBlijft_enDeRestGaat() {
        taken.geefVrij(taak(eerste).id(), van);
        taken.pakOp(taak(eerste).id(), naar);
        Overdrachten.Uitslag uitslag = draagOver(List.of("bestaat-niet", taak(eerste).id(), taak(tweede).id()));

        assertThat(uitslag.gelukt()).isEqualTo(1);
        assertThat(uitslag.gebleven()).containsExactly("Een taak is intussen afgerond of vervallen.",
                eerste.zaak().zaaknummer() + ", " + taak(eerste).naam() + ": is intussen opgepakt door een ander.");
        assertThat(taak(tweede).behandelaar()).isEqualTo(naar.gebruikersnaam());
    }

    @Test
    void alleenWieHetWerkMagDoenKrijgtHet() {
        Medewerker administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        Medewerker zonderAutorisatie = ambtenaar(BUNNIK, false);
        Medewerker buur = ambtenaar(NOORDOOSTPOLDER, true);
        List<String> een = List.of(taak(eerste).id());

        assertThat(overdrachten.draagOver(BUNNIK, van.gebruikersnaam(), een, velden(administratie), coordinator).gebleven())
                .singleElement().asString().contains("een rol die deze collega niet heeft");
        assertThat(overdrachten.draagOver(BUNNIK, van.gebruikersnaam(), een, velden(zonderAutorisatie), coordinator).gebleven())
                .singleElement().asString().contains("niet mag zien");
        assertThatThrownBy(() -> overdrachten.draagOver(BUNNIK, van.gebruikersnaam(), een, velden(buur), coordinator))
                .isInstanceOf(OngeldigeInvoer.class);
        assertThat(taak(eerste).behandelaar()).isEqualTo(van.gebruikersnaam());
        assertThat(jdbc.sql("select count(*) from overdracht_taak where taak_id = ?").param(taak(eerste).id()).query(Long.class).single()).isZero();
    }

    @Test
    void alleenDeCoordinatorVanDeGemeenteVerdeelt() {
        List<String> een = List.of(taak(eerste).id());
        Medewerker buur = Verhaal.medewerker(context, Rol.COORDINATOR, NOORDOOSTPOLDER);
        for (Medewerker ander : List.of(van, buur)) {
            assertThatThrownBy(() -> overdrachten.draagOver(BUNNIK, van.gebruikersnaam(), een, velden(naar), ander)).isInstanceOf(GeenRecht.class);
            assertThatThrownBy(() -> overdrachten.taken(BUNNIK, van.gebruikersnaam(), ander)).isInstanceOf(GeenRecht.class);
        }
        assertThat(overdrachten.draagOver(NOORDOOSTPOLDER, null, een, velden(ambtenaar(NOORDOOSTPOLDER, true)), buur).gelukt()).isZero();
        assertThat(taak(eerste).behandelaar()).isEqualTo(van.gebruikersnaam());
    }

    @Test
    void watNietKlopt_wordtPerVeldGezegd_enNietsGaatVerloren() throws Exception {
        mvc.perform(post("/bewaking/overdragen").with(csrf()).with(user(coordinator.gebruikersnaam())).param("gemeente", BUNNIK)
                        .param("van", van.gebruikersnaam()).param("taken", taak(eerste).id()).param("reden", "kort!"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("Kies de collega die de taken krijgt."),
                        containsString("in 10 tot 500 tekens"), containsString(">kort!</textarea>"),
                        containsString("value=\"" + taak(eerste).id() + "\" checked"))));
        mvc.perform(post("/bewaking/overdragen").with(csrf()).with(user(coordinator.gebruikersnaam())).param("gemeente", BUNNIK)
                        .param("van", van.gebruikersnaam()).param("naar", naar.gebruikersnaam()).param("reden", REDEN))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("Kies ten minste één taak."),
                        containsString(">" + REDEN + "</textarea>"))));
        assertThat(taak(eerste).behandelaar()).isEqualTo(van.gebruikersnaam());
    }

    @Test
    void hetSchermNoemtGeenLeerling_enZegtHoeHetAfliep() throws Exception {
        String leerling = taak(eerste).leerlingNaam();
        mvc.perform(get("/bewaking/overdragen").param("gemeente", BUNNIK).param("van", van.gebruikersnaam()).param("kies", "alles")
                        .with(user(coordinator.gebruikersnaam()))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("value=\"" + taak(eerste).id() + "\" checked"), not(containsString(leerling)))));
        mvc.perform(post("/bewaking/overdragen").with(csrf()).with(user(coordinator.gebruikersnaam())).param("gemeente", BUNNIK)
                        .param("van", van.gebruikersnaam()).param("naar", naar.gebruikersnaam()).param("reden", REDEN)
                        .param("taken", taak(eerste).id()).param("taken", taak(tweede).id()))
                .andExpect(redirectedUrlPattern("/bewaking/overdragen?gemeente=bunnik&van=*"));
        assertThat(taak(eerste).behandelaar()).isEqualTo(naar.gebruikersnaam());
        mvc.perform(get("/bewaking/overdragen").param("gemeente", NOORDOOSTPOLDER).with(user(coordinator.gebruikersnaam())))
                .andExpect(status().isNotFound());
    }

    /** The officer finishes a task while the coordinator hands it over: one of both is first, and nothing is half done. */
    @RepeatedTest(8)
    void tegelijkAfrondenEnOverdragen() throws Exception {
        String een = taak(eerste).id();
        String twee = taak(tweede).id();
        CyclicBarrier samen = new CyclicBarrier(2);
        ExecutorService mensen = Executors.newFixedThreadPool(2);
        try {
            Future<Overdrachten.Uitslag> overdracht = mensen.submit(na(samen, () -> draagOver(List.of(twee, een))));
            Future<Boolean> afgerond = mensen.submit(na(samen, () -> {
                try {
                    taken.rondAf(een, van, aanpakTegenAdvies("contact"));
                    return true;
                } catch (Conflict e) {
                    return false;
                }
            }));
            boolean klaar = afgerond.get();
            assertThat(overdracht.get().gelukt()).isEqualTo(klaar ? 1 : 2);
            assertThat(overdracht.get().gebleven()).hasSize(klaar ? 1 : 0);
            assertThat(eerste.openTaken().contains("aanpak-kiezen")).isEqualTo(!klaar);
            assertThat(taak(tweede).behandelaar()).isEqualTo(naar.gebruikersnaam());
        } finally {
            mensen.shutdownNow();
        }
    }

    private static <T> Callable<T> na(CyclicBarrier samen, Callable<T> werk) {
        return () -> {
            samen.await();
            return werk.call();
        };
    }

    private Overdrachten.Uitslag draagOver(List<String> ids) {
        return overdrachten.draagOver(BUNNIK, van.gebruikersnaam(), ids, velden(naar), coordinator);
    }

    private static Map<String, String> velden(Medewerker naar) {
        return Map.of("naar", naar.gebruikersnaam(), "reden", REDEN);
    }

    private static Taak taak(Verhaal verhaal) {
        return new ArrayList<>(verhaal.taken()).stream().filter(t -> t.rol().equals(Rol.LEERPLICHTAMBTENAAR.code())).findFirst().orElseThrow();
    }

    private Medewerker ambtenaar(String gemeente, boolean geautoriseerd) {
        String naam = Unieke.naam("overdracht-");
        medewerkers.bewaar(new Medewerker(naam, "Ambtenaar " + naam, null, Map.of(gemeente, Set.of(Rol.LEERPLICHTAMBTENAAR))), "{noop}x");
        if (geautoriseerd) {
            medewerkers.autoriseer(naam, gemeente, "leerplicht", "uitvoering leerplicht", "verzuim", LocalDate.of(2026, 1, 1));
        }
        return medewerkers.metNaam(naam).orElseThrow();
    }
}
