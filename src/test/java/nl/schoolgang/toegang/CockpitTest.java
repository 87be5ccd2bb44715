package nl.schoolgang.toegang;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.NOORDOOSTPOLDER;
import static nl.schoolgang.Proefmensen.WACHTWOORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.Proefzaken;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cockpit over the real port: the same log-in, the own municipality only, looking only. */
@Toepassingstest
class CockpitTest {

    private static final String JSON = "application/json";

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int poort;

    private String api;
    private Zaak eigen;
    private Zaak ander;
    private Browser coordinator;
    private Medewerker wie;

    @BeforeEach
    void inloggen() {
        api = "/camunda/api/engine/engine/" + engine.getName();
        wie = mensen.maak(Rol.COORDINATOR, NOORDOOSTPOLDER);
        eigen = proefzaken.start(NOORDOOSTPOLDER);
        ander = proefzaken.start(BUNNIK);
        coordinator = ingelogd(wie);
    }

    @Test
    void coordinatorKomtBinnenZonderNogEensInTeLoggen() {
        HttpResponse<String> cockpit = coordinator.haal("/camunda/app/cockpit/" + engine.getName() + "/");

        assertThat(cockpit.statusCode()).isEqualTo(200);
        assertThat(cockpit.body()).contains("cockpit");
        HttpResponse<String> ik = coordinator.haal("/camunda/api/admin/auth/user/" + engine.getName());
        assertThat(ik.statusCode()).isEqualTo(200);
        assertThat(ik.body()).contains(wie.gebruikersnaam(), "\"cockpit\"").doesNotContain("tasklist", "\"admin\"");
    }

    @Test
    void coordinatorZietDeEigenGemeenteEnNietsVanEenAndere() {
        for (String soort : new String[] {"process-instance", "history/process-instance"}) {
            assertThat(coordinator.haal(api + "/" + soort).body()).contains(eigen.procesInstantieId()).doesNotContain(ander.procesInstantieId());
            assertThat(coordinator.haal(api + "/" + soort + "/" + eigen.procesInstantieId()).statusCode()).isEqualTo(200);
            assertThat(coordinator.haal(api + "/" + soort + "/" + ander.procesInstantieId()).statusCode()).isIn(403, 404);
        }
        for (String soort : new String[] {"task", "history/task", "execution", "job", "history/variable-instance",
            "history/activity-instance", "history/detail", "history/job-log", "process-instance", "history/process-instance"}) {
            String vraag = soort.startsWith("process-instance") ? "?processInstanceIds=" : "?processInstanceId=";
            assertThat(coordinator.haal(api + "/" + soort + vraag + ander.procesInstantieId()).body()).as(soort).isEqualTo("[]");
            assertThat(coordinator.haal(api + "/" + soort + "/count" + vraag + ander.procesInstantieId()).body()).as(soort).contains("\"count\":0");
            assertThat(coordinator.verstuur("POST", api + "/" + soort, JSON, "{}", csrf()).body()).as(soort)
                    .doesNotContain(ander.procesInstantieId());
        }
        assertThat(coordinator.verstuur("POST", api + "/variable-instance", JSON, "{}", csrf()).body()).doesNotContain(ander.procesInstantieId());
        assertThat(coordinator.haal(api + "/task?processInstanceId=" + eigen.procesInstantieId()).body()).contains("beoordelen");
        assertThat(coordinator.haal(api + "/variable-instance?processInstanceIdIn=" + ander.procesInstantieId()).body()).isEqualTo("[]");
        assertThat(coordinator.haal(api + "/variable-instance?processInstanceIdIn=" + eigen.procesInstantieId()).body()).contains("zaakId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meldcode", "halt-verwijzing", "proces-verbaal"})
    void vanBeperkteProceduresIsNietsTeZienOokGeenAantal(String procedure) {
        Zaak beperkt = proefzaken.startProcedure(NOORDOOSTPOLDER, procedure);
        String instantie = beperkt.procesInstantieId();
        String definitie = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instantie).singleResult().getProcessDefinitionId();
        assertThat(engine.getTaskService().createTaskQuery().processInstanceId(instantie).count()).as("er is iets te zien").isPositive();

        for (String pad : new String[] {"/process-definition", "/process-definition/statistics", "/process-instance",
            "/history/process-instance", "/task", "/history/task", "/history/activity-instance", "/history/variable-instance", "/execution"}) {
            assertThat(coordinator.haal(api + pad + (pad.contains("?") ? "&" : "?") + "maxResults=10000").body()).as(pad)
                    .doesNotContain(instantie, definitie, "key\":\"" + procedure + "\"", "Key\":\"" + procedure + "\"");
        }
        for (String soort : new String[] {"process-instance", "history/process-instance", "task", "history/task"}) {
            assertThat(coordinator.haal(api + "/" + soort + "/count?processDefinitionKey=" + procedure).body()).as(soort).contains("\"count\":0");
        }
        assertThat(coordinator.haal(api + "/process-definition/count?key=" + procedure).body()).contains("\"count\":0");
        assertThat(coordinator.haal(api + "/process-definition/key/" + procedure).statusCode()).isIn(403, 404);
        assertThat(coordinator.haal(api + "/process-instance/" + instantie).statusCode()).isIn(403, 404);
        assertThat(coordinator.haal(api + "/process-definition/key/relatief-verzuim").statusCode()).isEqualTo(200);
    }

    @Test
    void alleenDeGemeenteWaarinIemandCockpitHeeftTeltMee() {
        Browser gemengd = ingelogd(mensen.maak(Map.of(NOORDOOSTPOLDER, Set.of(Rol.COORDINATOR), BUNNIK, Set.of(Rol.LEERPLICHTAMBTENAAR))));

        assertThat(gemengd.haal(api + "/process-instance").body()).contains(eigen.procesInstantieId()).doesNotContain(ander.procesInstantieId());
    }

    @Test
    void wieVanGemeenteWisseltZietDeOudeMeteenNietMeer() {
        assertThat(coordinator.haal(api + "/process-instance").body()).contains(eigen.procesInstantieId());
        jdbc.sql("update medewerker_rol set gemeente = ? where gebruikersnaam = ?").params(BUNNIK, wie.gebruikersnaam()).update();

        assertThat(coordinator.haal(api + "/process-instance").body()).contains(ander.procesInstantieId()).doesNotContain(eigen.procesInstantieId());
    }

    @Test
    void idVanEenAndereGemeenteIsEenWeigeringEnGeenFoutVanDeServer() {
        String taak = engine.getTaskService().createTaskQuery().processInstanceId(ander.procesInstantieId()).singleResult().getId();
        for (String pad : new String[] {"/task/" + taak, "/task/" + taak + "/variables", "/task/" + taak + "/form-variables",
            "/process-instance/" + ander.procesInstantieId() + "/variables", "/process-instance/" + ander.procesInstantieId() + "/activity-instances",
            "/execution/" + ander.procesInstantieId() + "/localVariables"}) {
            assertThat(coordinator.haal(api + pad).statusCode()).as(pad).isIn(403, 404);
        }
    }

    @Test
    void coordinatorWijzigtNiets() {
        String taak = engine.getTaskService().createTaskQuery().processInstanceId(eigen.procesInstantieId()).singleResult().getId();
        for (String pad : new String[] {"/task/" + taak + "/complete", "/task/" + taak + "/submit-form", "/task/" + taak + "/claim",
            "/process-definition/key/proef-taken/start", "/process-instance/" + eigen.procesInstantieId() + "/variables", "/user/create",
            "/process-instance/" + eigen.procesInstantieId() + "/modification", "/group/create", "/tenant/create"}) {
            int status = coordinator.verstuur("POST", api + pad, JSON, pad.endsWith("claim") ? "{\"userId\":\"" + wie.gebruikersnaam() + "\"}"
                    : pad.endsWith("modification") ? "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"beoordelen\"}]}" : "{}", csrf()).statusCode();
            assertThat(status).as(pad).isIn(400, 403, 404, 405);
        }
        assertThat(engine.getTaskService().createTaskQuery().taskId(taak).singleResult().getAssignee()).isNull();
        assertThat(coordinator.verstuur("DELETE", api + "/process-instance/" + eigen.procesInstantieId(), null, null, csrf()).statusCode()).isEqualTo(403);
        assertThat(coordinator.verstuur("POST", api + "/task/" + taak + "/complete", JSON, "{}").statusCode()).as("zonder CSRF").isEqualTo(403);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(eigen.procesInstantieId()).count()).isOne();
    }

    @ParameterizedTest
    @EnumSource(value = Rol.class, names = {"LEERPLICHTAMBTENAAR", "BOA", "ADMINISTRATIEF_MEDEWERKER", "COLLEGE", "AUDITOR"})
    void wieGeenCockpitHeeftKomtErNietIn(Rol rol) {
        Browser browser = ingelogd(mensen.maak(rol, NOORDOOSTPOLDER));

        assertThat(browser.haal("/camunda/app/cockpit/" + engine.getName() + "/").statusCode()).isEqualTo(403);
        assertThat(browser.haal(api + "/process-instance").statusCode()).isEqualTo(403);
        assertThat(browser.haal(api + "/task/count").statusCode()).isEqualTo(403);
    }

    @Test
    void andereDelenZijnDicht() {
        Browser beheerder = ingelogd(mensen.maak(Rol.BEHEERDER, NOORDOOSTPOLDER));
        for (String pad : new String[] {"/camunda/app/tasklist/default/", "/camunda/app/admin/default/", "/camunda/app/welcome/default/",
            "/camunda/app/admin/default/setup/", "/camunda/api/tasklist/plugin/x", "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js"}) {
            assertThat(beheerder.haal(pad).statusCode()).as(pad).isEqualTo(403);
        }
        assertThat(beheerder.verstuur("POST", "/camunda/api/admin/setup/" + engine.getName() + "/user/create", JSON, "{}").statusCode()).isEqualTo(403);
        assertThat(beheerder.verstuur("POST", "/camunda/api/admin/auth/user/" + engine.getName() + "/login/cockpit",
                "application/x-www-form-urlencoded", "username=x&password=y").statusCode()).isEqualTo(403);
    }

    @Test
    void zonderInloggenGeenCockpit() {
        Browser niemand = new Browser(poort);
        assertThat(niemand.haal(api + "/process-instance").statusCode()).isEqualTo(401);
        assertThat(niemand.haal("/camunda/app/cockpit/default/", "Accept", "text/html").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(niemand.verstuur("POST", "/camunda/api/admin/setup/" + engine.getName() + "/user/create", JSON, "{}").statusCode()).isEqualTo(401);
        assertThat(new Browser(poort).basic(wie.gebruikersnaam(), WACHTWOORD).haal(api + "/process-instance").statusCode()).isEqualTo(401);
    }

    @Test
    void uitloggenInCockpitIsUitloggenUitAlles() {
        coordinator.verstuur("POST", "/camunda/api/admin/auth/user/" + engine.getName() + "/logout", null, null);
        assertThat(coordinator.haal("/werkvoorraad").headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(coordinator.haal(api + "/process-instance").statusCode()).isEqualTo(401);
    }

    /** Cockpit's own protection: the cookie's value comes back in a header. */
    private String[] csrf() {
        coordinator.haal(api + "/process-instance/count");
        return new String[] {"X-XSRF-TOKEN", coordinator.koekje("XSRF-TOKEN")};
    }

    private Browser ingelogd(Medewerker medewerker) {
        Browser browser = new Browser(poort);
        assertThat(browser.logIn(medewerker.gebruikersnaam(), WACHTWOORD).headers().firstValue("Location").orElseThrow()).endsWith("/");
        return browser;
    }
}
