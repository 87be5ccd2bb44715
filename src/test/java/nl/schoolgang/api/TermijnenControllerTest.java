package nl.schoolgang.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Toepassingstest
class TermijnenControllerTest {

    private static final String WACHTWOORD = "een lang wachtwoord";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Gemeenten gemeenten;

    @Autowired
    private Medewerkers medewerkers;

    private String gebruiker;

    @BeforeEach
    void medewerkerVanBunnik() {
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gebruiker = Unieke.naam("rekenaar");
        medewerkers.bewaar(new Medewerker(gebruiker, "R. Voorbeeld", null, Map.of("bunnik", Set.of(Rol.AUDITOR))), "{noop}" + WACHTWOORD);
    }

    @ParameterizedTest
    @CsvSource({
        "bezwaar.indienen, bunnik, 2026-02-20, 2026-04-07", "bezwaar.indienen, noordoostpolder, 2024-11-15, 2024-12-30",
        "verlof.beslissen, bunnik, 2026-10-30, 2026-12-28", "school.herinnering, bunnik, 2026-03-30, 2026-04-28",
        "school.ouders-inlichten, noordoostpolder, 2026-03-30, 2026-04-07", "verzuim.reactie-oproep, bunnik, 2026-04-01, 2026-04-17",
        "verzuim.contact-melder, noordoostpolder, 2026-05-11, 2026-05-20", "verzuim.contact-ouders, bunnik, 2026-04-02, 2026-04-07",
        "verzuim.terugmelding, noordoostpolder, 2026-03-02, 2026-03-09", "dwangsom.ingebrekestelling, bunnik, 2026-11-09, 2026-11-23",
        "verlof.indienen, bunnik, 2026-06-28, 2026-05-03", "inschrijvingscontrole.cyclus, noordoostpolder, 2026-01-31, 2026-02-28",
        "verlof.horen-directeur, noordoostpolder, 2026-02-18, 2026-03-04", "verlof.horen-directeur, bunnik, 2026-02-18, 2026-02-27",
        "last.verjaring, bunnik, 2026-03-28, 2027-03-28"})
    void termijnenUitDeTabel(String code, String gemeente, String vanaf, String einde) throws Exception {
        vraag("gemeente=" + gemeente + "&code=" + code + "&vanaf=" + vanaf).andExpect(status().isOk())
                .andExpect(jsonPath("$.vervaldatum").value(einde)).andExpect(jsonPath("$.uitleg[*].datum").value(hasItem(einde)))
                .andExpect(jsonPath("$.uitleg[0].regel").isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "code=bezwaar.indienen&vanaf=2026-02-20, gemeente", "gemeente=utrecht&code=bezwaar.indienen&vanaf=2026-02-20, gemeente",
        "gemeente=bunnik&vanaf=2026-02-20, code", "gemeente=bunnik&code=bestaat.niet&vanaf=2026-02-20, code",
        "gemeente=bunnik&code=verzuim.afspraken&vanaf=2026-02-20, code",
        "gemeente=bunnik&code=bezwaar.indienen, vanaf", "gemeente=bunnik&code=bezwaar.indienen&vanaf=gisteren, vanaf",
        "gemeente=bunnik&code=verlof.horen-directeur&vanaf=2040-02-20, vanaf", "gemeente=bunnik&code=bezwaar.indienen&vanaf=2026-02-20&x=1, x",
        "gemeente=%00&code=bezwaar.indienen&vanaf=2026-02-20, gemeente"})
    void foutenNoemenHetVeld(String vraag, String veld) throws Exception {
        vraag(vraag).andExpect(status().isUnprocessableEntity()).andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.fouten[*].veld").value(contains(veld))).andExpect(jsonPath("$.fouten[0].reden").isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"noordoostpolder,vrijstelling.kennisgeving-jaarlijks,2026-02-20,2026-06-30", "bunnik,vrijstelling.kennisgeving-jaarlijks,2026-06-30,2027-06-30",
        "bunnik,vrijstelling.herinnering,2026-02-20,2026-04-01", "bunnik,svb.stopzetting,2026-02-20,2026-04-01", "bunnik,svb.stopzetting,2026-12-31,2027-01-01",
        "bunnik,jikp.startset,2026-02-20,2026-11-15", "noordoostpolder,jikp.startset,2026-11-15,2027-11-14", "bunnik,jaarverslag.raad,2026-07-31,2026-09-30",
        "bunnik,effectrapportage,2026-07-31,2026-12-01", "noordoostpolder,effectrapportage,2026-07-31,2026-12-15",
        "noordoostpolder,absoluut-verzuim.administratieve-controle,2026-02-20,2026-02-28",
        "noordoostpolder,vroege-inschrijving.brief,2026-03-31,2026-04-30"})
    void eenVasteDatumIsDeEersteNaDeGebeurtenis(String gemeente, String code, String vanaf, String datum) throws Exception {
        vraag("gemeente=" + gemeente + "&code=" + code + "&vanaf=" + vanaf).andExpect(status().isOk())
                .andExpect(jsonPath("$.vervaldatum").value(datum))
                .andExpect(jsonPath("$.uitleg[*].regel").value(hasItem(containsString("vaste datum"))));
    }

    @Test
    void deUitlegBegintMetDeGebeurtenis() throws Exception {
        vraag("gemeente=bunnik&code=verlof.beslissen&vanaf=2026-10-30").andExpect(status().isOk())
                .andExpect(jsonPath("$.uitleg[0].regel").value("De aanvraag is ontvangen: vrijdag 30-10-2026."));
    }

    @Test
    void deKalenderReiktTot2100() throws Exception {
        vraag("gemeente=bunnik&code=bezwaar.indienen&vanaf=2100-12-20").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[0].veld").value("vanaf"));
        vraag("gemeente=bunnik&code=absoluut-verzuim.administratieve-controle&vanaf=2026-02-20").andExpect(status().isOk());
    }

    @Test
    void alleFoutenInEenAntwoord() throws Exception {
        vraag("vanaf=x").andExpect(jsonPath("$.fouten[*].veld").value(containsInAnyOrder("gemeente", "code", "vanaf")));
    }

    @Test
    void alleenVoorWieInlogt() throws Exception {
        mvc.perform(get("/api/v1/termijnen/bereken")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/kalender/termijn")).andExpect(status().isUnauthorized());
    }

    @Test
    void deVrijeBerekeningMetDeEchteKalender() throws Exception {
        mvc.perform(get("/api/v1/kalender/termijn?aantal=6&eenheid=weken&vanaf=2026-02-20").with(httpBasic(gebruiker, WACHTWOORD)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.vervaldatum").value("2026-04-07"));
        mvc.perform(get("/api/v1/kalender/termijn?aantal=48&eenheid=uren&vanaf=2026-02-20T09:00").with(httpBasic(gebruiker, WACHTWOORD)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.tijdstip").value("2026-02-22T09:00:00"));
    }

    @Test
    void hetOpenApiDocumentNoemtDeParameters() throws Exception {
        mvc.perform(get("/v3/api-docs").with(httpBasic(gebruiker, WACHTWOORD))).andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/kalender/termijn'].get.parameters[*].name").value(
                        containsInAnyOrder("aantal", "eenheid", "vanaf", "atw", "richting", "regio", "opgeschortVan", "opgeschortTot")))
                .andExpect(jsonPath("$.paths['/api/v1/termijnen/bereken'].get.parameters[*].name").value(containsInAnyOrder("gemeente", "code", "vanaf")))
                .andExpect(content().string(containsString("Probleem")));
    }

    private ResultActions vraag(String parameters) throws Exception {
        return mvc.perform(get(URI.create("/api/v1/termijnen/bereken?" + parameters)).with(httpBasic(gebruiker, WACHTWOORD)));
    }
}
