package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.Verstrekkingsbeleid;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** On which ground which receiver may be given data: the whole table, and what the screen says. */
@Toepassingstest
class VerstrekkingsgrondTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Verstrekkingsbeleid beleid;

    @Test
    void nietElkeGrondslagGeldtVoorElkeOntvanger() throws Exception {
        Map<String, List<String>> mag = Map.of("lpw", List.of("school", "raad", "politie-om", "inspectie", "andere-gemeente"),
                "toestemming", Verstrekking.ONTVANGERS,
                "wettelijke-plicht", List.of("school", "veilig-thuis", "raad", "politie-om", "inspectie", "andere-gemeente", "anders"),
                "publieke-taak", List.of("school", "samenwerkingsverband", "hulpverlening", "veilig-thuis", "raad", "inspectie", "andere-gemeente"),
                "wjsg", List.of("raad", "politie-om", "inspectie", "andere-gemeente"), "wpg-16", List.of("politie-om", "andere-gemeente"),
                "wpg-18", List.of("hulpverlening", "veilig-thuis", "raad"),
                "wpg-19", List.of("school", "samenwerkingsverband", "hulpverlening", "veilig-thuis", "raad", "inspectie", "andere-gemeente", "anders"),
                "wpg-20", List.of("school", "samenwerkingsverband", "hulpverlening", "veilig-thuis", "raad", "andere-gemeente"));
        assertThat(mag.keySet()).containsExactlyInAnyOrderElementsOf(Verstrekking.GRONDSLAGEN);
        UUID leerling = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK)).zaak().leerlingId();
        for (String grond : Verstrekking.GRONDSLAGEN) {
            for (String ontvanger : Verstrekking.ONTVANGERS) {
                assertThat(beleid.bezwaar(BUNNIK, grond, ontvanger).isEmpty()).as("%s aan %s", grond, ontvanger)
                        .isEqualTo(mag.get(grond).contains(ontvanger));
            }
        }
        mvc.perform(post("/leerlingen/" + leerling + "/verstrekking").param("grondslag", "wpg-18").param("ontvanger", "school")
                .with(user(Verhaal.medewerker(context, Rol.BOA, BUNNIK).gebruikersnaam())).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("fout-grondslag"), containsString("niet bij besluit aangewezen"),
                        containsString("Kies een andere grondslag of ontvanger"))));
    }
}
