package nl.schoolgang.procedure.relatiefverzuim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of the tables of relatief verzuim, and what lies just beside it. */
@Toepassingstest
class BeslistabellenTest {

    @Autowired
    DecisionService beslissingen;

    @ParameterizedTest(name = "{0}, {1}, {3}: {9}")
    @CsvSource(nullValues = "-", textBlock = """
            # gemeente, soort, viaDuo, schoolsoort, eerdere, bekend, gestopt, laatsteDag, ziek, gewenst, aanpak
            bunnik,          16-uur,    true,  mbo, 0, false, false, false, false, false, alleen-registreren
            bunnik,          16-uur,    true,  mbo, 0, true,  false, false, false, true,  contact
            bunnik,          16-uur,    true,  mbo, 0, false, false, false, false, true,  contact
            bunnik,          luxe,      true,  mbo, 0, false, false, false, false, false, contact
            bunnik,          16-uur,    true,  mbo, 1, true,  false, false, false, true,  school-eerst
            bunnik,          langdurig, false, vo,  0, false, true,  false, false, false, school-eerst
            bunnik,          luxe,      true,  vo,  0, false, false, false, false, true,  contact
            bunnik,          16-uur,    true,  vo,  0, false, false, false, false, false, school-eerst
            bunnik,          16-uur,    true,  vo,  0, false, false, false, false, true,  contact
            bunnik,          16-uur,    false, vo,  0, false, false, false, false, false, contact
            noordoostpolder, overig,    true,  po,  0, false, false, true,  true,  true,  huisbezoek
            noordoostpolder, overig,    true,  po,  0, false, false, true,  false, true,  contact
            noordoostpolder, 16-uur,    true,  vo,  0, false, false, false, false, true,  spreekuur
            noordoostpolder, 16-uur,    true,  mbo, 2, true,  false, false, false, false, spreekuur
            noordoostpolder, 16-uur,    true,  po,  0, false, false, false, false, true,  contact
            """)
    void eersteAanpak(String gemeente, String soort, boolean viaDuo, String schoolsoort, int eerdere, boolean bekend, boolean gestopt,
            boolean laatsteDag, boolean ziek, boolean gewenst, String aanpak) {
        Map<String, Object> feiten = new HashMap<>(Map.of("gemeente", gemeente, "meldingSoort", soort, "viaDuo", viaDuo, "leeftijd", 14,
                "schoolsoort", schoolsoort, "eerdereMeldingenSchooljaar", eerdere, "bekendBijLeerplicht", bekend,
                "verzuimGestopt", gestopt, "laatsteSchooldagVoorVakantie", laatsteDag, "ziekGemeld", ziek));
        feiten.put("actieGemeenteGewenst", gewenst);
        DmnDecisionTableResult uitkomst = beslissingen.evaluateDecisionTableByKey("eerste-aanpak", feiten);
        assertThat(uitkomst.getSingleResult().<String>getEntry("aanpak")).isEqualTo(aanpak);
        assertThat(uitkomst.getSingleResult().<String>getEntry("toelichting")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # gemeente, ouders, jongere, opzet, zorg, recidive, uren, leeftijd, luxe, medewerking, eerderHalt, maatregelen
            bunnik,          nee, nee, nee, ja,  false, 18, 13, false, helpend,   false, bemiddeling doorverwijzing
            bunnik,          nee, nee, nee, nee, false, 18, 13, false, helpend,   false, bemiddeling
            bunnik,          nee, nee, nee, nee, false, 18, 13, false, weigerend, false, ''
            bunnik,          ja,  nee, nee, ja,  false, 15, 13, false, helpend,   false, doorverwijzing schriftelijke-waarschuwing
            bunnik,          ja,  nee, nee, ja,  false, 16, 13, false, helpend,   false, doorverwijzing proces-verbaal
            bunnik,          nee, ja,  nee, ja,  false, 8,  12, false, helpend,   true,  doorverwijzing proces-verbaal schriftelijke-waarschuwing
            bunnik,          nee, ja,  nee, nee, false, 9,  12, false, helpend,   false, halt-verwijzing
            bunnik,          nee, ja,  nee, nee, false, 60, 15, false, helpend,   false, halt-verwijzing
            bunnik,          nee, ja,  nee, nee, false, 61, 15, false, helpend,   false, ''
            bunnik,          nee, ja,  nee, nee, false, 18, 15, false, helpend,   true,  proces-verbaal
            bunnik,          ja,  nee, ja,  nee, false, 5,  10, false, helpend,   false, proces-verbaal
            bunnik,          ja,  nee, nee, nee, true,  5,  10, false, helpend,   false, proces-verbaal
            bunnik,          ja,  nee, nee, nee, true,  5,  10, false, weigerend, false, last-onder-dwangsom proces-verbaal
            bunnik,          nee, onbekend, onbekend, nee, false, 8, 10, true, helpend, false, proces-verbaal
            bunnik,          ja,  nee, nee, nee, false, 18, 16, false, helpend,   false, proces-verbaal svb-melding
            bunnik,          nee, ja,  nee, nee, false, 18, 17, false, helpend,   false, halt-verwijzing svb-melding
            noordoostpolder, ja,  nee, nee, nee, false, 10, 10, false, helpend,   false, schriftelijke-waarschuwing
            noordoostpolder, nee, ja,  nee, nee, false, 8,  12, false, helpend,   false, schriftelijke-waarschuwing
            noordoostpolder, ja,  nee, ja,  nee, false, 20, 10, false, helpend,   false, proces-verbaal
            noordoostpolder, ja,  nee, nee, nee, true,  20, 10, false, helpend,   false, proces-verbaal
            noordoostpolder, nee, ja,  ja,  nee, false, 20, 14, false, helpend,   true,  proces-verbaal
            noordoostpolder, onbekend, onbekend, onbekend, nee, false, 20, 16, false, weigerend, false, svb-melding
            noordoostpolder, onbekend, onbekend, onbekend, nee, true,  20, 17, false, helpend,   false, svb-melding
            noordoostpolder, onbekend, onbekend, onbekend, ja,  false, 20, 12, false, weigerend, false, doorverwijzing meldcode
            """)
    void vervolgAdvies(String gemeente, String ouders, String jongere, String opzet, String zorg, boolean recidive, double uren,
            int leeftijd, boolean luxe, String medewerking, boolean eerderHalt, String maatregelen) {
        Map<String, Object> feiten = new HashMap<>(Map.of("gemeente", gemeente, "verwijtbaarOuders", ouders, "verwijtbaarJongere", jongere,
                "opzet", opzet, "zorg", zorg, "recidive", recidive, "uren", uren, "leeftijd", leeftijd, "luxe", luxe,
                "medewerking", medewerking));
        feiten.put("eerderHalt", eerderHalt);
        List<String> advies = beslissingen.evaluateDecisionTableByKey("vervolg-advies", feiten).collectEntries("maatregel");
        // The rest row always holds: the officer weighs.
        assertThat(advies).contains("ambtenaar-weegt");
        assertThat(String.join(" ", advies.stream().filter(m -> !m.equals("ambtenaar-weegt")).distinct().sorted().toList()))
                .isEqualTo(maatregelen);
    }

    @ParameterizedTest
    @CsvSource({"bunnik,halt-verwijzing,boa", "bunnik,proces-verbaal,boa", "noordoostpolder,halt-verwijzing,leerplichtambtenaar",
        "noordoostpolder,proces-verbaal,leerplichtambtenaar", "bunnik,doorverwijzing,leerplichtambtenaar"})
    void rollen(String gemeente, String taak, String rol) {
        assertThat(beslissingen.evaluateDecisionTableByKey("rollen", Map.of("gemeente", gemeente, "taak", taak)).<String>getSingleEntry())
                .isEqualTo(rol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noordoostpolder altijd", "bunnik op-verzoek", "elders op-verzoek"})
    void verslag(String regel) {
        String[] deel = regel.split(" ");
        assertThat(beslissingen.evaluateDecisionTableByKey("verslag", Map.of("gemeente", deel[0])).<String>getSingleEntry())
                .isEqualTo(deel[1]);
    }

    @Test
    void nulUren_gevenGeenHalt() {
        Map<String, Object> feiten = new HashMap<>(Map.of("gemeente", "bunnik", "verwijtbaarOuders", "nee", "verwijtbaarJongere", "ja",
                "opzet", "nee", "zorg", "ja", "recidive", false, "leeftijd", 14, "luxe", false, "medewerking", "helpend",
                "eerderHalt", false));
        feiten.put("uren", 0.0);
        assertThat(beslissingen.evaluateDecisionTableByKey("vervolg-advies", feiten).<String>collectEntries("maatregel"))
                .doesNotContain("halt-verwijzing");
    }
}
