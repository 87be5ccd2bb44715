package nl.schoolgang.bewaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

/** The calendar as another program reads it, from a request in which nobody is logged in. */
@Toepassingstest
class AgendaTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;

    private Bewakingsproef proef;
    private Medewerker coordinator;

    @BeforeEach
    void begin() {
        new Verhaal(context);
        proef = new Bewakingsproef(context);
        coordinator = proef.mens(Rol.COORDINATOR);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void elkeLopendeTermijnIsEenDag() throws Exception {
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        UUID id = proef.termijn(zaak, "beslissen", "2026-03-29").metTaak(null);
        proef.termijn(zaak, "al-gedaan", "2026-03-30").status("gehaald").zonderTaak();
        proef.termijn(zaak, "opgeschort", "2026-03-31").status("opgeschort").zonderTaak();

        MockHttpServletResponse antwoord = haal(maak(coordinator));
        assertThat(antwoord.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        Calendar agenda = lees(antwoord);
        assertThat(agenda.validate().hasErrors()).isFalse();
        List<VEvent> dagen = agenda.getComponents("VEVENT");
        assertThat(dagen).singleElement().satisfies(dag -> {
            assertThat((Temporal) dag.getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2026, 3, 29));
            assertThat(dag.getSummary().getValue()).isEqualTo(zaak.zaaknummer() + ": Termijn beslissen");
            assertThat(dag.getUid().orElseThrow().getValue()).isEqualTo(id + "@schoolgang");
            assertThat(dag.getUrl().getValue()).isEqualTo("http://localhost/zaken/" + zaak.zaaknummer());
        });
        assertThat(antwoord.getContentAsString()).contains("DTSTART;VALUE=DATE:20260329", "TRANSP:TRANSPARENT").doesNotContain(Bewakingsproef.ACHTERNAAM)
                .doesNotContain(coordinator.gebruikersnaam());
        assertThat(antwoord.getContentAsString().split("\r\n")).allMatch(r -> r.length() <= 75);
        assertThat(antwoord.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void eenAmbtenaarZietAlleenHetEigenWerk_enGeheimBlijftGeheim() throws Exception {
        Medewerker ambtenaar = proef.mens(Rol.LEERPLICHTAMBTENAAR);
        Medewerker ander = proef.mens(Rol.LEERPLICHTAMBTENAAR);
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        proef.termijn(zaak, "mijn", "2026-03-10").metTaak(ambtenaar.gebruikersnaam());
        proef.termijn(zaak, "van-ander", "2026-03-11").metTaak(ander.gebruikersnaam());
        proef.termijn(zaak, "van-niemand", "2026-03-12").metTaak(null);
        proef.termijn(proef.zaak("meldcode"), "veilig-thuis", "2026-03-13").metTaak(ambtenaar.gebruikersnaam());

        List<VEvent> dagen = lees(haal(maak(ambtenaar))).getComponents("VEVENT");
        assertThat(dagen).extracting(d -> d.getSummary().getValue().replaceAll(".*: ", ""), d -> (Object) d.getDateTimeStart().getDate())
                .containsExactly(tuple("Termijn mijn", LocalDate.of(2026, 3, 10)), tuple("Termijn van-niemand", LocalDate.of(2026, 3, 12)),
                        tuple("Termijn", LocalDate.of(2026, 3, 13)));
    }

    @Test
    void hetAdresIsInTeTrekken_teVervangen_enNietAfTeLezen() throws Exception {
        String eerste = maak(coordinator);
        String sleutel = eerste.replaceAll(".*/agenda/|\\.ics", "");
        assertThat(sleutel).hasSize(43);
        assertThat(jdbc.sql("select encode(sleutel_hash, 'escape') from agenda_abonnement where gebruikersnaam = ?").param(coordinator.gebruikersnaam())
                .query(String.class).single()).doesNotContain(sleutel);
        String tweede = maak(coordinator);
        assertThat(haal(eerste).getStatus()).isEqualTo(404);
        assertThat(haal(tweede).getStatus()).isEqualTo(200);

        mvc.perform(post("/profiel/agenda/intrekken").with(csrf()).with(user(coordinator.gebruikersnaam())));
        assertThat(haal(tweede).getStatus()).isEqualTo(404);
        assertThat(haal("http://localhost/agenda/raden.ics").getStatus()).isEqualTo(404);
    }

    @Test
    void wieWegIsZietNietsMeer() throws Exception {
        String adres = maak(coordinator);
        jdbc.sql("update medewerker set actief = false where gebruikersnaam = ?").param(coordinator.gebruikersnaam()).update();
        assertThat(haal(adres).getStatus()).isEqualTo(404);
    }

    private String maak(Medewerker wie) throws Exception {
        return (String) mvc.perform(post("/profiel/agenda").with(csrf()).with(user(wie.gebruikersnaam()))).andReturn().getFlashMap().get("agendaAdres");
    }

    private MockHttpServletResponse haal(String adres) throws Exception {
        return mvc.perform(get(UriComponentsBuilder.fromUriString(adres).build().getPath())).andReturn().getResponse();
    }

    private static Calendar lees(MockHttpServletResponse antwoord) throws Exception {
        return new CalendarBuilder().build(new StringReader(antwoord.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
