package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of the tables of the written warning, and what lies just beside it, with the policy of each municipality. */
@Toepassingstest
class WaarschuwingTabellenTest {

    @Autowired
    DecisionService beslissingen;

    /** BUN art. 6 lid 9 and 14: no evident intent, and first offence where there is care, and under 16 hours in four weeks; all three. */
    @ParameterizedTest(name = "{0}: verwijtbaar {1} opzet {2} eerder {3} zorg {4} uren {5} luxe {6}: {7} {8}")
    @CsvSource(nullValues = "-", textBlock = """
            # gemeente, verwijtbaar, opzet, eerder, zorg, uren, luxe, advies, waarom
            bunnik, ja,       nee,      nee,      ja,       15.5, false, mag,      waarbij zorg speelt
            bunnik, nee,      nee,      nee,      ja,       15.5, false, mag-niet, Niemand valt iets te verwijten
            bunnik, onbekend, nee,      nee,      ja,       15.5, false, weeg,     te verwijten valt
            bunnik, ja,       ja,       nee,      ja,       15.5, false, mag-niet, Er is opzet
            bunnik, ja,       onbekend, nee,      ja,       15.5, false, weeg,     Of er opzet is
            bunnik, ja,       nee,      ja,       ja,       15.5, false, mag-niet, niet de eerste overtreding
            bunnik, ja,       nee,      onbekend, ja,       15.5, false, weeg,     kijk in het dossier
            bunnik, ja,       nee,      nee,      nee,      15.5, false, mag-niet, geen zorg
            bunnik, ja,       nee,      nee,      onbekend, 15.5, false, weeg,     Of er zorg speelt
            bunnik, ja,       nee,      nee,      ja,       16,   false, mag-niet, niet licht
            bunnik, ja,       nee,      nee,      ja,       -,    false, weeg,     Of het verzuim licht is
            bunnik, ja,       nee,      nee,      ja,       8,    true,  mag-niet, niet licht
            # One condition that is not met outweighs one that is not known.
            bunnik, ja,       onbekend, ja,       onbekend, -,    false, mag-niet, niet de eerste overtreding
            # NOP par. 4.3: no intent, first offence, light absence; care is no condition.
            noordoostpolder, ja,  nee, nee, nee,      15.5, false, mag,      Aan alle voorwaarden
            noordoostpolder, ja,  nee, nee, onbekend, 15.5, false, mag,      Aan alle voorwaarden
            noordoostpolder, ja,  nee, nee, ja,       15.5, false, mag,      Aan alle voorwaarden
            noordoostpolder, ja,  ja,  nee, nee,      15.5, false, mag-niet, Er is opzet
            noordoostpolder, ja,  nee, ja,  nee,      15.5, false, mag-niet, niet de eerste overtreding
            noordoostpolder, ja,  nee, nee, nee,      16,   false, mag-niet, niet licht
            noordoostpolder, ja,  nee, nee, nee,      8,    true,  mag,      Aan alle voorwaarden
            noordoostpolder, nee, nee, nee, nee,      8,    false, mag-niet, Niemand valt iets te verwijten
            # A municipality without a rule: the officer weighs what light is.
            elders,          ja,  nee, nee, nee,      2,    false, weeg,     Of het verzuim licht is
            """)
    void toets(String gemeente, String verwijtbaar, String opzet, String eerder, String zorg, Double uren, boolean luxe, String advies,
            String waarom) {
        Map<String, Object> feiten = beleid(gemeente);
        feiten.putAll(Map.of("verwijtbaar", verwijtbaar, "opzet", opzet, "eerdereOvertreding", eerder, "zorg", zorg, "luxe", luxe));
        feiten.put("uren", uren);
        feiten.put("schooldagen", 20);
        DmnDecisionTableResult uitkomst = beslissingen.evaluateDecisionTableByKey("waarschuwing-toets", feiten);
        assertThat(uitkomst.<String>collectEntries("oordeel")).contains(advies);
        assertThat(advies(uitkomst)).isEqualTo(advies);
        assertThat(uitkomst.getResultList()).filteredOn(r -> r.get("oordeel").equals(advies))
                .anySatisfy(r -> assertThat(r.get("toelichting").toString()).contains(waarom));
    }

    private static String advies(DmnDecisionTableResult uitkomst) {
        var oordelen = uitkomst.<String>collectEntries("oordeel");
        return oordelen.contains("mag-niet") ? "mag-niet" : oordelen.contains("weeg") ? "weeg" : "mag";
    }

    /** The measure is a policy row: hours (the instruction), school days (the explanation of BUN 6.14), or none. */
    @ParameterizedTest(name = "{0} uren {1} dagen {2} luxe {3}/{4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            uren,            15.99, 20, true,  false, ja
            uren,            16,    1,  true,  false, nee
            uren,            -,     1,  true,  false, onbekend
            uren,            8,     1,  true,  true,  nee
            uren,            8,     1,  false, true,  ja
            schooldagen,     60,    5,  true,  false, ja
            schooldagen,     1,     6,  true,  false, nee
            schooldagen,     1,     -,  true,  false, onbekend
            schooldagen,     1,     5,  true,  true,  nee
            ambtenaar-weegt, 1,     1,  false, false, onbekend
            """)
    void lichtVerzuim(String maatstaf, Double uren, Integer dagen, boolean luxeUitgesloten, boolean luxe, String licht) {
        Map<String, Object> feiten = new HashMap<>(Map.of("luxeUitgesloten", luxeUitgesloten, "luxe", luxe, "lichtMaatstaf", maatstaf,
                "lichtUren", 16, "lichtSchooldagen", 5));
        feiten.put("uren", uren);
        feiten.put("schooldagen", dagen);
        assertThat(beslissingen.evaluateDecisionTableByKey("licht-verzuim", feiten).<String>getSingleEntry()).isEqualTo(licht);
    }

    @ParameterizedTest
    @CsvSource({"ja,ja,11,ouders", "nee,ja,11,ouders", "ja,nee,12,ouders", "ja,onbekend,17,ouders", "nee,ja,12,jongere", "onbekend,ja,15,jongere",
        "ja,ja,12,'ouders,jongere'", "onbekend,onbekend,12,'ouders,jongere'", "nee,nee,16,'ouders,jongere'"})
    void waarschuwingAan(String ouders, String jongere, int leeftijd, String aan) {
        assertThat(beslissingen.evaluateDecisionTableByKey("waarschuwing-aan",
                Map.of("verwijtbaarOuders", ouders, "verwijtbaarJongere", jongere, "leeftijd", leeftijd)).<String>getSingleEntry()).isEqualTo(aan);
    }

    @ParameterizedTest
    @CsvSource({"bunnik,false,true,true,uren,16,5,vijf schooldagen", "noordoostpolder,true,false,false,uren,16,5,niet in de instructie",
        "elders,false,false,false,ambtenaar-weegt,16,5,weeg zelf"})
    void beleidPerGemeente(String gemeente, boolean collega, boolean zorg, boolean luxe, String maatstaf, int uren, int dagen, String verschil) {
        DmnDecisionRuleResult rij = beslissingen.evaluateDecisionTableByKey("waarschuwing", Map.of("gemeente", gemeente)).getSingleResult();
        assertThat(rij).containsEntry("collegaRaadplegen", collega).containsEntry("zorgVereist", zorg).containsEntry("luxeUitgesloten", luxe)
                .containsEntry("lichtMaatstaf", maatstaf).containsEntry("lichtUren", uren).containsEntry("lichtSchooldagen", dagen);
        assertThat(rij.<String>getEntry("verschilMetWet")).contains("Leerplichtwet art. 22", verschil);
    }

    private Map<String, Object> beleid(String gemeente) {
        return new HashMap<>(beslissingen.evaluateDecisionTableByKey("waarschuwing", Map.of("gemeente", gemeente)).getSingleResult().getEntryMap());
    }
}
