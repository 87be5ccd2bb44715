package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Opschortgrond;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnspoor;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.zaak.Gebeurtenis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to a term while it runs, on the real engine and the real database: term, timer, task and inbox always say the same. */
@Toepassingstest
class TermijnloopTest extends Termijnproef {

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
}
