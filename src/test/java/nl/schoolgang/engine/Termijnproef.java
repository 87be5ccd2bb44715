package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.kalender.Uitlegregel;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.termijn.Herrekening;
import nl.schoolgang.termijn.Ingebrekestellingen;
import nl.schoolgang.termijn.Kalenderbeheer;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnwijzigingen;
import nl.schoolgang.werkvoorraad.Termijnwerk;
import nl.schoolgang.werkvoorraad.Werkvoorraad;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of running terms share: a case with one term, and whether term, timer, task and inbox say the same. */
@Toepassingstest
abstract class Termijnproef {

    @Autowired
    protected Proefmensen mensen;
    @Autowired
    protected Proefzaken proefzaken;
    @Autowired
    protected Termijnwerk werk;
    @Autowired
    protected Termijnwijzigingen wijzigingen;
    @Autowired
    protected Ingebrekestellingen ingebrekestellingen;
    @Autowired
    protected Termijnen termijnen;
    @Autowired
    protected Werkvoorraad werkvoorraad;
    @Autowired
    protected Tijdlijn tijdlijn;
    @Autowired
    protected ManagementService managementService;
    @Autowired
    protected TaskService taskService;
    @Autowired
    protected Kalenderbeheer kalenderbeheer;
    @Autowired
    protected Herrekening herrekening;
    @Autowired
    protected Scholen scholen;
    @Autowired
    protected RepositoryService repositoryService;
    @Autowired
    protected JdbcClient jdbc;
    @Autowired
    protected EngineKlok klok;

    protected Medewerker ambtenaar;
    protected Zaak zaak;

    @BeforeEach
    void ambtenaar() {
        ambtenaar = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @AfterEach
    void herstel() {
        klok.herstel();
    }

    protected Termijn start(String code, String begin) {
        nu(begin + "T09:00");
        zaak = proefzaken.startMetTermijn(BUNNIK, code, dag(begin));
        return termijn();
    }

    /** The decision term of the case, the first that started. */
    protected Termijn termijn() {
        return termijnen.vanZaak(zaak.id()).stream().filter(t -> !t.code().startsWith("dwangsom")).findFirst().orElseThrow();
    }

    protected List<Termijn> lopend(String code) {
        return termijnen.vanZaak(zaak.id()).stream().filter(t -> t.code().equals(code) && t.status().isLopend()).toList();
    }

    protected String uitleg() {
        return String.join(" ", termijn().uitleg().stream().map(Uitlegregel::regel).toList());
    }

    protected Job timer() {
        return managementService.createJobQuery().processInstanceId(zaak.procesInstantieId()).timers().singleResult();
    }

    protected void allesZegtHetzelfde() {
        assertThat(timer().getDuedate().toInstant()).isEqualTo(termijn().vervalmoment());
        assertThat(taskService.createTaskQuery().processInstanceId(zaak.procesInstantieId()).singleResult().getDueDate().toInstant())
                .isEqualTo(termijn().vervalmoment());
        assertThat(werkvoorraad.vanZaak(zaak.id())).extracting(t -> t.laatsteDag()).containsExactly(termijn().laatsteDag());
    }

    protected void nu(String lokaal) {
        klok.zetStil(LocalDateTime.parse(lokaal).atZone(Tijdzone.AMSTERDAM).toInstant());
    }

    protected static LocalDate dag(String tekst) {
        return LocalDate.parse(tekst);
    }
}
