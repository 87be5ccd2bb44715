package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;

@Toepassingstest
class EngineregelsTest {

    private static final String KOP = "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' "
            + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='proef'>"
            + "<bpmn:process id='%s' isExecutable='true' camunda:historyTimeToLive='P30D'><bpmn:startEvent id='b'/>"
            + "<bpmn:sequenceFlow id='f' sourceRef='b' targetRef='t'/>%s</bpmn:process></bpmn:definitions>";

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private EngineAanmelding aanmelding;
    @Autowired
    private Procesengine procesengine;
    @Autowired
    private RepositoryService repositoryService;
    @Autowired
    private RuntimeService runtimeService;
    @Autowired
    private TaskService taskService;
    @Autowired
    private IdentityService identityService;
    @Autowired
    private AuthorizationService authorizationService;
    @Autowired
    private Enginerechten enginerechten;
    @Autowired
    private Modeluitrol modeluitrol;
    @Autowired
    private ResourcePatternResolver bestanden;
    @Autowired
    private CamundaBpmProperties instellingen;
    @Autowired
    private EngineKlok klok;
    @Autowired
    private Clock clock;

    @AfterEach
    void herstel() {
        klok.herstel();
        identityService.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:scriptTask id='t' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "<bpmn:serviceTask id='t' camunda:class='java.lang.Object'/>",
        "<bpmn:task id='t'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='javascript'>1"
                + "</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task>",
        "<bpmn:task id='t'><bpmn:extensionElements><camunda:executionListener event='start' class='java.lang.Object'/>"
                + "</bpmn:extensionElements></bpmn:task>"
    })
    void codeInEenModelWordtGeweigerd(String taak) {
        assertThatThrownBy(() -> repositoryService.createDeployment().addString("m.bpmn", KOP.formatted("proef-script", taak)).deploy())
                .isInstanceOf(ProcessEngineException.class);
        assertThat(repositoryService.createProcessDefinitionQuery().processDefinitionKey("proef-script").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "jdbcClient", "identityService", "procesengine", "medewerkers", "environment"})
    void modelBereiktAlleenBouwstenen(String bean) {
        repositoryService.createDeployment().addString("m.bpmn", KOP.formatted("proef-bean",
                "<bpmn:serviceTask id='t' camunda:expression='${" + bean + ".toString()}'/>")).deploy();
        mensen.maak(Rol.COORDINATOR, BUNNIK);

        assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey("proef-bean", Map.of("gemeente", BUNNIK)))
                .hasMessageContaining("Unknown property used in expression");
    }

    @Test
    void webverzoekZonderAanmeldingBereiktDeEngineNiet() {
        try (EngineAanmelding.Deel verzoek = aanmelding.webverzoek()) {
            assertThatThrownBy(() -> runtimeService.createProcessInstanceQuery().count()).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> taskService.createTaskQuery().list()).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identityService.createUserQuery().count()).isInstanceOf(AuthorizationException.class);
        }
        assertThat(runtimeService.createProcessInstanceQuery().count()).isNotNegative();
    }

    @Test
    void coordinatorZietAlleenDeEigenGemeenteEnWijzigtNiets() {
        Zaak eigen = proefzaken.start(maakGemeente(NOORDOOSTPOLDER));
        Zaak ander = proefzaken.start(BUNNIK);
        Medewerker coordinator = mensen.maak(Map.of(NOORDOOSTPOLDER, Set.of(Rol.COORDINATOR), BUNNIK, Set.of(Rol.LEERPLICHTAMBTENAAR)));

        try (EngineAanmelding.Deel verzoek = aanmelding.webverzoek();
                EngineAanmelding.Deel wie = aanmelding.als(coordinator, Set.of(NOORDOOSTPOLDER))) {
            assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(eigen.procesInstantieId()).count()).isOne();
            assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(ander.procesInstantieId()).count()).isZero();
            assertThatThrownBy(() -> runtimeService.getVariables(ander.procesInstantieId())).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> runtimeService.setVariable(eigen.procesInstantieId(), "x", 1)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> runtimeService.deleteProcessInstance(eigen.procesInstantieId(), "x")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> procesengine.start("proef-taken", ander, Map.of())).isInstanceOf(GeenRecht.class);
            String taak = taskService.createTaskQuery().processInstanceId(eigen.procesInstantieId()).singleResult().getId();
            assertThatThrownBy(() -> taskService.complete(taak)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> repositoryService.createDeployment().addString("m.bpmn", KOP.formatted("x", "<bpmn:task id='t'/>")).deploy())
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThatThrownBy(() -> aanmelding.als(mensen.maak(Rol.COORDINATOR, BUNNIK), Set.of(NOORDOOSTPOLDER))).isInstanceOf(GeenRecht.class);
    }

    @Test
    void startZonderGemeenteMislukt() {
        proefzaken.start(maakGemeente(BUNNIK));

        assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey("proef-taken")).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("gemeente");
        assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey("proef-taken", Map.of("gemeente", "nergens")))
                .isInstanceOf(BadUserRequestException.class);
        identityService.setAuthentication("x", List.of(EngineAanmelding.DIENST), List.of(NOORDOOSTPOLDER));
        assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey("proef-taken", Map.of("gemeente", BUNNIK)))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void gebruikersKomenUitOnzeMedewerkersEnZijnAlleenTeLezen() {
        Medewerker coordinator = mensen.maak(Map.of(NOORDOOSTPOLDER, Set.of(Rol.COORDINATOR), BUNNIK, Set.of(Rol.BOA)));
        Medewerker bunniker = mensen.maak(Rol.COORDINATOR, BUNNIK);

        assertThat(identityService.isReadOnly()).isTrue();
        assertThat(identityService.createGroupQuery().groupMember(coordinator.gebruikersnaam()).list()).extracting(Group::getId)
                .containsExactlyInAnyOrder("coordinator", "boa");
        assertThat(identityService.createTenantQuery().userMember(coordinator.gebruikersnaam()).list()).extracting(Tenant::getId)
                .containsExactly(NOORDOOSTPOLDER);
        assertThat(identityService.createUserQuery().memberOfGroup("camunda-admin").count()).isZero();
        assertThat(identityService.checkPassword(coordinator.gebruikersnaam(), Proefmensen.WACHTWOORD)).isFalse();
        try (EngineAanmelding.Deel wie = aanmelding.als(coordinator, Set.of(NOORDOOSTPOLDER))) {
            assertThat(identityService.createUserQuery().list()).extracting(User::getId)
                    .contains(coordinator.gebruikersnaam()).doesNotContain(bunniker.gebruikersnaam());
            assertThat(identityService.createTenantQuery().list()).extracting(Tenant::getId).containsExactly(NOORDOOSTPOLDER);
        }
    }

    @Test
    void rechtenDieNietUitDeTabelVolgenVerdwijnen() {
        Authorization vreemd = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        vreemd.setGroupId("leerplichtambtenaar");
        vreemd.setResource(Resources.PROCESS_INSTANCE);
        vreemd.setResourceId("*");
        vreemd.addPermission(Permissions.ALL);
        authorizationService.saveAuthorization(vreemd);
        enginerechten.afterSingletonsInstantiated();
        List<String> eens = authorizationService.createAuthorizationQuery().list().stream().map(Authorization::getId).toList();
        enginerechten.afterSingletonsInstantiated();

        assertThat(authorizationService.createAuthorizationQuery().list()).extracting(Authorization::getId)
                .containsExactlyInAnyOrderElementsOf(eens).doesNotContain(vreemd.getId());
        assertThat(authorizationService.createAuthorizationQuery().list()).extracting(Authorization::getGroupId)
                .containsOnly(EngineAanmelding.DIENST, "coordinator", "procesanalist", "beheerder");
    }

    @Test
    void uitrolGebeurtAlleenAlsErIetsAndersIsEnNooitOverEenAnalistHeen() {
        assertThat(uitrol("")).as("een andere verzameling dan de vorige keer").isTrue();
        assertThat(uitrol("")).isFalse();
        assertThat(uitrol("<!--2-->")).isTrue();
        repositoryService.createDeployment().name("analist").addString("p.bpmn", model("<!--analist-->")).deploy();
        assertThat(uitrol("<!--2-->")).isFalse();
        assertThat(uitrol("<!--3-->")).isFalse();

        SortedMap<String, byte[]> drie = modellen("<!--3-->");
        Modeluitrol bevestigd = new Modeluitrol(repositoryService, bestanden, instellingen, Modeluitrol.kenmerk(drie));
        assertThat(bevestigd.rolUit(drie)).isTrue();
        assertThat(modeluitrol.lees()).containsKey("processes/beleid/termijnen.dmn").isNotEmpty();
    }

    @Test
    void klokVanToepassingEnEngineIsDezelfde() {
        Instant moment = Instant.parse("2026-03-02T08:00:00Z");
        klok.zetStil(moment);
        assertThat(clock.instant()).isEqualTo(moment);
        klok.zet(moment);
        assertThat(clock.instant()).isBetween(moment, moment.plusSeconds(10));
        assertThat(clock.getZone().getId()).isEqualTo("Europe/Amsterdam");
    }

    private boolean uitrol(String merk) {
        return modeluitrol.rolUit(modellen(merk));
    }

    private static SortedMap<String, byte[]> modellen(String merk) {
        return new TreeMap<>(Map.of("processes/proef/p.bpmn", model(merk).getBytes(StandardCharsets.UTF_8)));
    }

    private static String model(String merk) {
        return KOP.formatted("proef-uitrol", "<bpmn:task id='t'/>" + merk);
    }

    private String maakGemeente(String gemeente) {
        mensen.maak(Rol.COORDINATOR, gemeente);
        return gemeente;
    }
}
