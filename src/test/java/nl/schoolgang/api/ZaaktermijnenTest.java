package nl.schoolgang.api;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Terms over the API: the checked examples of the design, and what is done to the terms of a case. */
@Toepassingstest
class ZaaktermijnenTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;

    private Verhaal verhaal;
    private Medewerker coordinator;

    @BeforeEach
    void eenZaakInBunnik() {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
    }

    @AfterEach
    void echteTijd() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @CsvSource({"6, weken, 2026-02-20, 2026-04-07", "6, weken, 2026-04-02, 2026-05-18", "6, weken, 2025-03-15, 2025-04-28",
        "6, weken, 2026-03-24, 2026-05-06", "6, weken, 2026-11-13, 2026-12-28", "6, weken, 2024-11-15, 2024-12-30",
        "6, weken, 2026-11-20, 2027-01-04", "6, weken, 2028-01-18, 2028-02-29", "8, weken, 2026-10-30, 2026-12-28",
        "4, weken, 2026-03-30, 2026-04-28", "7, dagen, 2026-03-30, 2026-04-07", "2, dagen, 2026-10-08, 2026-10-12",
        "3, dagen, 2026-04-02, 2026-04-08", "13, weken, 2026-09-25, 2026-12-25", "10, werkdagen, 2026-04-01, 2026-04-17",
        "5, werkdagen, 2026-05-11, 2026-05-20"})
    void deGecontroleerdeVoorbeelden(int aantal, String eenheid, String vanaf, String einde) throws Exception {
        vraag("/api/v1/kalender/termijn?aantal=" + aantal + "&eenheid=" + eenheid + "&vanaf=" + vanaf).andExpect(status().isOk())
                .andExpect(jsonPath("$.vervaldatum").value(einde)).andExpect(jsonPath("$.uitleg[*].datum").value(hasItem(einde)));
    }

    @Test
    void deGecontroleerdeVoorbeeldenTerugOpgeschortEnDwangsom() throws Exception {
        vraag("/api/v1/kalender/termijn?aantal=2&eenheid=dagen&vanaf=2026-10-26&richting=terug").andExpect(jsonPath("$.vervaldatum").value("2026-10-24"));
        vraag("/api/v1/kalender/termijn?aantal=8&eenheid=weken&vanaf=2026-09-01&opgeschortVan=2026-09-08&opgeschortTot=2026-09-22")
                .andExpect(jsonPath("$.vervaldatum").value("2026-11-09"));
        vraag("/api/v1/kalender/dwangsom?ontvangen=2026-11-09&aanvragers=2").andExpect(status().isOk())
                .andExpect(jsonPath("$.eersteDag").value("2026-11-24")).andExpect(jsonPath("$.laatsteDag").value("2027-01-04"))
                .andExpect(jsonPath("$.dagen").value(42)).andExpect(jsonPath("$.bedrag").value(1442)).andExpect(jsonPath("$.perAanvrager").value(721.0))
                .andExpect(jsonPath("$.perDag", hasSize(42))).andExpect(jsonPath("$.perDag[14].bedrag").value(35))
                .andExpect(jsonPath("$.vaststellenVoor").value("2027-01-18"));
        vraag("/api/v1/kalender/dwangsom?ontvangen=2026-11-09&beslist=2026-11-23").andExpect(jsonPath("$.bedrag").value(0));
        vraag("/api/v1/kalender/dwangsom?ontvangen=2026-11-09&beslist=2026-11-08").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(contains("beslist")));
    }

    @Test
    void zestienUurInVierLesweken() throws Exception {
        String afwezig = "{\"regio\":\"noord\",\"afwezig\":[{\"datum\":\"2026-02-02\",\"uren\":4},{\"datum\":\"2026-02-10\",\"uren\":4.5},"
                + "{\"datum\":\"2026-02-20\",\"uren\":4},{\"datum\":\"2026-03-04\",\"uren\":4}]}";
        stuur("/api/v1/kalender/verzuimvenster", coordinator, afwezig).andExpect(status().isOk()).andExpect(jsonPath("$.bereikt").value(true))
                .andExpect(jsonPath("$.bereiktOp").value("2026-03-04")).andExpect(jsonPath("$.van").value("2026-02-02"))
                .andExpect(jsonPath("$.totEnMet").value("2026-03-08")).andExpect(jsonPath("$.uren").value(16.5));
        stuur("/api/v1/kalender/verzuimvenster", coordinator, "{\"regio\":\"oost\",\"afwezig\":[{\"datum\":\"x\",\"uren\":0,\"z\":1}],\"y\":1}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[*].veld")
                        .value(containsInAnyOrder("regio", "y", "afwezig[0].datum", "afwezig[0].uren", "afwezig[0].z")));
        stuur("/api/v1/kalender/verzuimvenster", coordinator, "{\"regio\":\"noord\",\"afwezig\":[{\"datum\":\"2026-02-24\",\"uren\":4}]}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[*].veld").value(contains("afwezig[0].datum")));
    }

    @Test
    void eenCoordinatorVerplaatstEenInstructietermijnEnDeAmbtenaarZietWaarom() throws Exception {
        Termijn termijn = verhaal.lopend("verzuim.terugmelding").get(0);
        String pad = pad(termijn.id());
        stuur(pad + "/verplaatsing", coordinator, "{\"naar\":\"2026-03-13\",\"reden\":\"De school is deze week dicht\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.vervalt").value("2026-03-13")).andExpect(jsonPath("$.spoor", hasSize(1)))
                .andExpect(jsonPath("$.spoor[0].reden").value("De school is deze week dicht"))
                .andExpect(jsonPath("$.spoor[0].door").value(coordinator.gebruikersnaam()));
        assertThat(verhaal.taak("terugmelden").laatsteDag()).isEqualTo("2026-03-13");
        verhaal.elkeTermijnHeeftEenTimer();
        mvc.perform(get("/api/v1/zaken/" + verhaal.zaak().zaaknummer())
                .with(httpBasic(Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK).gebruikersnaam(), "verhaal")))
                .andExpect(jsonPath("$.termijnen[?(@.id=='" + termijn.id() + "')].uitleg[*].regel").value(hasItem(containsString("De school is deze week dicht"))));
        verhaal.verstrijkt("verzuim.terugmelding");
    }

    @Test
    void verkeerdeInvoerEnVerkeerdeMensen() throws Exception {
        Termijn termijn = verhaal.lopend("verzuim.terugmelding").get(0);
        String pad = pad(termijn.id());
        String goed = "{\"naar\":\"2026-03-13\",\"reden\":\"De school is deze week dicht\"}";
        stuur(pad + "/verplaatsing", coordinator, "{\"naar\":\"morgen\",\"x\":1}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(containsInAnyOrder("x", "naar", "reden")));
        stuur(pad + "/verplaatsing", coordinator, "{").andExpect(status().isBadRequest());
        stuur(pad + "/opschorting", coordinator, "{\"grond\":\"aanvulling\",\"op\":\"2026-03-02\",\"uiterlijk\":\"2026-03-05\"}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[*].veld").value(contains("grond")));
        stuur(pad + "/hervatting", coordinator, "{\"op\":\"2026-03-02\"}").andExpect(status().isConflict());
        stuur(pad + "/verlenging", coordinator, "{\"op\":\"2026-03-02\",\"tot\":\"2026-03-20\"}").andExpect(status().isUnprocessableEntity());
        stuur(pad + "/ingebrekestelling", coordinator, "{\"ontvangen\":\"2026-03-02\"}").andExpect(status().isUnprocessableEntity());
        stuur(pad(UUID.randomUUID()) + "/verplaatsing", coordinator, goed).andExpect(status().isNotFound());
        stuur(pad + "/verplaatsing", Verhaal.medewerker(context, Rol.COORDINATOR, NOORDOOSTPOLDER), goed).andExpect(status().isNotFound());
        stuur(pad + "/verplaatsing", Verhaal.medewerker(context, Rol.KOPPELING, BUNNIK), goed).andExpect(status().isForbidden());
        assertThat(verhaal.lopend("verzuim.terugmelding")).containsExactly(termijn);
    }

    private String pad(UUID id) {
        return "/api/v1/zaken/" + verhaal.zaak().zaaknummer() + "/termijnen/" + id;
    }

    private ResultActions vraag(String pad) throws Exception {
        return mvc.perform(get(pad).with(httpBasic(coordinator.gebruikersnaam(), "verhaal")));
    }

    private ResultActions stuur(String pad, Medewerker wie, String body) throws Exception {
        return mvc.perform(post(pad).with(httpBasic(wie.gebruikersnaam(), "verhaal")).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
