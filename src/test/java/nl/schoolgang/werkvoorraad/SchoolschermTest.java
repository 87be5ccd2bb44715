package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Where a school can be reached, and who of a pupil may be e-mailed. */
@Toepassingstest
class SchoolschermTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Scholen scholen;
    @Autowired
    private Leerlingen leerlingen;

    private Medewerker administratie;
    private Medewerker coordinator;
    private UUID school;
    private String pad;

    @BeforeEach
    void eenSchool() {
        new Verhaal(context);
        administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
        school = scholen.registreer("77ZZ", UUID.randomUUID().toString().substring(0, 2), "vo", "Verzonnen Lyceum");
        pad = "/scholen/" + school;
    }

    @Test
    void postadresEnMailboxWordenVastgelegdEnGetoetst() throws Exception {
        mvc.perform(get("/scholen").param("zoek", "verzonnen lyc").with(als(administratie))).andExpect(content().string(containsString(pad)));
        mvc.perform(get("/scholen").param("zoek", "zz-niets").with(als(administratie))).andExpect(content().string(containsString("geen school")));
        Map<String, String> velden = new HashMap<>(Map.of("versie", "0", "straat", "Postbus", "huisnummer", "12", "postcode", "3980aa", "woonplaats", "Bunnik",
                "email", "verzuim@lyceum.example.org", "telefoon", "030-1234567"));
        stuur(pad, administratie, velden).andExpect(redirectedUrl(pad));
        assertThat(scholen.contact(school).adres()).isEqualTo(new Adres("Postbus", "12", "3980 AA", "Bunnik"));
        assertThat(scholen.contact(school).email()).isEqualTo("verzuim@lyceum.example.org");
        mvc.perform(get(pad).with(als(administratie))).andExpect(content().string(allOf(containsString("verzuim@lyceum.example.org"),
                containsString(administratie.naam()))));

        velden.put("straat", "Anderestraat");
        stuur(pad, administratie, velden).andExpect(status().isConflict()).andExpect(content().string(allOf(containsString("Anderestraat"),
                containsString("id=\"botsing\""))));
        stuur(pad, administratie, Map.of("versie", "1", "straat", "Half", "postcode", "x", "email", "geen mail", "telefoon", "abc"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("fout-huisnummer"),
                        containsString("fout-woonplaats"), containsString("fout-postcode"), containsString("fout-email"),
                        containsString("fout-telefoon"), containsString("value=\"Half\""))));
        assertThat(scholen.contact(school).adres().straat()).isEqualTo("Postbus");
        mvc.perform(get("/scholen/" + UUID.randomUUID()).with(als(administratie))).andExpect(status().isNotFound());
    }

    @Test
    void wieNietMagWijzigenZietAlleen() throws Exception {
        mvc.perform(get(pad).with(als(coordinator))).andExpect(status().isOk()).andExpect(content().string(not(containsString("school-bewaar"))));
        stuur(pad, coordinator, Map.of("versie", "0")).andExpect(status().isForbidden());
        mvc.perform(get("/scholen").with(als(Verhaal.medewerker(context, Rol.COLLEGE, BUNNIK)))).andExpect(status().isForbidden());
    }

    @Test
    void deJongereKiestZelfOfBrievenPerMailKomen() throws Exception {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK);
        UUID leerling = new Verhaal(context).gegeven(melding).zaak().leerlingId();
        String pagina = "/leerlingen/" + leerling;
        Map<String, String> velden = new HashMap<>(Map.of("versie", "0", "voornamen", "Sem", "achternaam", melding.achternaam(), "geboortedatum",
                leerlingen.metId(leerling).geboortedatum().toString(), "perEmail", "ja", "reden", "belde zelf"));
        stuur(pagina + "/gegevens", administratie, velden).andExpect(status().isUnprocessableEntity()).andExpect(content().string(
                containsString("waarop de jongere brieven wil krijgen")));
        assertThat(leerlingen.wilElektronisch(leerling)).isFalse();
        velden.put("email", "jongere@example.org");
        stuur(pagina + "/gegevens", administratie, velden).andExpect(redirectedUrl(pagina));
        assertThat(leerlingen.wilElektronisch(leerling)).isTrue();
        mvc.perform(get(pagina).with(als(administratie))).andExpect(content().string(allOf(containsString("id=\"per-email\">Ja"),
                containsString("Wil de jongere brieven per e-mail krijgen?"))));
        velden.remove("perEmail");
        velden.put("versie", "1");
        stuur(pagina + "/gegevens", administratie, velden).andExpect(redirectedUrl(pagina));
        assertThat(leerlingen.wilElektronisch(leerling)).as("who does not say it changes nothing").isTrue();
        velden.putAll(Map.of("perEmail", "nee", "versie", "2"));
        stuur(pagina + "/gegevens", administratie, velden).andExpect(redirectedUrl(pagina));
        assertThat(leerlingen.wilElektronisch(leerling)).isFalse();
    }

    private static RequestPostProcessor als(Medewerker wie) {
        return user(wie.gebruikersnaam());
    }

    private ResultActions stuur(String pad, Medewerker wie, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(als(wie)).with(csrf());
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
