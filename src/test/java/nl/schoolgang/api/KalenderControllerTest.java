package nl.schoolgang.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import nl.schoolgang.kalender.Kalenderbestand;
import nl.schoolgang.kalender.Termijnberekening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class KalenderControllerTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new KalenderController(new Termijnberekening(Kalenderbestand.kalender())))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build()))
            .setHandlerExceptionResolvers(new Foutafhandeling(Jackson2ObjectMapperBuilder.json().build())).build();

    @Test
    void zesWekenVanaf20Februari() throws Exception {
        vraag("aantal=6&eenheid=weken&vanaf=2026-02-20").andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.vervaldatum").value("2026-04-07"))
                .andExpect(jsonPath("$.uitleg[*].datum").value(contains("2026-02-20", "2026-04-03", "2026-04-03", "2026-04-07")))
                .andExpect(jsonPath("$.uitleg[2].regel").value(containsString("Goede Vrijdag")))
                .andExpect(jsonPath("$.tijdstip").doesNotExist());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aantal=6&eenheid=weken&vanaf=2026-02-20&atw=false                                                      | 2026-04-03",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&atw=true                                                       | 2026-04-07",
        "aantal=2&eenheid=dagen&vanaf=2026-10-26&richting=terug                                                 | 2026-10-24",
        "aantal=10&eenheid=werkdagen&vanaf=2026-04-01                                                           | 2026-04-17",
        "aantal=5&eenheid=schooldagen&vanaf=2026-02-18&regio=noord                                              | 2026-03-04",
        "aantal=8&eenheid=weken&vanaf=2026-09-01&opgeschortVan=2026-09-08&opgeschortTot=2026-09-22               | 2026-11-09",
        "aantal=8&eenheid=weken&vanaf=2026-09-01&opgeschortVan=2026-09-01&opgeschortTot=2026-09-03               | 2026-10-28",
        "aantal=8&eenheid=weken&vanaf=2026-09-01&opgeschortVan=2026-09-08&opgeschortTot=2026-09-08               | 2026-10-27",
        "aantal=42&eenheid=dagen&vanaf=2026-11-23&atw=false                                                      | 2027-01-04",
        "aantal=13&eenheid=weken&vanaf=2026-09-25                                                               | 2026-12-25",
        "aantal=1&eenheid=maanden&vanaf=2026-01-31                                                              | 2026-03-02",
        "aantal=1&eenheid=weken&vanaf=2026-03-02&opgeschortVan=2026-03-09&opgeschortTot=2026-03-12              | 2026-03-11"})
    void vrijeTermijnen(String vraag, String einde) throws Exception {
        vraag(vraag.strip()).andExpect(status().isOk()).andExpect(jsonPath("$.vervaldatum").value(einde.strip()));
    }

    @Test
    void deUitlegNoemtHetVerzoekEnDeAanvulling() throws Exception {
        vraag("aantal=8&eenheid=weken&vanaf=2026-09-01&opgeschortVan=2026-09-08&opgeschortTot=2026-09-22").andExpect(status().isOk())
                .andExpect(jsonPath("$.uitleg[1].datum").value("2026-09-08"))
                .andExpect(jsonPath("$.uitleg[1].regel").value(containsString("dinsdag 22-9-2026 is de aanvraag aangevuld")))
                .andExpect(jsonPath("$.uitleg[1].regel").value(containsString("13 dagen")))
                .andExpect(jsonPath("$.uitleg[3].regel").value(containsString("9-9-2026 tot en met 21-9-2026")));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:00,2026-03-04T09:00:00", "2026-03-02T08:00Z,2026-03-04T09:00:00", "2026-03-28T12:00:30,2026-03-30T12:00:30"})
    void uren(String vanaf, String tijdstip) throws Exception {
        vraag("aantal=48&eenheid=uren&vanaf=" + vanaf).andExpect(status().isOk()).andExpect(jsonPath("$.tijdstip").value(tijdstip))
                .andExpect(jsonPath("$.vervaldatum").value(tijdstip.substring(0, 10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "eenheid=weken&vanaf=2026-02-20                                     | aantal",
        "aantal=&eenheid=weken&vanaf=2026-02-20                             | aantal",
        "aantal=-1&eenheid=weken&vanaf=2026-02-20                           | aantal",
        "aantal=10001&eenheid=weken&vanaf=2026-02-20                        | aantal",
        "aantal=99999999999999999999&eenheid=weken&vanaf=2026-02-20         | aantal",
        "aantal=1.5&eenheid=weken&vanaf=2026-02-20                          | aantal",
        "aantal=zes&eenheid=weken&vanaf=2026-02-20                          | aantal",
        "aantal=6&aantal=7&eenheid=weken&vanaf=2026-02-20                   | aantal",
        "aantal=6&vanaf=2026-02-20                                          | eenheid",
        "aantal=6&eenheid=eeuwen&vanaf=2026-02-20                           | eenheid",
        "aantal=6&eenheid=WEKEN&vanaf=2026-02-20                            | eenheid",
        "aantal=6&eenheid=onverwijld&vanaf=2026-02-20                       | eenheid",
        "aantal=6&eenheid=weken                                             | vanaf",
        "aantal=6&eenheid=weken&vanaf=2026-02-30                            | vanaf",
        "aantal=6&eenheid=weken&vanaf=20-02-2026                            | vanaf",
        "aantal=6&eenheid=weken&vanaf=2026-02-20T09:00                      | vanaf",
        "aantal=6&eenheid=weken&vanaf=1999-01-01                            | vanaf",
        "aantal=6&eenheid=weken&vanaf=%2B12026-01-01                        | vanaf",
        "aantal=6&eenheid=uren&vanaf=2026-02-20                             | vanaf",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&atw=ja                     | atw",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&richting=links             | richting",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&regio=oost                 | regio",
        "aantal=6&eenheid=schooldagen&vanaf=2026-02-20                      | regio",
        "aantal=6&eenheid=schooldagen&vanaf=2035-02-20&regio=noord          | vanaf",
        "aantal=6&eenheid=schooldagen&vanaf=2026-03-20&regio=zuid           | vanaf",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&kleur=rood                 | kleur",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&opgeschortVan=2026-03-01   | opgeschortTot",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&opgeschortTot=2026-03-01   | opgeschortVan",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&opgeschortVan=2026-03-09&opgeschortTot=2026-03-01 | opgeschortTot",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&opgeschortVan=2026-02-19&opgeschortTot=2026-03-01 | opgeschortVan",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&opgeschortVan=2026-04-08&opgeschortTot=2026-04-12 | opgeschortVan",
        "aantal=100&eenheid=jaren&vanaf=2026-02-20                          | eenheid",
        "aantal=1000&eenheid=maanden&vanaf=2026-02-20                       | aantal",
        "aantal=200&eenheid=maanden&vanaf=2026-02-20&richting=terug         | aantal",
        "aantal=10000&eenheid=uren&vanaf=2100-12-30T09:00                   | aantal",
        "aantal=6&eenheid=uren&vanaf=2026-02-20T09:00&opgeschortVan=2026-03-09 | opgeschortVan",
        "aantal=6&eenheid=weken&vanaf=2026-02-20&richting=terug&opgeschortVan=2026-02-01&opgeschortTot=2026-02-03 | opgeschortVan"})
    void elkeFouteParameterIs422MetVeldEnReden(String vraag, String veld) throws Exception {
        vraag(vraag.strip()).andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.fouten[*].veld").value(contains(veld.strip())))
                .andExpect(jsonPath("$.fouten[*].reden").value(everyItem(not(is("")))));
    }

    @Test
    void alleFoutenInEenAntwoord() throws Exception {
        vraag("aantal=x&eenheid=y&vanaf=z&q=1").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(containsInAnyOrder("aantal", "eenheid", "vanaf", "q")));
        vraag("").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten", hasSize(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%0a", "%20"})
    void vreemdeTekensGevenEenGewoneFout(String teken) throws Exception {
        vraag("aantal=6&eenheid=weken&vanaf=" + teken).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(hasItem("vanaf")));
    }

    private ResultActions vraag(String parameters) throws Exception {
        return mvc.perform(get(java.net.URI.create("/api/v1/kalender/termijn?" + parameters)));
    }
}
