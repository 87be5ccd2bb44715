package nl.schoolgang.engine;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnspoor;
import org.junit.jupiter.api.Test;

/** A changed holiday, school or row of the catalogue, and the running terms that follow it. */
@Toepassingstest
class TermijnherrekeningTest extends Termijnproef {

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
}
