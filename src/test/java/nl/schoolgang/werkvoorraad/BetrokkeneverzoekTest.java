package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Enginescan;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A request of the person concerned: registered, answered within a month, decided, carried out.
 * Through the screens of {@link Betrokkeneverzoek}.
 */
@Toepassingstest
class BetrokkeneverzoekTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Zaken zaken;
    @Autowired
    private Termijnen termijnen;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Werkvoorraad werkvoorraad;
    @Autowired
    private Taken taken;
    @Autowired
    private JdbcClient jdbc;

    private UUID leerling;
    private Medewerker ambtenaar;

    @BeforeEach
    void eenDossier() {
        Verhaal verhaal = new Verhaal(context);
        verhaal.klok(LocalDateTime.of(2026, 3, 10, 9, 0));
        leerling = verhaal.gegeven(verzuimmelding().in(BUNNIK)).zaak().leerlingId();
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void eenMaandNaOntvangstIsDeLaatsteDagEnEenToegewezenVerzoekWordtUitgevoerd() throws Exception {
        Zaak zaak = registreer("correctie");
        assertThat(termijn(zaak).laatsteDag()).isEqualTo(LocalDate.of(2026, 4, 9));
        assertThat(termijn(zaak).grondslag()).contains("artikel 12 lid 3");
        Taak beoordelen = taak(zaak, "verzoek-beoordelen");
        assertThat(beoordelen.laatsteDag()).isEqualTo(LocalDate.of(2026, 4, 9));
        taken.rondAf(beoordelen.id(), ambtenaar, Map.of("verzoekBesluit", "toegewezen", "verzoekReden", "De naam stond er verkeerd in",
                "verzoekAntwoordDatum", "2026-03-10"));
        assertThat(termijn(zaak).status()).isEqualTo(Termijnstatus.LOPEND);
        taken.rondAf(taak(zaak, "besluit-uitvoeren").id(), ambtenaar, Map.of("verzoekUitvoering", "verbeterd"));
        assertThat(zaken.metId(zaak.id()).status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        assertThat(termijn(zaak).status()).isEqualTo(Termijnstatus.GEHAALD);
        toon("/leerlingen/" + leerling, ambtenaar).andExpect(content().string(allOf(containsString("id=\"hoofdstuk-verantwoording\""),
                containsString("Verzoek om correctie"), containsString("De naam stond er verkeerd in"))));
    }

    @Test
    void eenAfgewezenVerzoekEindigtMetDeRedenInHetDossier() throws Exception {
        Zaak zaak = registreer("inzage");
        taken.rondAf(taak(zaak, "verzoek-beoordelen").id(), ambtenaar, Map.of("verzoekBesluit", "afgewezen", "verzoekReden",
                "Wpg 27: het onderzoek loopt nog", "verzoekAntwoordDatum", "2026-03-10"));
        assertThat(zaken.metId(zaak.id()).status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        assertThat(dossiers.vanZaak(zaak.id(), ambtenaar)).extracting(s -> s.inhoud().toString()).anyMatch(i -> i.contains("Wpg 27"));
    }

    @Test
    void naEenMaandIsHetTeLaatEnDatBlijftStaan() throws Exception {
        Zaak zaak = registreer("inzage");
        ManagementService beheer = context.getBean(ManagementService.class);
        List<Job> timers = beheer.createJobQuery().timers().processInstanceId(zaken.metId(zaak.id()).procesInstantieId()).list();
        assertThat(timers).hasSize(1);
        assertThat(timers.get(0).getDuedate().toInstant()).isEqualTo(LocalDate.of(2026, 4, 10).atStartOfDay(Tijdzone.AMSTERDAM).toInstant());
        context.getBean(EngineKlok.class).zetStil(timers.get(0).getDuedate().toInstant());
        beheer.executeJob(timers.get(0).getId());
        assertThat(termijn(zaak).status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
        assertThat(taak(zaak, "verzoek-beoordelen")).isNotNull();
    }

    @Test
    void watGevraagdWordtStaatNietInDeEngine() throws Exception {
        Zaak zaak = registreer("correctie");
        assertThat(new Enginescan(jdbc).vindplaatsen(List.of("moeder vraagt"))).isEmpty();
        assertThat(zaak.procedure()).isEqualTo("betrokkene-verzoek");
    }

    @Test
    void fouteInvoerEnWieHetMag() throws Exception {
        String pad = "/leerlingen/" + leerling + "/verzoek";
        toon(pad, ambtenaar).andExpect(status().isOk()).andExpect(content().string(containsString("data-onthoud")));
        stuur(pad, ambtenaar, Map.of("verzoekSoort", "x", "verzoekOntvangen", "2199-01-01")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("fout-verzoekSoort"), containsString("fout-verzoekVan"),
                        containsString("fout-verzoekOntvangen"), containsString("fout-vraag"))));
        stuur(pad, mensen.maak(Rol.COORDINATOR, BUNNIK), Map.of()).andExpect(status().isForbidden());
        stuur(pad, mensen.maak(Rol.LEERPLICHTAMBTENAAR, Verhaal.NOORDOOSTPOLDER), Map.of()).andExpect(status().isNotFound());
    }

    private Zaak registreer(String soort) throws Exception {
        String naar = stuur("/leerlingen/" + leerling + "/verzoek", ambtenaar, Map.of("verzoekSoort", soort, "verzoekVan", "ouder", "verzoekOntvangen",
                "2026-03-09", "vraag", "Moeder vraagt het dossier")).andExpect(redirectedUrlPattern("/zaken/BUN-*")).andReturn().getResponse()
                .getRedirectedUrl();
        return zaken.metNummer(naar.substring(naar.lastIndexOf('/') + 1)).orElseThrow();
    }

    private Termijn termijn(Zaak zaak) {
        return termijnen.vanZaak(zaak.id()).stream().filter(t -> t.code().equals("privacy.verzoek")).findFirst().orElseThrow();
    }

    private Taak taak(Zaak zaak, String definitie) {
        return werkvoorraad.vanZaak(zaak.id()).stream().filter(t -> t.definitie().equals(definitie)).findFirst().orElseThrow();
    }

    private ResultActions toon(String pad, Medewerker wie) throws Exception {
        return mvc.perform(get(pad).with(user(wie.gebruikersnaam())).accept(MediaType.TEXT_HTML));
    }

    private ResultActions stuur(String pad, Medewerker wie, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(wie.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML);
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
