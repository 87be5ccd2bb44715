package nl.schoolgang.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.OntbrekendeKalendergegevens;
import nl.schoolgang.termijn.OnbekendeTermijn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class FoutafhandelingTest {

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json().featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Voorbeeld()).setMessageConverters(new MappingJackson2HttpMessageConverter(json))
            .setHandlerExceptionResolvers(new Foutafhandeling(json)).build();

    @ParameterizedTest
    @CsvSource({"invoer,422", "niet-gevonden,404", "geen-recht,403", "conflict,409", "tegelijk,409", "kalender,422", "termijn,422", "anders,500"})
    void elkeFoutHeeftHaarEigenAntwoord(String soort, int verwacht) throws Exception {
        mvc.perform(get("/api/v1/gooi").param("soort", soort)).andExpect(status().is(verwacht))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(verwacht)).andExpect(jsonPath("$.title").isNotEmpty());
    }

    @Test
    void eenOnverwachteFoutVerraadtNietsVanDeBinnenkant() throws Exception {
        mvc.perform(get("/api/v1/gooi").param("soort", "anders")).andExpect(content().string(not(containsString("geheim"))))
                .andExpect(jsonPath("$.detail").value(containsString("Kenmerk: ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"datum\":\"2026-", "{", "niets", "", "{\"naam\":\"x\",}", "{'naam':1}", "   "})
    void kapotteJsonIs400(String inhoud) throws Exception {
        stuur(inhoud).andExpect(status().isBadRequest()).andExpect(jsonPath("$.title").value("Onleesbaar verzoek"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"naam\":\"x\",\"kleur\":1} | kleur", "{\"datum\":\"geen datum\"} | datum", "{\"aantal\":\"veel\"} | aantal",
        "{\"aantal\":99999999999} | aantal", "{\"delen\":[{\"naam\":\"x\"},{\"soort\":1}]} | delen.1.soort", "{\"delen\":5} | delen"})
    void eenVerkeerdVeldIs422EnWordtGenoemd(String inhoud, String veld) throws Exception {
        stuur(inhoud.strip()).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[0].veld").value(veld.strip()))
                .andExpect(jsonPath("$.fouten[0].reden").isNotEmpty());
    }

    @Test
    void parametersDieOntbrekenOfNietKloppenZijn422() throws Exception {
        mvc.perform(get("/api/v1/getal")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[0].veld").value("aantal"));
        mvc.perform(get("/api/v1/getal").param("aantal", "x")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[0].veld").value("aantal"));
    }

    @Test
    void verkeerdeMethodeEnVerkeerdSoortInhoud() throws Exception {
        mvc.perform(put("/api/v1/stuur")).andExpect(status().isMethodNotAllowed()).andExpect(header().string("Allow", "POST"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/api/v1/stuur").contentType(MediaType.TEXT_PLAIN).content("x")).andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void buitenDeApiBlijftHijEraf() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> mvc.perform(get("/scherm"))).hasRootCauseInstanceOf(Conflict.class);
    }

    private ResultActions stuur(String inhoud) throws Exception {
        return mvc.perform(post("/api/v1/stuur").contentType(MediaType.APPLICATION_JSON).content(inhoud));
    }

    record Deel(String naam) {
    }

    record Inhoud(String naam, LocalDate datum, int aantal, List<Deel> delen) {
    }

    @RestController
    static class Voorbeeld {

        @GetMapping("/api/v1/gooi")
        String gooi(@RequestParam String soort) {
            throw switch (soort) {
                case "invoer" -> new OngeldigeInvoer("veld", "Reden.");
                case "niet-gevonden" -> new NietGevonden("Niet gevonden.");
                case "geen-recht" -> new GeenRecht("Geen recht.");
                case "conflict" -> new Conflict("Al gedaan.");
                case "tegelijk" -> new PessimisticLockingFailureException("lock");
                case "kalender" -> new OntbrekendeKalendergegevens("Ontbreekt.");
                case "termijn" -> new OnbekendeTermijn("x", "y");
                default -> new IllegalStateException("geheim");
            };
        }

        @GetMapping("/api/v1/getal")
        int getal(@RequestParam int aantal) {
            return aantal;
        }

        @PostMapping(path = "/api/v1/stuur", consumes = MediaType.APPLICATION_JSON_VALUE)
        Inhoud stuur(@RequestBody Inhoud inhoud) {
            return inhoud;
        }

        @GetMapping("/scherm")
        String scherm() {
            throw new Conflict("Voor de schermen.");
        }
    }

    @Test
    void hetLogNoemtDeSoortEnDePlaatsMaarGeenTekst() {
        String keten = Foutafhandeling.keten(new IllegalStateException("Jansen", new java.sql.SQLException("Failing row contains (Jansen)")));
        org.assertj.core.api.Assertions.assertThat(keten).contains("IllegalStateException", "java.sql.SQLException", "FoutafhandelingTest.hetLog")
                .doesNotContain("Jansen");
    }
}
