package nl.schoolgang.bewaking.cockpit;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.NOORDOOSTPOLDER;
import static nl.schoolgang.Proefmensen.WACHTWOORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.Proefzaken;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.toegang.Browser;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator changes terms from Cockpit: with a reason, or on a legal ground; the officer sees it. */
@Toepassingstest
class TermijnWijzigenInCockpitTest {

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private Termijnen termijnen;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Clock klok;
    @LocalServerPort
    private int poort;

    private String plugin;
    private Medewerker wie;
    private Browser coordinator;
    private Zaak zaak;
    private Termijn termijn;
    private LocalDate later;

    @BeforeEach
    void inloggen() {
        plugin = "/camunda/api/cockpit/plugin/schoolgang/" + engine.getName() + "/termijnen";
        wie = geautoriseerd(mensen.maak(Rol.COORDINATOR, BUNNIK), BUNNIK);
        coordinator = ingelogd(wie);
        zaak = proefzaken.start(BUNNIK);
        termijn = termijnen.vanZaak(zaak.id()).get(0);
        later = termijn.laatsteDag().plusDays(4);
    }

    @Test
    void termijnVanOrde_metEenReden_taakEnTimerGaanMee_enDeBehandelaarZietHet() {
        HttpResponse<String> antwoord = stuur(coordinator, termijn.id(), "verplaatsing", "{\"naar\":\"" + later + "\",\"reden\":\"School is dicht\"}");

        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(200);
        JsonNode spoor = json(antwoord).get("spoor").get(0);
        assertThat(spoor.get("reden").textValue()).isEqualTo("School is dicht");
        assertThat(spoor.get("door").textValue()).isEqualTo(wie.naam());
        assertThat(spoor.get("van").textValue() + spoor.get("naar").textValue()).isEqualTo("" + termijn.laatsteDag() + later);
        assertThat(termijnen.vanZaak(zaak.id()).get(0).laatsteDag()).isEqualTo(later);
        Date vervalt = Date.from(later.plusDays(1).atStartOfDay(ZoneId.of("Europe/Amsterdam")).toInstant());
        assertThat(engine.getTaskService().createTaskQuery().processInstanceId(zaak.procesInstantieId()).singleResult().getDueDate()).isEqualTo(vervalt);
        assertThat(engine.getManagementService().createJobQuery().processInstanceId(zaak.procesInstantieId()).timers().singleResult().getDuedate())
                .isEqualTo(vervalt);
        assertThat(tijdlijn.van(zaak.id())).extracting(Gebeurtenis::omschrijving, Gebeurtenis::door).anySatisfy(regel ->
                assertThat(regel.toList().toString()).contains("erplaatst", wie.gebruikersnaam()));
    }

    @Test
    void wettelijkeTermijn_nietMetEenReden_welOpEenGrond() {
        Termijn wettelijk = termijnen.start(zaak.id(), BUNNIK, "verlof.beslissen", null, LocalDate.now(klok));

        HttpResponse<String> geweigerd = stuur(coordinator, wettelijk.id(), "verplaatsing",
                "{\"naar\":\"" + wettelijk.laatsteDag().plusDays(7) + "\",\"reden\":\"Te druk\"}");
        assertThat(geweigerd.statusCode()).isEqualTo(422);
        assertThat(geweigerd.body()).contains("\"naar\"", "wettelijke termijn");
        JsonNode kan = json(coordinator.haal(plugin + "/" + wettelijk.id() + "/mogelijkheden"));
        assertThat(kan.get("verplaats").booleanValue()).isFalse();
        assertThat(kan.get("gronden").findValuesAsText("code")).contains("aanvulling", "overmacht").doesNotContain("verzuim-herstellen");

        assertThat(stuur(coordinator, wettelijk.id(), "opschorting", "{\"grond\":\"aanvulling\",\"op\":\"" + LocalDate.now(klok)
                + "\",\"uiterlijk\":\"" + LocalDate.now(klok).plusDays(14) + "\"}").statusCode()).isEqualTo(200);
        assertThat(termijnen.lopend(zaak.id(), "verlof.beslissen", null).orElseThrow().laatsteDag()).isAfter(wettelijk.laatsteDag());
        assertThat(json(coordinator.haal(plugin + "/" + wettelijk.id() + "/mogelijkheden")).get("hervat").booleanValue()).isTrue();
    }

    @Test
    void verlenging_metEenMededeling() {
        Termijn wettelijk = termijnen.start(zaak.id(), BUNNIK, "verlof.beslissen", null, LocalDate.now(klok));
        LocalDate tot = wettelijk.laatsteDag().plusDays(14);

        assertThat(stuur(coordinator, wettelijk.id(), "verlenging", "{\"op\":\"" + LocalDate.now(klok) + "\",\"tot\":\"" + tot + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(termijnen.lopend(zaak.id(), "verlof.beslissen", null).orElseThrow().status()).isEqualTo(Termijnstatus.VERLENGD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "geen json", "", "{\"naar\":\"morgen\",\"reden\":\"x\"}", "{\"naar\":\"2020-01-01\",\"reden\":\"x\"}"})
    void verkeerdeInvoer_isEenNetteWeigering_enErVerandertNiets(String inhoud) {
        HttpResponse<String> antwoord = stuur(coordinator, termijn.id(), "verplaatsing", inhoud);

        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(422);
        assertThat(antwoord.body()).contains("\"fouten\"").doesNotContain("Exception", "nl.schoolgang");
        assertThat(termijnen.vanZaak(zaak.id()).get(0).laatsteDag()).isEqualTo(termijn.laatsteDag());
    }

    @Test
    void zonderReden_ofOpEenOnbekendeWijze_nietsErVan() {
        assertThat(stuur(coordinator, termijn.id(), "verplaatsing", "{\"naar\":\"" + later + "\"}").body()).contains("\"reden\"");
        assertThat(stuur(coordinator, termijn.id(), "afschaffing", "{}").statusCode()).isEqualTo(404);
        assertThat(coordinator.haal(plugin + "/geen-id/mogelijkheden").statusCode()).isEqualTo(404);
    }

    @Test
    void alleenMetCockpitsKenmerk_alleenWieHetMag_alleenDeEigenGemeente() {
        String inhoud = "{\"naar\":\"" + later + "\",\"reden\":\"Proef\"}";
        assertThat(stuur(ingelogd(mensen.maak(Rol.PROCESANALIST, BUNNIK)), termijn.id(), "verplaatsing", inhoud).statusCode()).isEqualTo(404);
        assertThat(stuur(ingelogd(mensen.maak(Rol.COORDINATOR, BUNNIK)), termijn.id(), "verplaatsing", inhoud).statusCode())
                .as("zonder Wpg-autorisatie").isEqualTo(404);
        assertThat(stuur(ingelogd(geautoriseerd(mensen.maak(Rol.COORDINATOR, NOORDOOSTPOLDER), NOORDOOSTPOLDER)), termijn.id(), "verplaatsing",
                inhoud).statusCode()).isEqualTo(404);
        Zaak beperkt = proefzaken.startProcedure(BUNNIK, "meldcode");
        Termijn verborgen = termijnen.startTot(beperkt.id(), BUNNIK, "verzuim.afspraken", null, LocalDate.now(klok), later);
        assertThat(stuur(coordinator, verborgen.id(), "verplaatsing", inhoud).statusCode()).isEqualTo(404);
        assertThat(coordinator.haal(plugin + "/" + verborgen.id() + "/mogelijkheden").statusCode()).isEqualTo(404);
        assertThat(coordinator.verstuur("POST", plugin + "/" + termijn.id() + "/verplaatsing", "application/json", inhoud).statusCode())
                .as("zonder CSRF").isEqualTo(403);
        assertThat(termijnen.vanZaak(zaak.id()).get(0).laatsteDag()).isEqualTo(termijn.laatsteDag());
    }

    private HttpResponse<String> stuur(Browser browser, UUID id, String handeling, String inhoud) {
        browser.haal(plugin + "/tellingen");
        return browser.verstuur("POST", plugin + "/" + id + "/" + handeling, "application/json", inhoud, "X-XSRF-TOKEN", browser.koekje("XSRF-TOKEN"));
    }

    private static JsonNode json(HttpResponse<String> antwoord) {
        try {
            return new ObjectMapper().readTree(antwoord.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(antwoord.body(), e);
        }
    }

    private Medewerker geautoriseerd(Medewerker medewerker, String gemeente) {
        medewerkers.autoriseer(medewerker.gebruikersnaam(), gemeente, "leerplicht", "toezicht", "alle", LocalDate.of(2020, 1, 1));
        return medewerker;
    }

    private Browser ingelogd(Medewerker medewerker) {
        Browser browser = new Browser(poort);
        assertThat(browser.logIn(medewerker.gebruikersnaam(), WACHTWOORD).headers().firstValue("Location").orElseThrow()).endsWith("/");
        return browser;
    }
}
