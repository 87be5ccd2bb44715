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
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Proefzaken;
import nl.schoolgang.engine.Taakbediening;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
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

/** The plugin Historie over the real port: ended instances, the way they went, and to whom it tells of them. */
@Toepassingstest
class HistorieInCockpitTest {

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private Procesengine processen;
    @Autowired
    private Taakbediening taken;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Clock klok;
    @LocalServerPort
    private int poort;

    private String plugin;
    private Browser coordinator;

    @BeforeEach
    void inloggen() {
        plugin = "/camunda/api/cockpit/plugin/schoolgang/" + engine.getName() + "/historie";
        coordinator = ingelogd(geautoriseerd(mensen.maak(Rol.COORDINATOR, BUNNIK), BUNNIK));
    }

    @Test
    void deAfgelegdeWeg_metDuurWieEnGegevens() {
        Medewerker ambtenaar = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        Zaak zaak = proefzaken.start(BUNNIK);
        rondAf(zaak, "beoordelen", ambtenaar);
        rondAf(zaak, "afsluiten", ambtenaar);

        JsonNode verloop = haal(coordinator, "/" + zaak.procesInstantieId());

        assertThat(verloop.get("instantie").get("zaaknummer").textValue()).isEqualTo(zaak.zaaknummer());
        assertThat(verloop.get("instantie").get("einde").textValue()).isNotBlank();
        assertThat(verloop.get("instantie").get("afgebroken").booleanValue()).isFalse();
        assertThat(verloop.get("stappen").findValuesAsText("element")).containsExactly("begin", "beoordelen", "afsluiten", "einde");
        assertThat(verloop.get("stappen").get(1).get("door").textValue()).isEqualTo(ambtenaar.naam());
        assertThat(verloop.get("stappen").get(1).get("seconden").longValue()).isNotNegative();
        assertThat(verloop.get("stromen").toString()).isEqualTo("[\"naar-afsluiten\",\"naar-beoordelen\",\"naar-einde\"]");
        assertThat(verloop.get("gegevens").findValuesAsText("naam")).contains("zaakId", "ontvangen");
        assertThat(verloop.toString()).doesNotContain("Proef Persoon\",\"geboorte", "burgerservicenummer");
    }

    @Test
    void eenProcesDatLoopt_staatNietInDeLijst_maarIsWelTeBekijken() {
        Zaak zaak = proefzaken.start(BUNNIK);

        assertThat(lijst(coordinator, "?zaaknummer=" + zaak.zaaknummer())).doesNotContain(zaak.zaaknummer());
        JsonNode verloop = haal(coordinator, "/" + zaak.procesInstantieId());
        assertThat(verloop.get("instantie").has("einde")).isFalse();
        assertThat(verloop.get("stromen").toString()).isEqualTo("[\"naar-beoordelen\"]");
    }

    @Test
    void zoekenOpNummerProcedureEnPeriode() {
        Zaak zaak = afgelopen(BUNNIK);
        String vandaag = LocalDate.now(klok).toString();
        String nummer = "?zaaknummer=" + zaak.zaaknummer().toLowerCase();

        assertThat(lijst(coordinator, nummer)).contains(zaak.procesInstantieId()).contains("\"afgebroken\":true");
        assertThat(lijst(coordinator, nummer + "&procedure=proef-taken&gemeente=bunnik&van=" + vandaag + "&tot=" + vandaag))
                .contains(zaak.procesInstantieId());
        assertThat(lijst(coordinator, nummer + "&procedure=relatief-verzuim")).doesNotContain(zaak.procesInstantieId());
        assertThat(lijst(coordinator, nummer + "&tot=" + LocalDate.now(klok).minusDays(1))).doesNotContain(zaak.procesInstantieId());
        assertThat(lijst(coordinator, nummer + "&van=" + LocalDate.now(klok).plusDays(1))).doesNotContain(zaak.procesInstantieId());
        assertThat(lijst(coordinator, "?zaaknummer=" + zaak.zaaknummer().replace('-', '_'))).as("geen jokertekens").isEqualTo("[]");
        assertThat(lijst(coordinator, "?zaaknummer=%25")).isEqualTo("[]");
    }

    @Test
    void bladzijdenSluitenAan_elkProcesEenKeer() {
        List<String> gemaakt = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            gemaakt.add(afgelopen(BUNNIK).procesInstantieId());
        }
        List<String> alle = new ArrayList<>();
        String na = "";
        while (na != null) {
            JsonNode bladzijde = haal(coordinator, "?procedure=proef-taken&na=" + na);
            bladzijde.get("regels").forEach(r -> alle.add(r.get("instantie").textValue()));
            na = bladzijde.get("verder").textValue();
        }

        assertThat(alle).doesNotHaveDuplicates().containsAll(gemaakt);
    }

    @Test
    void eenAndereGemeenteBestaatNiet() {
        Zaak eigen = afgelopen(BUNNIK);
        Zaak ander = afgelopen(NOORDOOSTPOLDER);

        assertThat(lijst(coordinator, "?zaaknummer=" + eigen.zaaknummer())).contains(eigen.procesInstantieId());
        assertThat(lijst(coordinator, "?zaaknummer=" + ander.zaaknummer())).isEqualTo("[]");
        assertThat(lijst(coordinator, "?gemeente=noordoostpolder")).isEqualTo("[]");
        assertThat(status(coordinator, "/" + ander.procesInstantieId())).isEqualTo(404);
        Browser gemengd = ingelogd(geautoriseerd(mensen.maak(Map.of(NOORDOOSTPOLDER, Set.of(Rol.COORDINATOR), BUNNIK,
                Set.of(Rol.LEERPLICHTAMBTENAAR))), NOORDOOSTPOLDER));
        assertThat(lijst(gemengd, "?zaaknummer=" + eigen.zaaknummer())).isEqualTo("[]");
        assertThat(status(gemengd, "/" + eigen.procesInstantieId())).isEqualTo(404);
        assertThat(status(gemengd, "/" + ander.procesInstantieId())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meldcode", "halt-verwijzing", "proces-verbaal"})
    void beperkteProceduresZijnErVoorNiemand(String procedure) {
        Zaak beperkt = proefzaken.startProcedure(BUNNIK, procedure);
        processen.stop(beperkt, "ingetrokken", "proef");
        Browser overal = ingelogd(geautoriseerd(mensen.maak(Map.of(BUNNIK, Set.of(Rol.COORDINATOR, Rol.BOA, Rol.BEHEERDER))), BUNNIK));

        for (Browser wie : List.of(coordinator, overal, ingelogd(mensen.maak(Rol.PROCESANALIST, BUNNIK)))) {
            assertThat(lijst(wie, "?zaaknummer=" + beperkt.zaaknummer())).isEqualTo("[]");
            assertThat(lijst(wie, "?procedure=" + procedure)).isEqualTo("[]");
            assertThat(haal(wie, "").get("procedures").findValuesAsText("code")).doesNotContain(procedure);
            assertThat(status(wie, "/" + beperkt.procesInstantieId())).isEqualTo(404);
        }
    }

    @Test
    void zonderWpgAutorisatie_geenZakenOverVermoedenVanVerzuim() {
        Zaak zaak = afgelopen(BUNNIK);
        Browser zonder = ingelogd(mensen.maak(Rol.COORDINATOR, BUNNIK));

        assertThat(lijst(zonder, "?zaaknummer=" + zaak.zaaknummer())).isEqualTo("[]");
        assertThat(status(zonder, "/" + zaak.procesInstantieId())).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(value = Rol.class, names = {"LEERPLICHTAMBTENAAR", "BOA", "ADMINISTRATIEF_MEDEWERKER", "COLLEGE", "AUDITOR"})
    void wieGeenCockpitHeeft_krijgtNiets(Rol rol) {
        assertThat(status(ingelogd(mensen.maak(rol, BUNNIK)), "")).isEqualTo(403);
        assertThat(new Browser(poort).haal(plugin).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?van=gisteren", "?tot=32-1-2026", "?van=2026-03-02&tot=2026-03-01", "?na=x", "?na=2026_1",
        "?zaaknummer=BUN-2026-00000000000000000000000000000000000000000"})
    void verkeerdeVraag_isEenNetteWeigering(String vraag) {
        HttpResponse<String> antwoord = coordinator.haal(plugin + vraag);

        assertThat(antwoord.statusCode()).isEqualTo(422);
        assertThat(antwoord.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(antwoord.body()).contains("\"fouten\"").doesNotContain("Exception", "nl.schoolgang");
    }

    /** Ended from outside: the quickest way to a history. */
    private Zaak afgelopen(String gemeente) {
        Zaak zaak = proefzaken.start(gemeente);
        processen.stop(zaak, "ingetrokken", "proef");
        return zaak;
    }

    private void rondAf(Zaak zaak, String taak, Medewerker wie) {
        String id = engine.getTaskService().createTaskQuery().processInstanceId(zaak.procesInstantieId()).taskDefinitionKey(taak).singleResult().getId();
        taken.pakOp(id, wie);
        taken.rondAf(id, wie, Map.of());
    }

    private String lijst(Browser wie, String vraag) {
        return haal(wie, vraag).get("regels").toString();
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
