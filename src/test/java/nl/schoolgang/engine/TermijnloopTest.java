package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.kalender.Uitlegregel;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.termijn.Herrekening;
import nl.schoolgang.termijn.Ingebrekestelling;
import nl.schoolgang.termijn.Ingebrekestellingen;
import nl.schoolgang.termijn.Kalenderbeheer;
import nl.schoolgang.termijn.Opschortgrond;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnspoor;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.termijn.Termijnwijzigingen;
import nl.schoolgang.werkvoorraad.Termijnwerk;
import nl.schoolgang.werkvoorraad.Werkvoorraad;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a term while it runs, on the real engine and the real database: term, timer, task and inbox always say the same. */
@Toepassingstest
class TermijnloopTest {

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Proefzaken proefzaken;
    @Autowired
    private Termijnwerk werk;
    @Autowired
    private Termijnwijzigingen wijzigingen;
    @Autowired
    private Ingebrekestellingen ingebrekestellingen;
    @Autowired
    private Termijnen termijnen;
    @Autowired
    private Werkvoorraad werkvoorraad;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private ManagementService managementService;
    @Autowired
    private TaskService taskService;
    @Autowired
    private Kalenderbeheer kalenderbeheer;
    @Autowired
    private Herrekening herrekening;
    @Autowired
    private Scholen scholen;
    @Autowired
    private RepositoryService repositoryService;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private EngineKlok klok;

    private Medewerker ambtenaar;
    private Zaak zaak;

    @BeforeEach
    void mensen() {
        ambtenaar = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @AfterEach
    void herstel() {
        klok.herstel();
    }

    @Test
    void opschortenEnAanvullenVolgensHetGecontroleerdeVoorbeeld() {
        Termijn termijn = start("verlof.beslissen", "2026-09-01");
        assertThat(termijn.laatsteDag()).isEqualTo("2026-10-27");

        nu("2026-09-08T10:00");
        werk.schortOp(zaak, termijn.id(), Opschortgrond.AANVULLING, dag("2026-09-08"), dag("2026-09-29"), ambtenaar);
        assertThat(termijn().status()).isEqualTo(Termijnstatus.OPGESCHORT);
        assertThat(termijn().laatsteDag()).as("21 days, through the last day of the term for completion").isEqualTo("2026-11-17");
        allesZegtHetzelfde();

        nu("2026-09-22T10:00");
        werk.hervat(zaak, termijn.id(), dag("2026-09-22"), ambtenaar);
        assertThat(termijn().status()).isEqualTo(Termijnstatus.LOPEND);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-11-09");
        allesZegtHetzelfde();
        assertThat(uitleg()).contains("De aanvraag is ontvangen: dinsdag 1-9-2026.", "artikel 4:15 lid 1 onder a", "dertien dagen op");
        assertThat(wijzigingen.spoor(termijn.id())).extracting(Termijnspoor::soort).containsExactly("opgeschort", "hervat");
        assertThat(wijzigingen.spoor(termijn.id())).extracting(Termijnspoor::door).containsOnly(ambtenaar.gebruikersnaam());
        assertThat(tijdlijn.van(zaak.id())).extracting(Gebeurtenis::soort).contains("termijn-verplaatst");
    }

    @Test
    void eenTermijnVoorAanvullingDieOngebruiktVerstrijktHervatVanzelf() {
        Termijn termijn = start("verlof.beslissen", "2026-09-01");
        nu("2026-09-08T10:00");
        werk.schortOp(zaak, termijn.id(), Opschortgrond.AANVULLING, dag("2026-09-08"), dag("2026-09-22"), ambtenaar);
        nu("2026-09-23T07:00");
        wijzigingen.ververs();
        assertThat(termijn().status()).isEqualTo(Termijnstatus.LOPEND);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-11-10");
        allesZegtHetzelfde();
        assertThatThrownBy(() -> werk.hervat(zaak, termijn.id(), dag("2026-09-23"), ambtenaar)).isInstanceOf(OngeldigeInvoer.class);
    }

    @ParameterizedTest
    @CsvSource({"BUITENLANDSE_INSTANTIE, 2026-09-08, 2026-09-22, 2026-11-09", "AANVRAGER, 2026-09-09, 2026-09-21, 2026-11-09",
        "OVERMACHT, 2026-09-09, 2026-09-21, 2026-11-09"})
    void zolangNiemandHetEindeWeetVervaltNiets(Opschortgrond grond, String op, String einde, String laatsteDag) {
        Termijn termijn = start("verlof.beslissen", "2026-09-01");
        nu("2026-09-10T10:00");
        werk.schortOp(zaak, termijn.id(), grond, dag(op), null, ambtenaar);
        allesZegtHetzelfde();
        assertThat(termijn().laatsteDag()).as("far off").isAfter("2027-09-01");
        nu("2027-06-01T07:00");
        wijzigingen.ververs();
        assertThat(termijn().laatsteDag()).as("still far off").isAfter("2028-06-01");
        assertThat(termijn().status()).isEqualTo(Termijnstatus.OPGESCHORT);
        allesZegtHetzelfde();

        nu("2026-09-23T10:00");
        werk.hervat(zaak, termijn.id(), dag(einde), ambtenaar);
        assertThat(termijn().laatsteDag()).isEqualTo(laatsteDag);
        allesZegtHetzelfde();
    }

    @Test
    void instemmingGeldtVoorDeAfgesprokenDagen() {
        Termijn termijn = start("verlof.beslissen", "2026-09-01");
        nu("2026-09-10T10:00");
        werk.schortOp(zaak, termijn.id(), Opschortgrond.INSTEMMING, dag("2026-09-14"), dag("2026-09-20"), ambtenaar);
        assertThat(termijn().laatsteDag()).as("seven days").isEqualTo("2026-11-03");
        assertThatThrownBy(() -> werk.schortOp(zaak, termijn.id(), Opschortgrond.OVERMACHT, dag("2026-09-10"), null, ambtenaar))
                .as("it stands still in those days already").isInstanceOf(Conflict.class);
    }

    @Test
    void bijBezwaarVanafDeDagVanHetVerzoekEnVerdagenTeltOpBijHetKaleEinde() {
        Termijn termijn = start("bezwaar.beslissen", "2026-04-07");
        assertThat(termijn.laatsteDag()).isEqualTo("2026-06-30");
        nu("2026-04-20T10:00");
        assertThatThrownBy(() -> werk.schortOp(zaak, termijn.id(), Opschortgrond.AANVULLING, dag("2026-04-20"), dag("2026-05-04"), ambtenaar))
                .isInstanceOf(OngeldigeInvoer.class);
        werk.schortOp(zaak, termijn.id(), Opschortgrond.VERZUIM_HERSTELLEN, dag("2026-04-20"), dag("2026-05-04"), ambtenaar);
        nu("2026-04-27T10:00");
        werk.hervat(zaak, termijn.id(), dag("2026-04-27"), ambtenaar);
        assertThat(termijn().laatsteDag()).as("20 through 26 April").isEqualTo("2026-07-07");

        werk.verleng(zaak, termijn.id(), dag("2026-04-27"), 6, null, false, ambtenaar);
        assertThat(termijn().status()).isEqualTo(Termijnstatus.VERLENGD);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-08-18");
        allesZegtHetzelfde();
        assertThatThrownBy(() -> werk.verleng(zaak, termijn.id(), dag("2026-04-27"), 2, null, false, ambtenaar))
                .as("only once").isInstanceOf(OngeldigeInvoer.class);
        werk.verleng(zaak, termijn.id(), dag("2026-04-27"), 2, null, true, ambtenaar);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-09-01");
    }

    @Test
    void eenMededelingVerlengtEenRedelijkeTermijnMaarNietEenWettelijke() {
        Termijn verlof = start("verlof.beslissen", "2026-09-01");
        nu("2026-10-20T10:00");
        werk.verleng(zaak, verlof.id(), dag("2026-10-20"), null, dag("2026-11-20"), false, ambtenaar);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-11-20");
        assertThat(uitleg()).contains("artikel 4:14 lid 3");
        allesZegtHetzelfde();

        Termijn vervangend = start("vervangend.beslissen", "2026-09-01");
        nu("2026-10-05T10:00");
        werk.verleng(zaak, vervangend.id(), dag("2026-10-05"), null, dag("2026-11-20"), false, ambtenaar);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-10-13");
        assertThat(termijn().status()).isEqualTo(Termijnstatus.LOPEND);
        assertThat(uitleg()).contains("De wettelijke termijn verandert daardoor niet");
    }

    @Test
    void eenTermijnVanOrdeVerplaatstEenMensMetRedenEenWettelijkeNiet() {
        Termijn orde = start("verzuim.contact-melder", "2026-03-02");
        assertThat(orde.laatsteDag()).isEqualTo("2026-03-09");
        nu("2026-03-03T10:00");
        assertThatThrownBy(() -> werk.verplaats(zaak, orde.id(), dag("2026-03-13"), " ", ambtenaar)).isInstanceOf(OngeldigeInvoer.class);
        assertThatThrownBy(() -> werk.verplaats(zaak, orde.id(), dag("2026-03-01"), "Te vroeg", ambtenaar)).isInstanceOf(OngeldigeInvoer.class);
        assertThatThrownBy(() -> werk.verplaats(zaak, orde.id(), dag("2026-03-13"), "Elders", mensen.maak(Rol.LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER)))
                .isInstanceOf(GeenRecht.class);
        werk.verplaats(zaak, orde.id(), dag("2026-03-13"), "De school is deze week gesloten", ambtenaar);
        assertThat(termijn().laatsteDag()).isEqualTo("2026-03-13");
        assertThat(uitleg()).contains("De school is deze week gesloten. De laatste dag was 9-3-2026 en werd 13-3-2026.");
        allesZegtHetzelfde();

        Termijn wettelijk = start("verlof.beslissen", "2026-09-01");
        nu("2026-09-02T10:00");
        assertThatThrownBy(() -> werk.verplaats(zaak, wettelijk.id(), dag("2026-12-01"), "Druk", ambtenaar)).isInstanceOf(OngeldigeInvoer.class);
        allesZegtHetzelfde();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20T09:00, 2026-03-28, 2026-03-28T23:00:00Z", "2026-10-16T09:00, 2026-10-23, 2026-10-23T22:00:00Z",
        "2028-02-22T09:00, 2028-02-29, 2028-02-29T23:00:00Z"})
    void vervaltOmMiddernachtOokInDeNachtVanDeZomertijdEnOpSchrikkeldag(String moment, String laatsteDag, Instant vervalmoment) {
        start("verzuim.contact-melder", moment.substring(0, 10));
        if (!termijn().laatsteDag().equals(dag(laatsteDag))) {
            werk.verplaats(zaak, termijn().id(), dag(laatsteDag), "Voor deze proef", ambtenaar);
        }
        assertThat(termijn().vervalmoment()).isEqualTo(vervalmoment);
        allesZegtHetzelfde();
        klok.zetStil(vervalmoment);
        managementService.executeJob(timer().getId());
        assertThat(termijn().status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
        assertThat(termijn().beeindigdOp()).isEqualTo(vervalmoment);
    }

    @Test
    void wieOverMiddernachtStilstondVindtDeTermijnOverschredenOpHaarEigenDag() {
        Termijn termijn = start("verzuim.contact-melder", "2026-03-02");
        nu("2026-03-12T08:00");
        assertThat(timer().getDuedate().toInstant()).as("due for two days").isBefore(klok.nu());
        managementService.executeJob(timer().getId());
        assertThat(termijn().status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
        assertThat(termijn().beeindigdOp()).isEqualTo(termijn.vervalmoment());
        assertThatThrownBy(() -> werk.verplaats(zaak, termijn.id(), dag("2026-03-20"), "Te laat", ambtenaar)).isInstanceOf(Conflict.class);
    }

    @Test
    void deDwangsomVanIngebrekestellingTotVaststelling() {
        Termijn termijn = start("verlof.beslissen", "2026-09-11");
        assertThat(termijn.laatsteDag()).isEqualTo("2026-11-06");
        nu("2026-11-06T10:00");
        Ingebrekestelling vroeg = werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-06"), 1, null, ambtenaar);
        assertThat(vroeg.prematuur()).isTrue();
        assertThat(lopend("dwangsom.ingebrekestelling")).isEmpty();
        klok.zetStil(termijn.vervalmoment());
        managementService.executeJob(timer().getId());

        nu("2026-11-09T10:00");
        werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-09"), 2, null, ambtenaar);
        assertThat(lopend("dwangsom.ingebrekestelling")).extracting(Termijn::laatsteDag).containsExactly(dag("2026-11-23"));
        assertThatThrownBy(() -> werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-09"), 2, null, ambtenaar)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> werk.stelVast(zaak, termijn.id(), dag("2026-11-09"), ambtenaar)).isInstanceOf(Conflict.class);

        nu("2026-11-24T00:00");
        termijnen.laatVerlopen();
        assertThat(lopend("dwangsom.looptijd")).extracting(Termijn::laatsteDag).containsExactly(dag("2027-01-04"));
        nu("2026-12-10T10:00");
        assertThat(ingebrekestellingen.verloop(geldig()).dagen()).isEqualTo(17);
        werk.beslist(zaak, termijn.id(), dag("2026-12-10"), ambtenaar);
        assertThat(ingebrekestellingen.verloop(geldig()).bedrag()).as("14 x 23 + 2 x 35").isEqualTo(392);
        assertThat(lopend("dwangsom.looptijd")).isEmpty();
        assertThat(lopend("dwangsom.vaststelling")).extracting(Termijn::laatsteDag).containsExactly(dag("2026-12-23"));
        nu("2026-12-15T10:00");
        Ingebrekestelling vast = werk.stelVast(zaak, termijn.id(), dag("2026-12-15"), ambtenaar);
        assertThat(vast.bedrag()).isEqualTo(392);
        assertThat(lopend("dwangsom.vaststelling")).isEmpty();
    }

    @Test
    void naTweeenveertigDagenIsDeDwangsomVolEnMoetZijWordenVastgesteld() {
        Termijn termijn = start("verlof.beslissen", "2026-09-11");
        klok.zetStil(termijn.vervalmoment());
        managementService.executeJob(timer().getId());
        nu("2026-11-09T10:00");
        werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-09"), 1, null, ambtenaar);
        nu("2027-01-05T07:00");
        termijnen.laatVerlopen();
        termijnen.laatVerlopen();
        assertThat(lopend("dwangsom.vaststelling")).extracting(Termijn::laatsteDag).containsExactly(dag("2027-01-18"));
        assertThat(ingebrekestellingen.verloop(geldig()).bedrag()).isEqualTo(1442);
    }

    @Test
    void eenNieuweKbDagVerschuiftLopendeTermijnenEnWeerTerug() {
        Termijn termijn = start("verzuim.contact-melder", "2031-06-06");
        assertThat(termijn.laatsteDag()).isEqualTo("2031-06-13");
        kalenderbeheer.voegKbDagToe(dag("2031-06-11"), "proefdag", "Koninklijk besluit", "beheerder");
        try {
            assertThat(termijn().laatsteDag()).isEqualTo("2031-06-16");
            allesZegtHetzelfde();
            assertThat(uitleg()).contains("Koninklijk besluit", "De laatste dag was 13-6-2031 en werd 16-6-2031.");
            assertThat(wijzigingen.spoor(termijn.id())).extracting(Termijnspoor::door).containsExactly("beheerder");
            assertThat(kalenderbeheer.wijzigingen(1).get(0).geraakt()).isPositive();
            assertThatThrownBy(() -> kalenderbeheer.voegKbDagToe(dag("2031-06-11"), "proefdag", "Nog eens", "beheerder")).isInstanceOf(Conflict.class);
        } finally {
            kalenderbeheer.haalKbDagWeg(dag("2031-06-11"), "Vergissing", "beheerder");
        }
        assertThat(termijn().laatsteDag()).isEqualTo("2031-06-13");
        allesZegtHetzelfde();
    }

    @Test
    void watEenStopNaEenWijzigingLietLiggenGebeurtAlsnog() {
        Termijn termijn = start("verzuim.contact-melder", "2031-09-05");
        jdbc.sql("insert into kb_dag (datum, omschrijving, gewijzigd_op) values (date '2031-09-10', 'proefdag', now())").update();
        jdbc.sql("insert into kalenderwijziging (moment, soort, omschrijving, reden, van, tot) values (now(), 'kb-dag-erbij', 'Proefdag.', 'Besluit.', "
                + "date '2031-09-10', date '2031-09-10')").update();
        assertThat(termijn().laatsteDag()).isEqualTo("2031-09-12");
        herrekening.verwerk();
        assertThat(termijn().laatsteDag()).isEqualTo("2031-09-15");
        allesZegtHetzelfde();
        kalenderbeheer.haalKbDagWeg(dag("2031-09-10"), "Vergissing", "beheerder");
        assertThat(termijn().laatsteDag()).isEqualTo(termijn.laatsteDag());
    }

    @Test
    void eenSchoolMetEigenVakantieTeltHaarEigenSchooldagen() {
        nu("2026-10-12T09:00");
        UUID school = scholen.registreer("99ZZ", "07", "vo", "Proefschool met eigen vakantie");
        zaak = proefzaken.startMetTermijn(BUNNIK, "verlof.horen-directeur", dag("2026-10-12"), school);
        assertThat(termijn().laatsteDag()).as("after the autumn holiday of midden").isEqualTo("2026-10-26");
        kalenderbeheer.bewaarVakantie("2026-2027", "herfst", null, school, dag("2026-10-10"), dag("2026-10-18"), "Besluit van de school", "beheerder");
        assertThat(termijn().laatsteDag()).isEqualTo("2026-10-23");
        assertThat(uitleg()).contains("van de school zelf");
        allesZegtHetzelfde();
    }

    @Test
    void eenGewijzigdeRegelGeldtPasVoorLopendeTermijnenAlsIemandDatZegt() throws Exception {
        Termijn termijn = start("vervangend.informeren", "2026-03-02");
        assertThat(termijn.laatsteDag()).isEqualTo("2026-03-09");
        String tabel = new String(getClass().getResourceAsStream("/processes/beleid/termijnen.dmn").readAllBytes(), StandardCharsets.UTF_8);
        String regel = tabel.substring(tabel.indexOf("\"regel-vervangend-informeren-bunnik\""));
        String uitrol = repositoryService.createDeployment().addString("termijnen.dmn",
                tabel.replace(regel, regel.replaceFirst("<text>5</text>", "<text>15</text>"))).deploy().getId();
        try {
            herrekening.verwerk();
            assertThat(termijn().laatsteDag()).isEqualTo("2026-03-09");
            kalenderbeheer.ookLopende("vervangend.informeren", BUNNIK, "De instructie is gewijzigd", "beheerder");
            assertThat(termijn().laatsteDag()).isEqualTo("2026-03-23");
            allesZegtHetzelfde();
        } finally {
            repositoryService.deleteDeployment(uitrol, true);
        }
    }

    private Ingebrekestelling geldig() {
        return ingebrekestellingen.van(termijn().id()).stream().filter(i -> !i.prematuur()).findFirst().orElseThrow();
    }

    private Termijn start(String code, String begin) {
        nu(begin + "T09:00");
        zaak = proefzaken.startMetTermijn(BUNNIK, code, dag(begin));
        return termijn();
    }

    /** The decision term of the case, the first that started. */
    private Termijn termijn() {
        return termijnen.vanZaak(zaak.id()).stream().filter(t -> !t.code().startsWith("dwangsom")).findFirst().orElseThrow();
    }

    private List<Termijn> lopend(String code) {
        return termijnen.vanZaak(zaak.id()).stream().filter(t -> t.code().equals(code) && t.status().isLopend()).toList();
    }

    private String uitleg() {
        return String.join(" ", termijn().uitleg().stream().map(Uitlegregel::regel).toList());
    }

    private Job timer() {
        return managementService.createJobQuery().processInstanceId(zaak.procesInstantieId()).timers().singleResult();
    }

    private void allesZegtHetzelfde() {
        assertThat(timer().getDuedate().toInstant()).isEqualTo(termijn().vervalmoment());
        assertThat(taskService.createTaskQuery().processInstanceId(zaak.procesInstantieId()).singleResult().getDueDate().toInstant())
                .isEqualTo(termijn().vervalmoment());
        assertThat(werkvoorraad.vanZaak(zaak.id())).extracting(t -> t.laatsteDag()).containsExactly(termijn().laatsteDag());
    }

    private void nu(String lokaal) {
        klok.zetStil(LocalDateTime.parse(lokaal).atZone(Tijdzone.AMSTERDAM).toInstant());
    }

    private static LocalDate dag(String tekst) {
        return LocalDate.parse(tekst);
    }
}
