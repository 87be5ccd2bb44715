package nl.schoolgang.werkvoorraad;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The calendar on its screen and in the API: a day comes and goes, and what is wrong is said at its field. */
@Toepassingstest
class KalenderbeheerTest {

    private static final String PAD = "/beheer/kalender";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Proefmensen mensen;

    private Medewerker beheerder;

    @BeforeEach
    void beheerder() {
        beheerder = mensen.maak(Rol.BEHEERDER, Proefmensen.BUNNIK);
    }

    @Test
    void eenDagKomtErbijEnGaatWeerWeg() throws Exception {
        stuur(PAD + "/kb-dagen", "datum", "2033-06-15", "omschrijving", "proefdag van het scherm", "reden", "Koninklijk besluit").andExpect(redirectedUrl(PAD));
        toon().andExpect(status().isOk()).andExpect(content().string(containsString("proefdag van het scherm")));
        mvc.perform(get("/api/v1/kalender/termijn?aantal=1&eenheid=werkdagen&vanaf=2033-06-14").with(httpBasic(beheerder.gebruikersnaam(), Proefmensen.WACHTWOORD)))
                .andExpect(jsonPath("$.vervaldatum").value("2033-06-16"));
        stuur(PAD + "/kb-dagen", "datum", "2033-06-15", "omschrijving", "nog eens", "reden", "Koninklijk besluit").andExpect(status().isConflict())
                .andExpect(content().string(containsString("Deze dag staat al in de lijst.")));
        stuur(PAD + "/kb-dagen/2033-06-15/weg", "reden", "Vergissing").andExpect(redirectedUrl(PAD));
        mvc.perform(get("/api/v1/kalender/termijn?aantal=1&eenheid=werkdagen&vanaf=2033-06-14").with(httpBasic(beheerder.gebruikersnaam(), Proefmensen.WACHTWOORD)))
                .andExpect(jsonPath("$.vervaldatum").value("2033-06-15"));
    }

    @Test
    void watNietKloptStaatBijHetVeldEnWatGetyptIsBlijft() throws Exception {
        stuur(PAD + "/kb-dagen", "datum", "15 juni", "omschrijving", "mijn omschrijving", "reden", "").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Vul een bestaande datum in."))).andExpect(content().string(containsString("mijn omschrijving")));
        stuur(PAD + "/vakanties", "schooljaar", "2026-2028", "vakantie", "herfst", "regio", "noord", "begin", "2026-10-10", "eind", "2026-10-18", "reden", "x")
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Vul een schooljaar in, zoals 2026-2027.")));
        stuur(PAD + "/ook-lopende", "code", "bestaat.niet", "gemeente", "bunnik", "reden", "x").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("staat voor gemeente bunnik niet in de tabel met termijnen")));
    }

    @Test
    void deApiZegtHetzelfde() throws Exception {
        json("/api/v1/kalender/kb-dagen", "{\"datum\":\"1999-01-01\",\"x\":1}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(hasItem("x")));
        json("/api/v1/kalender/kb-dagen", "{\"datum\":\"2033-09-14\",\"omschrijving\":\"proefdag\",\"reden\":\"Besluit\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.soort").value("kb-dag-erbij")).andExpect(jsonPath("$.geraakt").value(0));
        json("/api/v1/kalender/kb-dagen/2033-09-14/intrekking", "{\"reden\":\"Vergissing\"}").andExpect(status().isOk());
        json("/api/v1/kalender/kb-dagen/2033-09-14/intrekking", "{\"reden\":\"Vergissing\"}").andExpect(status().isNotFound());
        json("/api/v1/kalender/vakanties", "{\"schooljaar\":\"2026-2027\",\"vakantie\":\"herfst\",\"brin\":\"00XX\",\"begin\":\"2026-10-10\","
                + "\"eind\":\"2026-10-18\",\"reden\":\"Besluit\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(hasItem("brin")));
        json("/api/v1/termijnen/ook-lopende", "{\"code\":\"verzuim.afspraken\",\"gemeente\":\"bunnik\",\"reden\":\"x\"}")
                .andExpect(status().isUnprocessableEntity());
    }

    private ResultActions toon() throws Exception {
        return mvc.perform(get(PAD).with(user(beheerder.gebruikersnaam())).accept(MediaType.TEXT_HTML));
    }

    private ResultActions stuur(String pad, String... velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(beheerder.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML);
        for (int i = 0; i < velden.length; i += 2) {
            verzoek.param(velden[i], velden[i + 1]);
        }
        return mvc.perform(verzoek);
    }

    private ResultActions json(String pad, String body) throws Exception {
        return mvc.perform(post(pad).with(httpBasic(beheerder.gebruikersnaam(), Proefmensen.WACHTWOORD)).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
