package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static nl.schoolgang.gemeente.Rol.BOA;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.UITKOMST_MAATREGEL_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.modellen.SchriftelijkeWaarschuwingModel.COLLEGA_RAADPLEGEN;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.aangevuld;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.beslist;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.kies;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.licht;
import static nl.schoolgang.verhaal.Antwoord.TOEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A warning in place of a proces-verbaal, as BUN art. 6 lid 9 and 14 and NOP par. 4.3 tell it. */
@Toepassingstest
class SchriftelijkeWaarschuwingTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Dossiers dossiers;
    @Autowired
    Tijdlijn tijdlijn;

    private Verhaal verhaal;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void bunnik_aanAlleVoorwaardenVoldaan_deAmbtenaarWaarschuwtMeteen() {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 15), met("zorg", "ja"));
        // The instruction of Bunnik asks no colleague.
        assertThat(waarschuwing.openTaken()).containsExactly("maatregel-uitvoeren");
        assertThat(feit(waarschuwing, "toetsAdvies")).isEqualTo("mag");
        assertThat(feit(waarschuwing, "waarschuwingAan")).isEqualTo("jongere");

        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("gewaarschuwd"));
        waarschuwing.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(waarschuwing.zaak().uitkomst()).isEqualTo("gewaarschuwd");
        assertThat(gebeurtenissen(waarschuwing)).contains("Schriftelijke waarschuwing voor jongere.");
        // The outcome comes back to the case that chose the warning.
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(UITKOMST_MAATREGEL_BEOORDELEN, uitkomstBeoordeeld());
        assertThat(verhaal.openTaken()).containsExactly(AFSPRAKEN_VOLGEN);
    }

    @Test
    void watAlBekendIsHoeftNiemandNogEensInTeVullen() {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 15), met("zorg", "ja", "verwijtbaarOuders", "ja"));
        assertThat(runtime.getVariables(waarschuwing.zaak().procesInstantieId())).containsEntry("verwijtbaarOuders", "ja")
                .containsEntry("verwijtbaarJongere", "ja").containsEntry("verwijtbaar", "ja").containsEntry("opzet", "nee").containsEntry("zorg", "ja")
                .containsEntry("eerdereOvertreding", "nee").containsEntry("uren", 12.5).containsEntry("schooldagen", 4)
                .containsEntry("leeftijd", 15).containsEntry("luxe", false).containsEntry("waarschuwingAan", "ouders,jongere");
        Taak taak = waarschuwing.taak("maatregel-uitvoeren");
        var ik = Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, BUNNIK);
        Taken taken = context.getBean(Taken.class);
        assertThat(taken.beginwaarden(taak, taken.formulier(taak, ik))).containsEntry("gewaarschuwden", List.of("ouders", "jongere"));
    }

    @Test
    void jongereOnderTwaalf_isZelfNietAanspreekbaar() {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 10), met("zorg", "ja", "verwijtbaarOuders", "ja", "verwijtbaarJongere", "ja"));
        assertThat(feit(waarschuwing, "verwijtbaarJongere")).isEqualTo("nee");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", aangevuld(beslist("gewaarschuwd"), "gewaarschuwden", List.of("jongere")));
        assertThat(gebeurtenissen(waarschuwing)).contains("Schriftelijke waarschuwing voor ouders.");
    }

    @Test
    void deAmbtenaarKiestWieDeWaarschuwingKrijgt() {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 15), met("zorg", "ja"));
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren",
                aangevuld(beslist("gewaarschuwd"), "gewaarschuwden", List.of("ouders", "jongere")));
        assertThat(gebeurtenissen(waarschuwing)).contains("Schriftelijke waarschuwing voor ouders en jongere.");
    }

    @Test
    void toestaanTegenHetAdvies_vraagtEenRedenEnIsZichtbaar() {
        // Eighteen hours is not light (BUN art. 6 lid 9).
        Verhaal waarschuwing = gekozen(verzuimmelding().in(BUNNIK).leeftijd(15).uren(18), met("zorg", "ja"));
        assertThat(feit(waarschuwing, "toetsAdvies")).isEqualTo("mag-niet");
        Map<String, Object> zonderReden = beslist("gewaarschuwd");
        zonderReden.remove("toelichting");
        assertThat(fouten(waarschuwing, "maatregel-uitvoeren", zonderReden)).containsExactly("toelichting");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("gewaarschuwd"));
        assertThat(gebeurtenissen(waarschuwing)).contains("Schriftelijke waarschuwing voor jongere, anders dan de tabel adviseerde.");
    }

    @Test
    void nietWaarschuwenTegenHetAdvies_isZichtbaar() {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 15), met("zorg", "ja"));
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("niet-gewaarschuwd"));
        assertThat(waarschuwing.zaak().uitkomst()).isEqualTo("niet-gewaarschuwd");
        assertThat(gebeurtenissen(waarschuwing)).contains("Geen schriftelijke waarschuwing, anders dan de tabel adviseerde.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gewaarschuwd", "niet-gewaarschuwd"})
    void alsDeTabelHetAanDeAmbtenaarLaat_isGeenBeslissingEenAfwijking(String uitkomst) {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 15), met("zorg", "onbekend"));
        assertThat(feit(waarschuwing, "toetsAdvies")).isEqualTo("weeg");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist(uitkomst));
        assertThat(gebeurtenissen(waarschuwing)).noneMatch(g -> g.contains("anders dan de tabel"));
    }

    @Test
    void noordoostpolder_eerstEenCollega_enZorgIsGeenVoorwaarde() {
        Verhaal waarschuwing = gekozen(licht(NOORDOOSTPOLDER, 15), met("zorg", "nee"));
        assertThat(waarschuwing.openTaken()).containsExactly(COLLEGA_RAADPLEGEN);
        assertThat(feit(waarschuwing, "toetsAdvies")).isEqualTo("mag");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf(COLLEGA_RAADPLEGEN, geraadpleegd(boa()));
        waarschuwing.wachtOp("maatregel-uitvoeren", LEERPLICHTAMBTENAAR, "2026-03-09");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("gewaarschuwd"));
        waarschuwing.isGesloten(Zaakstatus.AFGESLOTEN);
        // The copy of what was decided, and whom was asked, is in the dossier (NOP 4.3).
        assertThat(dossiers.vanZaak(waarschuwing.zaak().id(), Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER)))
                .anySatisfy(s -> assertThat(s.inhoud().toString()).contains("geraadpleegdeCollega", boa()))
                .anySatisfy(s -> assertThat(s.soort()).isEqualTo("maatregel-uitvoeren"));
    }

    @Test
    void deCollegaIsIemandAnders() {
        Verhaal waarschuwing = gekozen(licht(NOORDOOSTPOLDER, 15), met("zorg", "nee"));
        String ikzelf = Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER).gebruikersnaam();
        assertThat(fouten(waarschuwing, COLLEGA_RAADPLEGEN, geraadpleegd(ikzelf))).containsExactly("geraadpleegdeCollega");
        Map<String, Object> niemand = geraadpleegd(boa());
        niemand.remove("geraadpleegdeCollega");
        assertThat(fouten(waarschuwing, COLLEGA_RAADPLEGEN, niemand)).containsExactly("geraadpleegdeCollega");
    }

    @Test
    void eenCollegaVanBuitenHeeftEenNaam() {
        Verhaal waarschuwing = gekozen(licht(NOORDOOSTPOLDER, 15), met("zorg", "nee"));
        assertThat(fouten(waarschuwing, COLLEGA_RAADPLEGEN, geraadpleegd("buiten"))).containsExactly("collegaNaam");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf(COLLEGA_RAADPLEGEN, aangevuld(geraadpleegd("buiten"), "collegaNaam", VRIJE_TEKST + " collega"));
        assertThat(waarschuwing.openTaken()).containsExactly("maatregel-uitvoeren");
    }

    @Test
    void deGeraadpleegdeCollegaBeslistNiet() {
        Verhaal waarschuwing = gekozen(licht(NOORDOOSTPOLDER, 15), met("zorg", "nee"));
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf(COLLEGA_RAADPLEGEN, geraadpleegd(boa()));
        assertThatThrownBy(() -> waarschuwing.als(BOA).rondAf("maatregel-uitvoeren", beslist("gewaarschuwd")))
                .isInstanceOf(Conflict.class).hasMessageContaining("als collega bij geraadpleegd");
        assertThat(waarschuwing.openTaken()).containsExactly("maatregel-uitvoeren");
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("niet-gewaarschuwd"));
    }

    @Test
    void naEenWaarschuwingIsHetGeenEersteOvertredingMeer() {
        Verhaal eerste = gekozen(licht(BUNNIK, 15), met("zorg", "ja"));
        eerste.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("gewaarschuwd"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(UITKOMST_MAATREGEL_BEOORDELEN, uitkomstBeoordeeld());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_VOLGEN, gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("nee", "weigerend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-05-01", "schriftelijke-waarschuwing"));
        Verhaal tweede = verhaal.gekoppeld("schriftelijke-waarschuwing", 1);
        assertThat(feit(tweede, "eerdereOvertreding")).isEqualTo("ja");
        assertThat(feit(tweede, "toetsAdvies")).isEqualTo("mag-niet");
    }

    /** What was not yet given goes out no more; the case that stopped it needs no outcome to judge. */
    @ParameterizedTest
    @ValueSource(strings = {BUNNIK, NOORDOOSTPOLDER})
    void eenGebeurtenisVanBuitenStoptDeWaarschuwing(String gemeente) {
        Verhaal waarschuwing = gekozen(licht(gemeente, 15), met("zorg", "ja"));
        context.getBean(Procesengine.class).bericht("maatregel-stoppen", waarschuwing.zaak().procesInstantieId(), Map.of("stopreden", "jongere-verhuisd"));
        waarschuwing.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(waarschuwing.zaak().uitkomst()).isEqualTo("gestopt");
        assertThat(gebeurtenissen(waarschuwing)).contains("De maatregel stopt door een gebeurtenis van buiten: jongere verhuisd.");
        assertThat(verhaal.openTaken()).containsExactly(AFSPRAKEN_VOLGEN);
    }

    @Test
    void stoppenZonderReden_kanOok() {
        Verhaal waarschuwing = gekozen(licht(BUNNIK, 15), met("zorg", "ja"));
        assertThat(context.getBean(Procesengine.class).berichtIndienVerwacht("maatregel-stoppen", waarschuwing.zaak().procesInstantieId(), null, null))
                .isTrue();
        waarschuwing.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(gebeurtenissen(waarschuwing)).contains("De maatregel stopt door een gebeurtenis van buiten.");
    }

    private Verhaal gekozen(Meldingsbouwer melding, Map<String, Object> oordeel) {
        verhaal = new Verhaal(context).gegeven(melding);
        return kies(verhaal, oordeel);
    }

    private String boa() {
        return Verhaal.medewerker(context, BOA, NOORDOOSTPOLDER).gebruikersnaam();
    }

    private static Map<String, Object> geraadpleegd(String collega) {
        return met("geraadpleegdeCollega", collega, "raadplegingDatum", TOEN, "collegaAdvies", "waarschuwen", "raadplegingVerslag", VRIJE_TEKST);
    }

    private List<String> fouten(Verhaal waarschuwing, String taak, Map<String, Object> velden) {
        return catchThrowableOfType(OngeldigeInvoer.class, () -> waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden)).fouten().stream()
                .map(Fout::veld).toList();
    }

    private Object feit(Verhaal waarschuwing, String naam) {
        return runtime.getVariable(waarschuwing.zaak().procesInstantieId(), naam);
    }

    private List<String> gebeurtenissen(Verhaal waarschuwing) {
        return tijdlijn.van(waarschuwing.zaak().id()).stream().map(g -> g.omschrijving()).toList();
    }
}
