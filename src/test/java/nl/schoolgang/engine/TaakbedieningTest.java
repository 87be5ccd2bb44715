package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Toepassingstest
class TaakbedieningTest {

    private static final String TERMIJN = "verzuim.contact-melder";

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private Taakbediening bediening;
    @Autowired
    private Procesengine engine;
    @Autowired
    private TaskService taskService;
    @Autowired
    private RuntimeService runtimeService;
    @Autowired
    private HistoryService historyService;
    @Autowired
    private ManagementService managementService;
    @Autowired
    private IdentityService identityService;
    @Autowired
    private Termijnen termijnen;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private Zaken zaken;
    @Autowired
    private EngineKlok klok;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    private Medewerker ambtenaar;
    private Zaak zaak;

    @BeforeEach
    void zaak() {
        ambtenaar = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        zaak = proefzaken.start(BUNNIK);
    }

    @AfterEach
    void herstel() {
        klok.herstel();
        assertThat(identityService.getCurrentAuthentication()).as("aanmelding is teruggezet").isNull();
    }

    @Test
    void taakMeldtZichInDeWerkvoorraadMetRolTermijnEnUitleg() {
        Map<String, Object> rij = jdbc.sql("select * from werkvoorraad_taak where taak_id = ?").param(taak("beoordelen").getId()).query().singleRow();

        assertThat(rij).containsEntry("rol", "leerplichtambtenaar").containsEntry("gemeente", BUNNIK)
                .containsEntry("zaaknummer", zaak.zaaknummer()).containsEntry("termijn_code", TERMIJN)
                .containsEntry("uitleg", "Beoordeel wat er ligt.").containsEntry("definitie", "beoordelen");
        assertThat(taak("beoordelen").getDueDate().toInstant())
                .isEqualTo(termijnen.lopend(zaak.id(), TERMIJN, null).orElseThrow().vervalmoment())
                .isEqualTo(managementService.createJobQuery().processInstanceId(zaak.procesInstantieId()).singleResult().getDuedate().toInstant());
    }

    @Test
    void alleenOnzeDienstRondtAf() {
        String taak = taak("beoordelen").getId();

        assertThatThrownBy(() -> taskService.complete(taak)).isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("/api/v1/taken/" + taak + "/afronden");
        assertThat(taak("beoordelen")).isNotNull();
    }

    @Test
    void afrondenBrengtDeZaakVerderOpNaamVanDeMedewerker() {
        String eerste = taak("beoordelen").getId();
        bediening.rondAf(eerste, ambtenaar, Map.of("oordeel", "geoorloofd"));

        assertThat(runtimeService.getVariable(zaak.procesInstantieId(), "oordeel")).isEqualTo("geoorloofd");
        assertThat(termijn().status()).isEqualTo(Termijnstatus.GEHAALD);
        assertThat(historyService.createUserOperationLogQuery().taskId(eerste).list())
                .isNotEmpty().allSatisfy(regel -> assertThat(regel.getUserId()).isEqualTo(ambtenaar.gebruikersnaam()));
        assertThatThrownBy(() -> bediening.rondAf(eerste, ambtenaar, Map.of())).isInstanceOf(Conflict.class);

        bediening.rondAf(taak("afsluiten").getId(), ambtenaar, Map.of());
        assertThat(zaken.metId(zaak.id()).status()).isEqualTo(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void anderMagNietAanDeTaakKomen() {
        String taak = taak("beoordelen").getId();
        Medewerker elders = mensen.maak(Rol.LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER);
        Medewerker andereRol = mensen.maak(Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        Medewerker collega = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);

        assertThatThrownBy(() -> bediening.pakOp(taak, elders)).isInstanceOf(NietGevonden.class);
        assertThatThrownBy(() -> bediening.rondAf(taak, elders, Map.of())).isInstanceOf(NietGevonden.class);
        assertThatThrownBy(() -> bediening.pakOp(taak, andereRol)).isInstanceOf(GeenRecht.class);
        bediening.pakOp(taak, ambtenaar);
        bediening.pakOp(taak, ambtenaar);
        assertThatThrownBy(() -> bediening.pakOp(taak, collega)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> bediening.geefVrij(taak, collega)).isInstanceOf(Conflict.class);
        bediening.geefVrij(taak, ambtenaar);
        assertThat(jdbc.sql("select behandelaar from werkvoorraad_taak where taak_id = ?").param(taak).query().singleRow())
                .containsEntry("behandelaar", null);
        bediening.pakOp(taak, collega);
        assertThatThrownBy(() -> bediening.pakOp("bestaat-niet", ambtenaar)).isInstanceOf(NietGevonden.class);
    }

    @Test
    void formulierHoortBijDezelfdeUitrol() {
        assertThat(bediening.formulier(taak("beoordelen").getId())).contains("proef-formulier");
    }

    @Test
    void verstrekenTermijnStaatOpDeTijdlijnEnBegintNietOpnieuw() {
        klok.zetStil(termijn().vervalmoment());
        Job timer = managementService.createJobQuery().processInstanceId(zaak.procesInstantieId()).singleResult();
        assertThat(timer.getDuedate().toInstant()).isEqualTo(clock.instant());
        managementService.executeJob(timer.getId());

        assertThat(termijn().status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
        assertThat(tijdlijn.van(zaak.id())).extracting(Gebeurtenis::soort).containsOnlyOnce("termijn-verstreken");
        bediening.rondAf(taak("beoordelen").getId(), ambtenaar, Map.of());
        assertThat(termijn().status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
    }

    @Test
    void meldingenNaastElkaarOverschrijvenElkaarsBeslissingenNiet() {
        UUID een = proefzaken.melding(zaak);
        UUID twee = proefzaken.melding(zaak);
        engine.bericht("proef-melding", zaak.procesInstantieId(), Map.of("meldingId", een.toString(), "meldingsnummer", "1"));
        engine.bericht("proef-melding", zaak.procesInstantieId(), Map.of("meldingId", twee.toString(), "meldingsnummer", "2"));

        rondAfVan(een, "geoorloofd");
        rondAfVan(twee, "ongeoorloofd");

        assertThat(oordeelVan(een)).isEqualTo("geoorloofd");
        assertThat(oordeelVan(twee)).isEqualTo("ongeoorloofd");
        assertThat(runtimeService.getVariable(zaak.procesInstantieId(), "oordeel")).isNull();
    }

    @Test
    void berichtGaatAlleenNaarDeEigenMelding() {
        UUID een = proefzaken.melding(zaak);
        engine.bericht("proef-melding", zaak.procesInstantieId(), Map.of("meldingId", een.toString()));
        rondAfVan(een, "geoorloofd");

        assertThat(engine.berichtIndienVerwacht("proef-ingetrokken", zaak.procesInstantieId(), "meldingId", UUID.randomUUID().toString())).isFalse();
        assertThat(engine.berichtIndienVerwacht("proef-ingetrokken", zaak.procesInstantieId(), "meldingId", een.toString())).isTrue();
        assertThat(engine.berichtIndienVerwacht("proef-ingetrokken", zaak.procesInstantieId(), "meldingId", een.toString())).isFalse();
        assertThatThrownBy(() -> engine.bericht("proef-onbekend", zaak.procesInstantieId(), Map.of())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> engine.bericht("proef-melding", "bestaat-niet", Map.of())).isInstanceOf(NietGevonden.class);
    }

    @Test
    void ingetrokkenZaakHaaltTaakUitDeWerkvoorraad() {
        String taak = taak("beoordelen").getId();
        runtimeService.deleteProcessInstance(zaak.procesInstantieId(), "proef", true);

        assertThat(jdbc.sql("select count(*) from werkvoorraad_taak where taak_id = ?").param(taak).query(Long.class).single()).isZero();
        assertThat(termijn().status()).isEqualTo(Termijnstatus.VERVALLEN);
    }

    private void rondAfVan(UUID melding, String oordeel) {
        Task taak = taskService.createTaskQuery().processInstanceId(zaak.procesInstantieId()).taskDefinitionKey("melding-lezen").list().stream()
                .filter(t -> melding.toString().equals(taskService.getVariable(t.getId(), "meldingId"))).findFirst().orElseThrow();
        bediening.rondAf(taak.getId(), ambtenaar, Map.of("oordeel", oordeel));
    }

    private Object oordeelVan(UUID melding) {
        return runtimeService.createExecutionQuery().processInstanceId(zaak.procesInstantieId()).list().stream()
                .map(e -> runtimeService.getVariablesLocal(e.getId())).filter(v -> melding.toString().equals(v.get("meldingId")))
                .map(v -> v.get("oordeel")).findFirst().orElse(null);
    }

    private Termijn termijn() {
        return termijnen.vanZaak(zaak.id()).stream().filter(t -> t.code().equals(TERMIJN)).reduce((a, b) -> {
            throw new AssertionError("meer dan een termijn");
        }).orElseThrow();
    }

    private Task taak(String definitie) {
        return taskService.createTaskQuery().processInstanceId(zaak.procesInstantieId()).taskDefinitionKey(definitie).singleResult();
    }
}
