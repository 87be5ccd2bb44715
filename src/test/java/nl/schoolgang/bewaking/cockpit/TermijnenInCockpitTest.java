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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.Proefzaken;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.toegang.Browser;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The plugin Termijnen over the real port: what it tells, and to whom. */
@Toepassingstest
class TermijnenInCockpitTest {

    private static final String CODE = "verzuim.contact-melder";

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private Termijnen termijnen;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Clock klok;
    @LocalServerPort
    private int poort;

    private String plugin;
    private Zaak eigen;
    private Zaak ander;
    private Browser coordinator;

    @BeforeEach
    void inloggen() {
        plugin = "/camunda/api/cockpit/plugin/schoolgang/" + engine.getName() + "/termijnen";
        coordinator = ingelogd(geautoriseerd(mensen.maak(Rol.COORDINATOR, BUNNIK), BUNNIK));
        eigen = proefzaken.start(BUNNIK);
        ander = proefzaken.start(NOORDOOSTPOLDER);
    }

    @Test
    void termijnenVanEenZaak_metDeUitlegZoalsDieIsBewaard() {
        JsonNode antwoord = haal(coordinator, "/instantie/" + eigen.procesInstantieId());

        assertThat(antwoord.get("zaaknummer").textValue()).isEqualTo(eigen.zaaknummer());
        assertThat(antwoord.get("magZaak").booleanValue()).isTrue();
        JsonNode termijn = antwoord.get("termijnen").get(0);
        assertThat(termijn.get("code").textValue()).isEqualTo(CODE);
        assertThat(termijn.get("uitleg").get(0).get("regel").textValue())
                .isEqualTo(termijnen.vanZaak(eigen.id()).get(0).uitleg().get(0).regel());
        assertThat(antwoord.toString()).doesNotContain("Proef Persoon", eigen.leerlingId().toString());
    }

    @Test
    void watTeLaatIs_enSindsWanneer_totHetWerkGedaanIs() {
        // Longest too late of all, so on the first page whatever else is too late.
        LocalDate begin = LocalDate.now(klok).minusYears(9);
        termijnen.startTot(eigen.id(), BUNNIK, "verzuim.contact-ouders", null, begin, begin.plusDays(9));
        assertThat(termijn(eigen, "verzuim.contact-ouders").get("stand").textValue()).as("de timer moet nog komen").isEqualTo("te-laat");
        termijnen.startTot(eigen.id(), BUNNIK, "verzuim.afspraken", null, begin, begin.plusDays(9));
        assertThat(termijn(eigen, "verzuim.afspraken").get("stand").textValue()).as("een afgesproken dag halen is het doel").isNotEqualTo("te-laat");

        termijnen.startTot(eigen.id(), BUNNIK, "verzuim.reactie-oproep", null, begin, begin.plusDays(10));
        termijnen.verstreken(eigen.id(), "verzuim.reactie-oproep", null);

        JsonNode termijn = termijn(eigen, "verzuim.reactie-oproep");
        assertThat(termijn.get("stand").textValue()).isEqualTo("te-laat");
        assertThat(termijn.get("teLaatSinds").textValue()).isEqualTo(begin.plusDays(11).toString());
        assertThat(lijst(coordinator, "?stand=te-laat&gemeente=bunnik")).contains(termijn.get("id").textValue());

        termijnen.beeindig(eigen.id(), "verzuim.reactie-oproep", null, false);

        assertThat(termijn(eigen, "verzuim.reactie-oproep").get("stand").textValue()).isEqualTo("afgedaan");
        assertThat(termijn(eigen, "verzuim.reactie-oproep").get("status").textValue()).as("dat hij te laat was blijft staan").isEqualTo("overschreden");
        assertThat(lijst(coordinator, "?stand=te-laat")).doesNotContain(termijn.get("id").textValue());
    }

    @Test
    void watVerlooptInEenWeek() {
        LocalDate dag = LocalDate.now(klok).plusDays(100);
        termijnen.startTot(eigen.id(), BUNNIK, "verzuim.afspraken", null, LocalDate.now(klok), dag);
        String id = termijn(eigen, "verzuim.afspraken").get("id").textValue();

        assertThat(lijst(coordinator, "?gemeente=bunnik&procedure=proef-taken&week=" + dag)).contains(id);
        assertThat(lijst(coordinator, "?gemeente=bunnik&procedure=relatief-verzuim&week=" + dag)).doesNotContain(id);
        assertThat(lijst(coordinator, "?gemeente=noordoostpolder&week=" + dag)).doesNotContain(id);
        assertThat(lijst(coordinator, "?week=" + dag.minusWeeks(1))).doesNotContain(id);
        assertThat(lijst(coordinator, "?stand=loopt&week=" + dag)).contains(id);
        assertThat(lijst(coordinator, "?stand=dreigt&week=" + dag)).doesNotContain(id);
    }

    @Test
    void bladzijdenSluitenAan_elkeTermijnEenKeer() {
        for (int i = 0; i < 55; i++) {
            Zaak zaak = proefzaken.start(BUNNIK);
            termijnen.startTot(zaak.id(), BUNNIK, "verzuim.afspraken", null, LocalDate.now(klok), LocalDate.of(2031, 3, 3).plusDays(i % 3));
        }
        List<String> alle = new ArrayList<>();
        String na = "";
        do {
            JsonNode bladzijde = haal(coordinator, "?week=2031-03-05&na=" + na);
            assertThat(bladzijde.get("termijnen").size()).isLessThanOrEqualTo(50);
            bladzijde.get("termijnen").forEach(t -> alle.add(t.get("id").textValue()));
            na = bladzijde.get("verder").isNull() ? null : bladzijde.get("verder").textValue();
        } while (na != null);

        assertThat(alle).doesNotHaveDuplicates().hasSize(55);
    }

    @Test
    void tellingenVanHetDashboard() {
        JsonNode voor = haal(coordinator, "/tellingen");
        LocalDate begin = LocalDate.now(klok).minusDays(30);
        termijnen.startTot(eigen.id(), BUNNIK, "verzuim.reactie-oproep", null, begin, begin.plusDays(1));
        termijnen.verstreken(eigen.id(), "verzuim.reactie-oproep", null);
        termijnen.startTot(eigen.id(), BUNNIK, "verzuim.afspraken", null, begin, LocalDate.now(klok));
        termijnen.startTot(ander.id(), NOORDOOSTPOLDER, "verzuim.afspraken", null, begin, LocalDate.now(klok));
        JsonNode na = haal(coordinator, "/tellingen");

        assertThat(na.get("teLaat").longValue()).isEqualTo(voor.get("teLaat").longValue() + 1);
        assertThat(na.get("dreigt").longValue()).isEqualTo(voor.get("dreigt").longValue() + 1);
        assertThat(na.get("dezeWeek").longValue()).isEqualTo(voor.get("dezeWeek").longValue() + 1);
        assertThat(na.get("teLaatWettelijk")).isEqualTo(voor.get("teLaatWettelijk"));
    }

    @Test
    void plaatjesOpHetModel_opDeTaakDieErVoorOpenStaat() {
        termijnen.verstreken(eigen.id(), CODE, null);

        assertThat(haal(coordinator, "/instantie/" + eigen.procesInstantieId() + "/elementen").toString())
                .isEqualTo("[{\"element\":\"beoordelen\",\"teLaat\":1,\"dreigt\":0}]");
        String definitie = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("proef-taken").latestVersion()
                .singleResult().getId();
        assertThat(haal(coordinator, "/model/" + definitie + "/elementen").toString()).containsPattern("beoordelen\",\"teLaat\":[1-9]");
    }

    @Test
    void eenAndereGemeenteBestaatNiet() {
        assertThat(status(coordinator, "/instantie/" + ander.procesInstantieId())).isEqualTo(404);
        assertThat(status(coordinator, "/instantie/" + ander.procesInstantieId() + "/elementen")).isEqualTo(404);
        assertThat(alles(coordinator)).contains(eigen.zaaknummer()).doesNotContain(ander.zaaknummer());
        assertThat(haal(coordinator, "").get("gemeenten").findValuesAsText("code")).containsExactly("bunnik");

        Browser gemengd = ingelogd(geautoriseerd(mensen.maak(Map.of(NOORDOOSTPOLDER, Set.of(Rol.COORDINATOR), BUNNIK,
                Set.of(Rol.LEERPLICHTAMBTENAAR))), NOORDOOSTPOLDER));
        assertThat(alles(gemengd)).as("alleen waar zij Cockpit heeft").contains(ander.zaaknummer()).doesNotContain(eigen.zaaknummer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"meldcode", "halt-verwijzing", "proces-verbaal"})
    void beperkteProceduresZijnErVoorNiemand(String procedure) {
        Zaak beperkt = proefzaken.startProcedure(BUNNIK, procedure);
        termijnen.startTot(beperkt.id(), BUNNIK, "verzuim.afspraken", null, LocalDate.now(klok).minusDays(9), LocalDate.now(klok).minusDays(2));
        Browser overal = ingelogd(geautoriseerd(mensen.maak(Map.of(BUNNIK, Set.of(Rol.COORDINATOR, Rol.BOA, Rol.BEHEERDER))), BUNNIK));

        for (Browser wie : List.of(coordinator, overal, ingelogd(mensen.maak(Rol.PROCESANALIST, BUNNIK)))) {
            assertThat(alles(wie)).doesNotContain(beperkt.zaaknummer(), "\"" + procedure + "\"");
            assertThat(status(wie, "/instantie/" + beperkt.procesInstantieId())).isEqualTo(404);
            assertThat(status(wie, "/instantie/" + beperkt.procesInstantieId() + "/elementen")).isEqualTo(404);
            String definitie = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(procedure).latestVersion()
                    .singleResult().getId();
            assertThat(status(wie, "/model/" + definitie + "/elementen")).isEqualTo(404);
        }
    }

    @Test
    void zonderWpgAutorisatie_geenZakenOverVermoedenVanVerzuim() {
        Browser zonder = ingelogd(mensen.maak(Rol.COORDINATOR, BUNNIK));

        assertThat(alles(zonder)).doesNotContain(eigen.zaaknummer());
        assertThat(status(zonder, "/instantie/" + eigen.procesInstantieId())).isEqualTo(404);
    }

    @Test
    void wieGeenZakenLeest_zietNummersEnDatumsEnGeenWegNaarDeZaak() {
        Browser analist = ingelogd(mensen.maak(Rol.PROCESANALIST, BUNNIK));

        JsonNode antwoord = haal(analist, "/instantie/" + eigen.procesInstantieId());
        assertThat(antwoord.get("magZaak").booleanValue()).isFalse();
        assertThat(antwoord.get("termijnen").get(0).get("magZaak").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Rol.class, names = {"LEERPLICHTAMBTENAAR", "BOA", "ADMINISTRATIEF_MEDEWERKER", "COLLEGE", "AUDITOR"})
    void wieGeenCockpitHeeft_krijgtNiets(Rol rol) {
        Browser browser = ingelogd(mensen.maak(rol, BUNNIK));

        for (String pad : new String[] {"", "/tellingen", "/instantie/" + eigen.procesInstantieId()}) {
            assertThat(status(browser, pad)).as(pad).isEqualTo(403);
        }
        assertThat(new Browser(poort).haal(plugin).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?stand=verkeerd", "?week=volgende", "?na=x", "?na=2026-03-02_nee"})
    void verkeerdeVraag_isEenNetteWeigering(String vraag) {
        HttpResponse<String> antwoord = coordinator.haal(plugin + vraag);

        assertThat(antwoord.statusCode()).isEqualTo(422);
        assertThat(antwoord.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(antwoord.body()).contains("\"fouten\"").doesNotContain("Exception", "nl.schoolgang");
    }

    @Test
    void watErNietIs_isEenNetteWeigering() {
        for (String pad : new String[] {"/instantie/bestaat-niet", "/instantie/bestaat-niet/elementen", "/model/bestaat-niet/elementen"}) {
            HttpResponse<String> antwoord = coordinator.haal(plugin + pad);
            assertThat(antwoord.statusCode()).as(pad).isEqualTo(404);
            assertThat(antwoord.body()).doesNotContain("Exception", "nl.schoolgang");
        }
    }

    @Test
    void alleenDeEigenBestandenGaanDeDeurUit() {
        String bestanden = "/camunda/api/cockpit/plugin/schoolgang/static/app/";
        for (String naam : new String[] {"plugin.js", "plugin.css", "bouwsteen.js", "termijnen.js", "termijnregel.js", "diagram.js"}) {
            assertThat(coordinator.haal(bestanden + naam).statusCode()).as(naam).isEqualTo(200);
        }
        assertThat(coordinator.haal(bestanden + "../../../application.yaml").statusCode()).isIn(400, 403, 404);
        assertThat(coordinator.haal(bestanden + "anders.js").statusCode()).isEqualTo(403);
    }

    private JsonNode termijn(Zaak zaak, String code) {
        return StreamSupport.stream(haal(coordinator, "/instantie/" + zaak.procesInstantieId()).get("termijnen").spliterator(), false)
                .filter(t -> t.get("code").textValue().equals(code)).findFirst().orElseThrow();
    }

    /** The whole list, page after page. */
    private String alles(Browser wie) {
        StringBuilder tekst = new StringBuilder();
        String na = "";
        while (na != null) {
            JsonNode bladzijde = haal(wie, "?na=" + na);
            tekst.append(bladzijde);
            na = bladzijde.get("verder").textValue();
        }
        return tekst.toString();
    }

    private String lijst(Browser wie, String vraag) {
        return haal(wie, vraag).get("termijnen").toString();
    }

    private JsonNode haal(Browser wie, String pad) {
        HttpResponse<String> antwoord = wie.haal(plugin + pad);
        assertThat(antwoord.statusCode()).as("%s: %s", pad, antwoord.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(antwoord.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(antwoord.body(), e);
        }
    }

    private int status(Browser wie, String pad) {
        return wie.haal(plugin + pad).statusCode();
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
