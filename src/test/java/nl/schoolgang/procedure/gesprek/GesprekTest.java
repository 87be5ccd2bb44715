package nl.schoolgang.procedure.gesprek;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.TOEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.huisbezoek;
import static nl.schoolgang.verhaal.Antwoord.huisbezoekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.nietVerschenen;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The conversation as BUN art. 6 lid 3 and 6 with explanation 19 and NOP par. 3.1 and 3.2 tell it: every path, and its one term. */
@Toepassingstest
class GesprekTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Dossiers dossiers;
    @Autowired
    Leerlingen leerlingen;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Tijdlijn tijdlijn;

    private Verhaal verhaal;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void uitnodigenSprekenEnAfspraken(String gemeente) {
        totUitnodigen(gemeente, 13);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        // Ten werkdagen from the day of dispatch (a standard, not in the instruction).
        verhaal.wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-16");
        verhaal.elkeTermijnHeeftEenTimer();
        doe("reactie-vastleggen", reactie("komt"));
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.GEHAALD));
        doe("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
        verslag(gemeente);
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-10");
    }

    /** BUN art. 6 lid 3: on request; NOP par. 3.2: always. */
    @ParameterizedTest
    @CsvSource({"noordoostpolder,nee,true", "noordoostpolder,ja,true", "bunnik,ja,true", "bunnik,nee,false"})
    void hetVerslagGaatNaarOudersEnJongere(String gemeente, String gevraagd, boolean verstrekt) {
        totGesprek(gemeente, 13);
        doe("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), "verslagGevraagd", gevraagd));
        assertThat(verhaal.openTaken().contains("verslag-verstrekken")).isEqualTo(verstrekt);
        // The report is in the dossier in any case (BUN 6.3, NOP 3.2), as police data.
        assertThat(stuk("gesprek-voeren")).satisfies(s -> {
            assertThat(s.label()).isEqualTo(Label.WPG);
            assertThat(antwoord(s, "gespreksverslag")).contains(VRIJE_TEKST);
        });
    }

    @Test
    void zonderUitlegOverDeGevolgenIsHetGesprekNietAf() {
        totGesprek(BUNNIK, 13);
        for (String veld : List.of("gespreksverslag", "oorzaak", "aanwezigen", "gevolgenToegelicht", "verslagGevraagd", "afspraken", "afspraakDatum")) {
            assertThat(fouten("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), veld, null))).containsExactly(veld);
        }
        assertThat(fouten("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), "afspraakDatum", "2026-03-01"))).containsExactly("afspraakDatum");
    }

    @Test
    void andereDatum_isGeenTweedeUitnodigingEnDeTermijnBegintOpnieuw() {
        totUitnodigen(BUNNIK, 13);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.klok(LocalDateTime.of(2026, 3, 5, 10, 0));
        doe("reactie-vastleggen", anders(reactie("andere-datum"), "reactieDatum", "2026-03-05"));
        doe("gesprek-uitnodigen", uitnodiging("2026-03-05"));
        verhaal.wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-19");
        verhaal.elkeTermijnHeeftEenTimer();
        assertThat(waarde("uitnodigingNummer")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void geenReactieBinnenDeTermijn_wordtVastgelegdEnDeAmbtenaarBepaaltHetVervolg(String gemeente) {
        totUitnodigen(gemeente, 16);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.verstrijkt("verzuim.reactie-oproep");
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.OVERSCHREDEN));
        assertThat(tijdlijn.van(verhaal.zaak().id())).anyMatch(g -> g.soort().equals("termijn-verstreken"));
        verhaal.wachtOp("geen-reactie-beoordelen", LEERPLICHTAMBTENAAR, null);

        // Only because the officer sees reason: a second invitation with a term of its own.
        doe("geen-reactie-beoordelen", naUitblijven("opnieuw-uitnodigen"));
        assertThat(((Number) waarde("uitnodigingNummer")).intValue()).isEqualTo(2);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-16"));
        verhaal.wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-30");
        verhaal.elkeTermijnHeeftEenTimer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weigert", "niet-afgewacht"})
    void weigerenOfNietLangerWachten_leidtTotEenKeuze(String reactie) {
        totUitnodigen(NOORDOOSTPOLDER, 16);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie(reactie));
        assertThat(verhaal.openTaken()).containsExactly("geen-reactie-beoordelen");
        assertThat(verhaal.lopend("verzuim.reactie-oproep")).isEmpty();
    }

    /** What a parent answers may come in by another system: then nobody needs to record it by hand. */
    @ParameterizedTest
    @CsvSource({"komt,gesprek-voeren", "andere-datum,gesprek-uitnodigen", "weigert,geen-reactie-beoordelen"})
    void eenReactieVanBuitenTeltAlsReactie(String reactie, String daarna) {
        totUitnodigen(BUNNIK, 16);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        context.getBean(Procesengine.class).berichtInZaak("reactie-ontvangen", verhaal.zaak().zaaknummer(), Map.of("reactie", reactie));
        assertThat(verhaal.openTaken()).containsExactly(daarna);
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.GEHAALD));
        assertThat(verhaal.termijnen()).filteredOn(t -> t.status() == Termijnstatus.LOPEND).isEmpty();
    }

    @Test
    void eenReactieVanBuitenZonderUitnodiging_wordtGeweigerd() {
        totUitnodigen(BUNNIK, 16);
        assertThatThrownBy(() -> context.getBean(Procesengine.class).berichtInZaak("reactie-ontvangen", verhaal.zaak().zaaknummer(),
                Map.of("reactie", "komt"))).isInstanceOf(Conflict.class);
        assertThat(verhaal.openTaken()).containsExactly("gesprek-uitnodigen");
    }

    @Test
    void nietVerschenen_enZonderGesprekVerder_beoordeeltDeAmbtenaarZonderGesprek() {
        totGesprek(BUNNIK, 16);
        doe("gesprek-voeren", nietVerschenen());
        assertThat(fouten("geen-reactie-beoordelen", anders(naUitblijven("zonder-gesprek-verder"), "verwijtbaarOuders", null)))
                .containsExactly("verwijtbaarOuders");
        doe("geen-reactie-beoordelen", naUitblijven("zonder-gesprek-verder"));
        assertThat(verhaal.openTaken()).containsExactly("vervolg-kiezen");
        assertThat(zaakwaarde("verwijtbaarOuders")).isEqualTo("ja");
        assertThat(zaakwaarde("gesprekUitkomst")).isEqualTo("geen-afspraken");
    }

    /** BUN art. 6 lid 6: whenever the officer finds it necessary; NOP par. 3.1: when there is reason, for example doubt. */
    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void meteenEenHuisbezoek_zonderUitnodiging(String gemeente) {
        totUitnodigen(gemeente, 13);
        doe("gesprek-uitnodigen", met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel", "huisbezoekAankondiging", "onaangekondigd"));
        assertThat(verhaal.openTaken()).containsExactly("huisbezoek-afleggen");
        assertThat(verhaal.lopend("verzuim.reactie-oproep")).isEmpty();
        doe("huisbezoek-afleggen", huisbezoekMetAfspraken("2026-04-10"));
        verslag(gemeente);
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-10");
    }

    @Test
    void eenHuisbezoekHeeftEenReden_enEenAankondigingEenMoment() {
        totUitnodigen(NOORDOOSTPOLDER, 13);
        assertThat(fouten("gesprek-uitnodigen", met("gesprekVorm", "huisbezoek"))).containsExactlyInAnyOrder("huisbezoekReden", "huisbezoekAankondiging");
        assertThat(fouten("gesprek-uitnodigen", met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel", "huisbezoekAankondiging", "aangekondigd")))
                .containsExactly("huisbezoekMoment");
        doe("gesprek-uitnodigen", met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel", "huisbezoekAankondiging", "aangekondigd",
                "huisbezoekMoment", "2026-03-06T16:00"));
        assertThat(verhaal.openTaken()).containsExactly("huisbezoek-afleggen");
    }

    /** BUN S01.03-08: no entry of a home against the resident's will; who refused, and that the officer said who she is, is recorded. */
    @Test
    void nietBinnenTegenDeWilVanDeBewoner_wordtVastgelegd() {
        totHuisbezoek();
        Map<String, Object> geweigerd = huisbezoek("niet-binnen");
        geweigerd.putAll(met("binnentreden", "nee", "toegangDoor", "andere-bewoner", "gelegitimeerd", true, "doelGenoemd", true,
                "huisbezoekVerslag", VRIJE_TEKST));
        doe("huisbezoek-afleggen", geweigerd);
        assertThat(verhaal.openTaken()).containsExactly("geen-reactie-beoordelen");
        Dossierstuk stuk = stuk("huisbezoek-afleggen");
        assertThat(antwoord(stuk, "binnentreden")).isEqualTo("nee");
        assertThat(antwoord(stuk, "toegangDoor")).isEqualTo("andere-bewoner");
        assertThat(antwoord(stuk, "gelegitimeerd")).isEqualTo("true");
        assertThat(antwoord(stuk, "doelGenoemd")).isEqualTo("true");
    }

    @Test
    void niemandThuis_daarnaNogEenHuisbezoekMetAankondiging() {
        totHuisbezoek();
        doe("huisbezoek-afleggen", anders(huisbezoek("niet-thuis"), "berichtAchtergelaten", true));
        Map<String, Object> nogEens = naUitblijven("huisbezoek");
        nogEens.putAll(met("huisbezoekAankondiging", "aangekondigd", "huisbezoekMoment", "2026-03-09T17:00"));
        assertThat(fouten("geen-reactie-beoordelen", anders(nogEens, "huisbezoekMoment", null))).containsExactly("huisbezoekMoment");
        doe("geen-reactie-beoordelen", nogEens);
        doe("huisbezoek-afleggen", huisbezoekMetAfspraken("2026-04-10"));
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen");
    }

    /** Explanation 19: parents who did what they could are not culpable, the youth can be. */
    @Test
    void oudersDieAllesDedenZijnNietVerwijtbaar_deJongereWel() {
        totGesprek(BUNNIK, 16);
        doe("gesprek-voeren", anders(gesprekZonderAfspraken(), "ouderActies", VRIJE_TEKST));
        assertThat(zaakwaarde("verwijtbaarOuders")).isEqualTo("nee");
        assertThat(zaakwaarde("verwijtbaarJongere")).isEqualTo("ja");
        assertThat(antwoord(stuk("gesprek-voeren"), "ouderActies")).contains(VRIJE_TEKST);
    }

    /** A youth is answerable from 12 (BUN explanation 6); younger is never culpable, whatever is sent. */
    @ParameterizedTest
    @CsvSource({"11,nee", "12,ja"})
    void deJongereIsVanafTwaalfAanspreekbaar(int leeftijd, String verwijtbaar) {
        totGesprek(BUNNIK, leeftijd);
        doe("gesprek-voeren", gesprekZonderAfspraken());
        assertThat(zaakwaarde("verwijtbaarJongere")).isEqualTo(verwijtbaar);
    }

    @Test
    void eenTolkWordtGevraagdAlsEenOuderMetGezagDieNodigHeeft() {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK).leeftijd(13));
        ouder(true, false);
        naarUitnodigen();
        assertThat(waarde("tolkNodig")).isEqualTo(false);

        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK).leeftijd(13));
        ouder(true, true);
        naarUitnodigen();
        assertThat(waarde("tolkNodig")).isEqualTo(true);
        doe("gesprek-uitnodigen", anders(anders(uitnodiging("2026-03-02"), "tolkGeregeld", true), "tolkAfspraak", VRIJE_TEKST + " Tigrinya"));
        assertThat(antwoord(stuk("gesprek-uitnodigen"), "tolkAfspraak")).contains("Tigrinya");
    }

    @Test
    void deBouwsteenVraagtNietNaarVerwijtAlsWieHaarAanroeptDatNietWil() {
        totGesprek(BUNNIK, 13);
        Taak taak = verhaal.taak("gesprek-voeren");
        runtime.setVariable(instantie(), "gesprekBeoordelen", false);
        Map<String, Object> velden = gesprekMetAfspraken("2026-04-10");
        velden.keySet().removeAll(List.of("verwijtbaarOuders", "verwijtbaarJongere", "opzet", "zorg"));
        context.getBean(Taken.class).rondAf(taak.id(), ik(), velden);
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen");
    }

    /** BUN explanation 19: nothing more is done when the reason is gone; the term that ran is no lapse. */
    @Test
    void alsDeMeldingWordtIngetrokkenStoptHetGesprek() {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(13);
        verhaal = new Verhaal(context).gegeven(melding);
        naarUitnodigen();
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.openTaken()).doesNotContain("reactie-vastleggen").contains("afhandelen");
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.VERVALLEN));
        assertThat(tijdlijn.van(verhaal.zaak().id())).noneMatch(g -> g.soort().equals("termijn-verstreken"));
    }

    private void totUitnodigen(String gemeente, int leeftijd) {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(gemeente).leeftijd(leeftijd));
        naarUitnodigen();
    }

    private void naarUitnodigen() {
        boolean bunnik = BUNNIK.equals(verhaal.zaak().gemeente());
        verhaal.als(bunnik ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        doe("aanpak-kiezen", aanpakTegenAdvies("contact"));
        doe("contact-ouders", contact("ongeoorloofd", true));
    }

    private void totGesprek(String gemeente, int leeftijd) {
        totUitnodigen(gemeente, leeftijd);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie("komt"));
    }

    private void totHuisbezoek() {
        totUitnodigen(BUNNIK, 13);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie("weigert"));
        doe("geen-reactie-beoordelen", naUitblijven("huisbezoek"));
        assertThat(verhaal.openTaken()).containsExactly("huisbezoek-afleggen");
    }

    private void verslag(String gemeente) {
        if (NOORDOOSTPOLDER.equals(gemeente)) {
            doe("verslag-verstrekken", verslagVerstrekt());
        }
    }

    private void doe(String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }

    private void ouder(boolean tolk, boolean gezag) {
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Verzonnen", null, "Ouder", LocalDate.of(1985, 1, 1),
                null, false, null, null, "Tigrinya", tolk), "moeder", gezag);
    }

    private static Map<String, Object> anders(Map<String, Object> velden, String sleutel, Object waarde) {
        Map<String, Object> alle = new HashMap<>(velden);
        alle.put(sleutel, waarde);
        return alle;
    }

    private List<String> fouten(String taak, Map<String, Object> velden) {
        return catchThrowableOfType(OngeldigeInvoer.class, () -> doe(taak, velden)).fouten().stream().map(Fout::veld).toList();
    }

    private Medewerker ik() {
        return Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, verhaal.zaak().gemeente());
    }

    /** The newest piece that this task left in the dossier. */
    private Dossierstuk stuk(String taak) {
        return dossiers.vanZaak(verhaal.zaak().id(), ik()).stream().filter(s -> s.soort().equals(taak)).findFirst().orElseThrow();
    }

    private static String antwoord(Dossierstuk stuk, String sleutel) {
        return ((List<?>) stuk.inhoud().get("antwoorden")).stream().map(a -> (Map<?, ?>) a).filter(a -> a.get("sleutel").equals(sleutel))
                .map(a -> String.valueOf(a.get("waarde"))).findFirst().orElseThrow();
    }

    private String instantie() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(verhaal.zaak().zaaknummer()).processDefinitionKey("gesprek")
                .singleResult().getId();
    }

    /** A variable of the conversation. */
    private Object waarde(String naam) {
        return runtime.getVariable(instantie(), naam);
    }

    /** A variable of the case that called it. */
    private Object zaakwaarde(String naam) {
        return runtime.getVariable(verhaal.zaak().procesInstantieId(), naam);
    }
}
