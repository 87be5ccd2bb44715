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
        Map<String, Object> feiten = new HashMap<>(Map.of("gemeente", gemeente, "meldingSoort", soort, "viaDuo", viaDuo, "schoolsoort", schoolsoort,
                "eerdereMeldingenSchooljaar", eerdere, "bekendBijLeerplicht", bekend,
                "verzuimGestopt", gestopt, "laatsteSchooldagVoorVakantie", laatsteDag, "ziekGemeld", ziek));
        feiten.put("actieGemeenteGewenst", gewenst);
        DmnDecisionTableResult uitkomst = beslissingen.evaluateDecisionTableByKey("eerste-aanpak", feiten);
        assertThat(uitkomst.getSingleResult().<String>getEntry("aanpak")).isEqualTo(aanpak);
        assertThat(uitkomst.getSingleResult().<String>getEntry("toelichting")).isNotBlank();
    }

    /**
     * One line per row of the table and per neighbour: the same case with one fact changed, so that the row no longer holds.
     * BUN art. 6 lid 9 and 14 (warning), 10 with 19 lid 1 and 2 (SVB), 11 (Halt), 13 (proces-verbaal), 17 (luxury absence); NOP par. 4.
     */
    @ParameterizedTest(name = "{0} {1}/{2} opzet {3} zorg {4} recidive {5} uren {6} leeftijd {7} luxe {8}/{9} {10} halt {11}: {12}")
    @CsvSource(nullValues = "-", textBlock = """
            # gemeente, ouders, jongere, opzet, zorg, recidive, uren, leeftijd, luxe, meerDanEenDag, medewerking, eerderHalt, maatregelen
            # Help and mediation.
            bunnik, nee, nee, nee, ja,  false, 18, 13, false, -, helpend,   false, bemiddeling doorverwijzing
            bunnik, nee, nee, nee, nee, false, 18, 13, false, -, helpend,   false, bemiddeling
            bunnik, nee, nee, nee, nee, false, 18, 13, false, -, weigerend, false, ''
            bunnik, nee, onbekend, nee, nee, false, 18, 13, false, -, helpend, false, ''
            # 6.9: parents without intent, first offence with care, under 16 hours; each condition alone makes it a proces-verbaal (6.13).
            bunnik, ja,  nee, nee, ja,  false, 15.5, 13, false, -, helpend, false, doorverwijzing schriftelijke-waarschuwing
            bunnik, ja,  nee, ja,  ja,  false, 15.5, 13, false, -, helpend, false, doorverwijzing proces-verbaal
            bunnik, ja,  nee, nee, ja,  true,  15.5, 13, false, -, helpend, false, doorverwijzing proces-verbaal
            bunnik, ja,  nee, nee, ja,  false, 16,   13, false, -, helpend, false, doorverwijzing proces-verbaal
            bunnik, ja,  nee, nee, nee, false, 15.5, 13, false, -, helpend, false, proces-verbaal
            bunnik, ja,  nee, nee, onbekend, false, 15.5, 13, false, -, helpend, false, proces-verbaal
            bunnik, ja,  nee, onbekend, nee, false, 5, 10, false, -, helpend, false, proces-verbaal
            bunnik, ja,  nee, onbekend, ja,  false, 5, 10, false, -, helpend, false, doorverwijzing
            bunnik, nee, nee, ja,  nee, false, 5,    10, false, -, helpend, false, bemiddeling
            bunnik, onbekend, nee, ja, nee, true, 20, 10, false, -, helpend, false, ''
            # 6.9 for the youth, from 12.
            bunnik, nee, ja, nee, ja,  false, 8, 12, false, -, helpend, false, doorverwijzing schriftelijke-waarschuwing
            bunnik, nee, ja, nee, ja,  false, 8, 11, false, -, helpend, false, doorverwijzing
            # 6.11: Halt from 9 to 60 hours, from 12 to 17, once.
            bunnik, nee, ja, nee, nee, false, 9,  12, false, -, helpend, false, halt-verwijzing
            bunnik, nee, ja, nee, nee, false, 9,  11, false, -, helpend, false, ''
            bunnik, nee, ja, nee, nee, false, 60, 17, false, -, helpend, false, halt-verwijzing
            bunnik, nee, ja, ja,  nee, true,  60, 15, false, -, helpend, false, halt-verwijzing
            bunnik, nee, onbekend, nee, nee, false, 30, 15, false, -, helpend, false, ''
            # 6.13 for the youth who cannot go to Halt: earlier Halt, above 60 hours, under 9 hours without a warning.
            bunnik, nee, ja, nee, nee, false, 18, 15, false, -, helpend, true,  proces-verbaal
            bunnik, nee, ja, nee, nee, false, 18, 15, false, -, helpend, false, halt-verwijzing
            bunnik, nee, ja, nee, nee, false, 18, 11, false, -, helpend, true,  ''
            bunnik, nee, ja, nee, nee, false, 60.5, 15, false, -, helpend, false, proces-verbaal
            bunnik, nee, ja, nee, nee, false, 60.5, 11, false, -, helpend, false, ''
            bunnik, nee, onbekend, nee, nee, false, 60.5, 15, false, -, helpend, false, ''
            bunnik, nee, ja, ja,  ja,  false, 8.5, 14, false, -, helpend, false, doorverwijzing proces-verbaal
            bunnik, nee, ja, ja,  nee, false, 8.5, 14, false, -, helpend, false, proces-verbaal
            bunnik, nee, ja, ja,  nee, false, 9,   14, false, -, helpend, false, halt-verwijzing
            bunnik, nee, ja, nee, ja,  true,  8.5, 14, false, -, helpend, false, doorverwijzing proces-verbaal
            bunnik, nee, ja, nee, nee, false, 8.5, 14, false, -, helpend, false, proces-verbaal
            bunnik, nee, ja, nee, nee, false, 8.5, 11, false, -, helpend, false, ''
            # 6.17: luxury absence only for who is culpable, and more than one day or again.
            bunnik, ja,  nee, nee, nee, true,  8,  10, true, false, helpend, false, proces-verbaal
            bunnik, ja,  nee, nee, nee, false, 16, 10, true, true,  helpend, false, proces-verbaal
            bunnik, ja,  nee, nee, nee, false, 8,  10, true, false, helpend, false, ''
            bunnik, ja,  nee, nee, nee, false, 8,  10, true, -,     helpend, false, ''
            bunnik, nee, onbekend, nee, nee, true, 16, 10, true, true, helpend, false, ''
            bunnik, nee, ja,  nee, nee, true,  8,  12, true, false, helpend, false, proces-verbaal
            bunnik, nee, ja,  nee, nee, false, 16, 12, true, true,  helpend, false, proces-verbaal
            bunnik, nee, ja,  nee, nee, false, 16, 11, true, true,  helpend, false, ''
            bunnik, nee, ja,  nee, nee, false, 8,  12, true, false, helpend, false, ''
            bunnik, nee, ja,  nee, nee, false, 8,  12, true, -,     helpend, false, ''
            # 6.10 with 19.1 and 19.2: 16 or 17, 16 hours or more, culpable, and unwilling or again.
            bunnik, ja,  nee, nee, nee, false, 18, 16, false, -, weigerend, false, proces-verbaal svb-melding
            bunnik, ja,  nee, nee, nee, false, 18, 16, false, -, helpend,   false, proces-verbaal
            bunnik, ja,  nee, nee, nee, true,  18, 17, false, -, helpend,   false, proces-verbaal svb-melding
            bunnik, ja,  nee, nee, nee, true,  18, 15, false, -, helpend,   false, proces-verbaal
            bunnik, ja,  nee, nee, nee, true,  18, 18, false, -, helpend,   false, proces-verbaal
            bunnik, ja,  nee, nee, nee, true,  15, 17, false, -, helpend,   false, proces-verbaal
            bunnik, nee, ja,  nee, nee, false, 18, 17, false, -, weigerend, false, halt-verwijzing svb-melding
            bunnik, nee, ja,  nee, nee, false, 18, 17, false, -, helpend,   false, halt-verwijzing
            bunnik, nee, ja,  nee, nee, true,  18, 17, false, -, helpend,   false, halt-verwijzing svb-melding
            bunnik, nee, nee, nee, nee, true,  18, 17, false, -, weigerend, false, ''
            # 6.14 and its explanation: parents who persist.
            bunnik, ja,  nee, nee, nee, true,  5,  10, false, -, weigerend, false, last-onder-dwangsom proces-verbaal
            bunnik, ja,  nee, nee, nee, true,  5,  10, false, -, helpend,   false, proces-verbaal
            bunnik, ja,  nee, nee, nee, false, 5,  10, false, -, weigerend, false, proces-verbaal
            # Hours unknown: nothing that rests on hours.
            bunnik, ja,  nee, nee, ja,  false, -, 13, false, -, helpend,   false, doorverwijzing
            bunnik, nee, ja,  nee, ja,  false, -, 13, false, -, helpend,   false, doorverwijzing
            bunnik, nee, ja,  ja,  nee, false, -, 16, false, -, weigerend, false, ''
            bunnik, ja,  nee, ja,  nee, false, -, 13, false, -, helpend,   false, proces-verbaal
            noordoostpolder, ja,  nee, nee, nee, false, -, 10, false, -, helpend, false, ''
            noordoostpolder, nee, ja,  nee, nee, false, -, 14, false, -, helpend, false, ''
            # NOP 4.2, 4.3.
            noordoostpolder, ja,  nee, nee, nee, false, 15, 10, false, -, helpend, false, schriftelijke-waarschuwing
            noordoostpolder, ja,  nee, nee, nee, false, 16, 10, false, -, helpend, false, proces-verbaal
            # NOP 4.3: where Halt does not apply and a warning cannot: hours, luxury absence.
            noordoostpolder, nee, ja,  nee, nee, false, 60, 12, false, -, helpend, false, halt-verwijzing
            noordoostpolder, nee, ja,  nee, nee, false, 61, 12, false, -, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  nee, nee, false, 61, 11, false, -, helpend, false, ''
            noordoostpolder, nee, ja,  ja,  nee, false, 8,  12, false, -, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  onbekend, nee, true, 8, 12, false, -, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  nee, nee, true,  8,  12, false, -, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  ja,  nee, false, 8,  12, true,  true, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  nee, nee, true,  8,  12, true,  true, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  nee, nee, false, 16, 12, true,  true, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  nee, nee, false, 15, 12, true,  true, helpend, false, schriftelijke-waarschuwing
            noordoostpolder, nee, ja,  nee, nee, false, 16, 11, true,  true, helpend, false, ''
            noordoostpolder, nee, ja,  nee, nee, false, 8,  12, false, -, helpend, false, schriftelijke-waarschuwing
            noordoostpolder, nee, ja,  nee, nee, false, 8,  11, false, -, helpend, false, ''
            noordoostpolder, nee, ja,  nee, nee, false, 20, 12, false, -, helpend, false, halt-verwijzing
            noordoostpolder, ja,  nee, ja,  nee, false, 20, 10, false, -, helpend, false, proces-verbaal
            noordoostpolder, ja,  nee, onbekend, nee, false, 20, 10, false, -, helpend, false, proces-verbaal
            noordoostpolder, ja,  nee, nee, nee, true,  20, 10, false, -, helpend, false, proces-verbaal
            noordoostpolder, nee, ja,  ja,  nee, false, 20, 14, false, -, helpend, true,  proces-verbaal
            noordoostpolder, nee, ja,  ja,  nee, false, 20, 11, false, -, helpend, true,  ''
            noordoostpolder, onbekend, onbekend, onbekend, nee, false, 20, 16, false, -, weigerend, false, svb-melding
            noordoostpolder, onbekend, onbekend, onbekend, nee, false, 20, 15, false, -, weigerend, false, ''
            noordoostpolder, onbekend, onbekend, onbekend, nee, true,  20, 17, false, -, helpend,   false, svb-melding
            noordoostpolder, onbekend, onbekend, onbekend, nee, false, 20, 17, false, -, helpend,   false, ''
            noordoostpolder, onbekend, onbekend, onbekend, ja,  false, 20, 12, false, -, weigerend, false, doorverwijzing meldcode
            noordoostpolder, onbekend, onbekend, onbekend, ja,  false, 20, 12, false, -, onbekend,  false, doorverwijzing
            """)
    void vervolgAdvies(String gemeente, String ouders, String jongere, String opzet, String zorg, boolean recidive, Double uren,
            int leeftijd, boolean luxe, Boolean meerDanEenDag, String medewerking, boolean eerderHalt, String maatregelen) {
        Map<String, Object> feiten = feiten(gemeente, ouders, jongere, opzet, zorg, recidive, uren, leeftijd, luxe, meerDanEenDag, medewerking,
                eerderHalt);
        List<String> advies = beslissingen.evaluateDecisionTableByKey("vervolg-advies", feiten).collectEntries("maatregel");
        // The rest row always holds: the officer weighs.
        assertThat(advies).contains("ambtenaar-weegt");
        List<String> zonderRest = advies.stream().filter(m -> !m.equals("ambtenaar-weegt")).sorted().toList();
        assertThat(zonderRest).as("no measure twice").doesNotHaveDuplicates();
        assertThat(String.join(" ", zonderRest)).isEqualTo(maatregelen);
    }

    /** What only asks to be weighed says why. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            ja,  nee, -,  10, false, -,     Uren onbekend
            nee, nee, -,  10, false, -,     Uren onbekend
            ja,  nee, 8,  10, true,  false, aangekondigde actie
            nee, ja,  8,  12, true,  false, aangekondigde actie
            ja,  nee, 8,  10, true,  -,     ga dat na
            nee, ja,  8,  12, true,  -,     ga dat na
            """)
    void watWegenVraagtZegtWaarom(String ouders, String jongere, Double uren, int leeftijd, boolean luxe, Boolean meerDanEenDag, String waarom) {
        Map<String, Object> feiten = feiten("bunnik", ouders, jongere, "nee", "nee", false, uren, leeftijd, luxe, meerDanEenDag, "helpend", false);
        assertThat(beslissingen.evaluateDecisionTableByKey("vervolg-advies", feiten).getResultList())
                .anySatisfy(r -> assertThat(r).containsEntry("maatregel", "ambtenaar-weegt")
                        .hasEntrySatisfying("toelichting", t -> assertThat(t.toString()).contains(waarom)));
    }

    private static Map<String, Object> feiten(String gemeente, String ouders, String jongere, String opzet, String zorg, boolean recidive,
            Double uren, int leeftijd, boolean luxe, Boolean meerDanEenDag, String medewerking, boolean eerderHalt) {
        Map<String, Object> feiten = new HashMap<>(Map.of("gemeente", gemeente, "verwijtbaarOuders", ouders, "verwijtbaarJongere", jongere,
                "opzet", opzet, "zorg", zorg, "recidive", recidive, "leeftijd", leeftijd, "luxe", luxe, "medewerking", medewerking));
        feiten.put("eerderHalt", eerderHalt);
        feiten.put("uren", uren);
        feiten.put("luxeMeerDanEenDag", meerDanEenDag);
        return feiten;
    }

    /** BUN art. 6 lid 17: one day of luxury absence, on the last school day before a holiday for which an action was announced. */
    @ParameterizedTest
    @CsvSource({"ja,nee,10,false,true,true", "ja,nee,10,false,false,false", "nee,ja,12,false,true,true", "nee,ja,11,false,true,false",
        "nee,ja,12,false,false,false", "ja,nee,10,true,true,true"})
    void luxeOpEenAangekondigdeActiedag(String ouders, String jongere, int leeftijd, boolean meerDanEenDag, boolean actiedag, boolean pv) {
        Map<String, Object> feiten = feiten("bunnik", ouders, jongere, "nee", "nee", false, 8.0, leeftijd, true, meerDanEenDag, "helpend", false);
        feiten.put("luxeActiedag", actiedag);
        List<String> advies = beslissingen.evaluateDecisionTableByKey("vervolg-advies", feiten).collectEntries("maatregel");
        assertThat(advies.stream().filter("proces-verbaal"::equals).count()).isEqualTo(pv ? 1 : 0);
    }

    /** A case in which nobody filled in the new fact is one in which it is unknown. */
    @Test
    void eenFeitDatOntbreektIsOnbekend() {
        Map<String, Object> feiten = feiten("bunnik", "ja", "nee", "nee", "nee", false, 8.0, 10, true, null, "helpend", false);
        feiten.remove("luxeMeerDanEenDag");
        assertThat(beslissingen.evaluateDecisionTableByKey("vervolg-advies", feiten).<String>collectEntries("toelichting"))
                .anyMatch(t -> t.contains("ga dat na"));
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
}
