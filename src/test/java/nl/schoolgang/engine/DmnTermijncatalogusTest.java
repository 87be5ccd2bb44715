package nl.schoolgang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Richting;
import nl.schoolgang.termijn.OnbekendeTermijn;
import nl.schoolgang.termijn.Termijncatalogus;
import nl.schoolgang.termijn.Termijndefinitie;
import nl.schoolgang.termijn.Termijnsoort;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@Toepassingstest
class DmnTermijncatalogusTest {

    @Autowired
    private Termijncatalogus catalogus;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private RepositoryService repositoryService;

    @ParameterizedTest
    @CsvSource({
        "verzuim.terugmelding, bunnik, 1, WEKEN, ORDE, administratief-medewerker, false, 3",
        "verzuim.terugmelding, noordoostpolder, 1, WEKEN, ORDE, leerplichtambtenaar, true, 3",
        "verzuim.contact-ouders, bunnik, 0, ONVERWIJLD, ORDE, leerplichtambtenaar, false, 0",
        "verzuim.contact-melder, bunnik, 5, WERKDAGEN, ORDE, leerplichtambtenaar, false, 1",
        "verzuim.contact-melder, noordoostpolder, 5, WERKDAGEN, ORDE, leerplichtambtenaar, true, 1",
        "verzuim.reactie-oproep, noordoostpolder, 10, WERKDAGEN, ORDE, ouders, true, 3",
        "bezwaar.indienen, bunnik, 6, WEKEN, WETTELIJK, ouders, false, 5",
        "inschrijvingscontrole.cyclus, bunnik, 1, WEKEN, ORDE, administratief-medewerker, false, 3",
        "inschrijvingscontrole.cyclus, noordoostpolder, 1, MAANDEN, ORDE, leerplichtambtenaar, false, 5",
        "vrijstelling-b.bericht, bunnik, 20, WERKDAGEN, ORDE, leerplichtambtenaar, false, 5"})
    void regelsVanBeideGemeenten(String code, String gemeente, int aantal, Eenheid eenheid, Termijnsoort soort, String wie, boolean standaard,
            int waarschuwing) {
        Termijndefinitie definitie = catalogus.zoek(code, gemeente);
        assertThat(definitie.aantal()).isEqualTo(aantal);
        assertThat(definitie.eenheid()).isEqualTo(eenheid);
        assertThat(definitie.soort()).isEqualTo(soort);
        assertThat(definitie.wie()).isEqualTo(wie);
        assertThat(definitie.standaard()).isEqualTo(standaard);
        assertThat(definitie.waarschuwing()).isEqualTo(waarschuwing);
    }

    @Test
    void afsprakenHebbenEenAfgesprokenDatumDieGeenVervalIs() {
        Termijndefinitie definitie = catalogus.zoek("verzuim.afspraken", "bunnik");
        assertThat(definitie.eenheid()).isNull();
        assertThat(definitie.mijlpaal()).isTrue();
        assertThat(definitie.soort()).isEqualTo(Termijnsoort.ORGANISATIE);
    }

    @Test
    void alleenWettelijkeTermijnenVolgenDeAtw() {
        assertThat(alle()).filteredOn(Termijndefinitie::atw).allMatch(d -> d.soort() == Termijnsoort.WETTELIJK);
    }

    @Test
    void elkeRegelIsLeesbaarEnCompleet() {
        assertThat(alle()).hasSizeGreaterThan(80).allSatisfy(d -> {
            assertThat(d.omschrijving()).isNotBlank();
            assertThat(d.grondslag()).isNotBlank();
            assertThat(d.wie()).isNotBlank();
            assertThat(d.aantal() > 0).as(d.code())
                    .isEqualTo(d.eenheid() != null && d.eenheid() != Eenheid.ONVERWIJLD && d.eenheid() != Eenheid.VASTE_DATUM);
            assertThat(d.datumregel() != null).as(d.code()).isEqualTo(d.eenheid() == Eenheid.VASTE_DATUM);
            assertThat(d.start()).as(d.code()).isNotBlank();
            assertThat(d.grenzen() == null || d.eenheid() == null).as(d.code()).isTrue();
            assertThat(d.waarschuwing()).as(d.code()).isEqualTo(verwachteWaarschuwing(d));
            assertThat(d.richting() == Richting.TERUG && d.eenheid() == null).isFalse();
        });
    }

    @Test
    void geenRegelStaatAchterEenDieHemAfdekt() {
        DmnModelInstance model = Dmn.readModelFromStream(getClass().getResourceAsStream("/processes/beleid/termijnen.dmn"));
        Set<String> gezien = new HashSet<>();
        List<String> onbereikbaar = new ArrayList<>();
        for (Rule regel : model.getModelElementsByType(Rule.class)) {
            List<String> invoer = regel.getInputEntries().stream().map(i -> i.getText().getTextContent()).toList();
            // Covered by a row before it: the same or every municipality, the same or every begin.
            String code = invoer.get(0);
            String gemeente = invoer.get(1);
            String begin = invoer.get(2);
            boolean afgedekt = Stream.of(code + "||", code + "|" + gemeente + "|", code + "||" + begin).anyMatch(gezien::contains);
            if (afgedekt || !gezien.add(code + "|" + gemeente + "|" + begin)) {
                onbereikbaar.add(regel.getId());
            }
            assertThat(regel.getDescription().getTextContent()).as(regel.getId()).contains("Bron: ");
        }
        assertThat(onbereikbaar).isEmpty();
    }

    @Test
    void onbekendeCodeEnOnbekendeGemeente() {
        assertThatThrownBy(() -> catalogus.zoek("verzuim.bestaat-niet", "bunnik")).isInstanceOf(OnbekendeTermijn.class)
                .hasMessage("De termijn 'verzuim.bestaat-niet' staat voor gemeente bunnik niet in de tabel met termijnen.");
        assertThatThrownBy(() -> catalogus.zoek("verzuim.terugmelding", "utrecht")).isInstanceOf(OnbekendeTermijn.class);
        assertThatThrownBy(() -> catalogus.zoek("\" or true or \"", "bunnik")).isInstanceOf(OnbekendeTermijn.class);
    }

    @Test
    void leesbaarVoorWieInDeEngineNietsMag() {
        identityService.setAuthentication("iemand", List.of(), List.of("bunnik"));
        try {
            assertThat(catalogus.zoek("bezwaar.indienen", "noordoostpolder").aantal()).isEqualTo(6);
            assertThat(identityService.getCurrentAuthentication().getUserId()).isEqualTo("iemand");
            assertThat(identityService.getCurrentAuthentication().getTenantIds()).containsExactly("bunnik");
        } finally {
            identityService.clearAuthentication();
        }
    }

    @Test
    void eenNieuweVersieVanDeTabelGeldtMeteen() throws Exception {
        String tabel = new String(getClass().getResourceAsStream("/processes/beleid/termijnen.dmn").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(catalogus.zoek("vervangend.informeren", "bunnik").aantal()).isEqualTo(5);
        String regel = tabel.substring(tabel.indexOf("\"regel-vervangend-informeren-bunnik\""));
        String gewijzigd = tabel.replace(regel, regel.replaceFirst("<text>5</text>", "<text>15</text>"));
        String uitrol = repositoryService.createDeployment().addString("termijnen.dmn", gewijzigd).deploy().getId();
        try {
            assertThat(catalogus.zoek("vervangend.informeren", "bunnik").aantal()).isEqualTo(15);
        } finally {
            repositoryService.deleteDeployment(uitrol, true);
        }
        assertThat(catalogus.zoek("vervangend.informeren", "bunnik").aantal()).isEqualTo(5);
    }

    @Test
    void eenRegelKanVanafEenDagGelden() throws Exception {
        String tabel = new String(getClass().getResourceAsStream("/processes/beleid/termijnen.dmn").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int begin = tabel.indexOf("      <rule id=\"regel-vervangend-informeren-bunnik\"");
        String regel = tabel.substring(begin, tabel.indexOf("</rule>\n", begin) + "</rule>\n".length());
        String later = regel.replace("regel-vervangend-informeren-bunnik", "regel-vervangend-informeren-bunnik-2027").replaceFirst("<text>5</text>", "<text>15</text>")
                .replaceFirst("(in3\">\\s*)<text></text>", "$1<text>&gt;= \"2027-01-01\"</text>");
        String uitrol = repositoryService.createDeployment().addString("termijnen.dmn", tabel.replace(regel, later + regel)).deploy().getId();
        try {
            assertThat(catalogus.zoek("vervangend.informeren", "bunnik", LocalDate.of(2026, 12, 31)).aantal()).isEqualTo(5);
            assertThat(catalogus.zoek("vervangend.informeren", "bunnik", LocalDate.of(2027, 1, 1)).aantal()).isEqualTo(15);
        } finally {
            repositoryService.deleteDeployment(uitrol, true);
        }
    }

    private List<Termijndefinitie> alle() {
        List<Termijndefinitie> gevonden = new ArrayList<>();
        for (String code : catalogus.codes()) {
            for (String gemeente : List.of("bunnik", "noordoostpolder")) {
                try {
                    gevonden.add(catalogus.zoek(code, gemeente));
                } catch (OnbekendeTermijn e) {
                    assertThat(code).as("codes that one municipality does not have").isEqualTo("bestaat-niet");
                }
            }
        }
        return gevonden;
    }

    /** By length: 1 for up to five days, 5 from four weeks on, else 3; none when it is onverwijld. */
    private static int verwachteWaarschuwing(Termijndefinitie d) {
        if (d.eenheid() == null) {
            return 3;
        }
        return switch (d.eenheid()) {
            case ONVERWIJLD -> 0;
            case WERKDAGEN, SCHOOLDAGEN -> d.aantal() <= 5 ? 1 : d.aantal() >= 20 ? 5 : 3;
            case DAGEN -> d.aantal() <= 5 ? 1 : d.aantal() >= 28 ? 5 : 3;
            case WEKEN -> d.aantal() >= 4 ? 5 : 3;
            default -> 5;
        };
    }
}
