package nl.schoolgang.procedure.gesprek;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.procedure.gesprek.Gespreksproef.anders;
import static nl.schoolgang.procedure.gesprek.Gespreksproef.antwoord;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.nietVerschenen;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The conversation as BUN art. 6 lid 3 with explanation 19 and NOP par. 3.1 and 3.2 tell it: every path, and its one term. */
@Toepassingstest
class GesprekTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Leerlingen leerlingen;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Tijdlijn tijdlijn;

    private Gespreksproef proef;

    @BeforeEach
    void begin() {
        proef = new Gespreksproef(context);
    }

    @AfterEach
    void klokTerug() {
        proef.klaar();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void uitnodigenSprekenEnAfspraken(String gemeente) {
        proef.totUitnodigen(gemeente, 13);
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        // Ten werkdagen from the day of dispatch (a standard, not in the instruction).
        proef.verhaal().wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-16");
        proef.verhaal().elkeTermijnHeeftEenTimer();
        proef.doe("reactie-vastleggen", reactie("komt"));
        assertThat(proef.verhaal().termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.GEHAALD));
        proef.doe("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
        proef.verslag(gemeente);
        proef.verhaal().wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-10");
    }

    /** BUN art. 6 lid 3: on request; NOP par. 3.2: always. */
    @ParameterizedTest
    @CsvSource({"noordoostpolder,nee,true", "noordoostpolder,ja,true", "bunnik,ja,true", "bunnik,nee,false"})
    void hetVerslagGaatNaarOudersEnJongere(String gemeente, String gevraagd, boolean verstrekt) {
        proef.totGesprek(gemeente, 13);
        proef.doe("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), "verslagGevraagd", gevraagd));
        assertThat(proef.verhaal().openTaken().contains("verslag-verstrekken")).isEqualTo(verstrekt);
        // The report is in the dossier in any case (BUN 6.3, NOP 3.2), as police data.
        assertThat(proef.stuk("gesprek-voeren")).satisfies(s -> {
            assertThat(s.label()).isEqualTo(Label.WPG);
            assertThat(antwoord(s, "gespreksverslag")).contains(VRIJE_TEKST);
        });
    }

    @Test
    void zonderUitlegOverDeGevolgenIsHetGesprekNietAf() {
        proef.totGesprek(BUNNIK, 13);
        for (String veld : List.of("gespreksverslag", "oorzaak", "aanwezigen", "gevolgenToegelicht", "verslagGevraagd", "afspraken", "afspraakDatum")) {
            assertThat(proef.fouten("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), veld, null))).containsExactly(veld);
        }
        assertThat(proef.fouten("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), "afspraakDatum", "2026-03-01"))).containsExactly("afspraakDatum");
    }

    @Test
    void andereDatum_isGeenTweedeUitnodigingEnDeTermijnBegintOpnieuw() {
        proef.totUitnodigen(BUNNIK, 13);
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        proef.verhaal().klok(LocalDateTime.of(2026, 3, 5, 10, 0));
        proef.doe("reactie-vastleggen", anders(reactie("andere-datum"), "reactieDatum", "2026-03-05"));
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-05"));
        proef.verhaal().wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-19");
        proef.verhaal().elkeTermijnHeeftEenTimer();
        assertThat(proef.waarde("uitnodigingNummer")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void geenReactieBinnenDeTermijn_wordtVastgelegdEnDeAmbtenaarBepaaltHetVervolg(String gemeente) {
        proef.totUitnodigen(gemeente, 16);
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        proef.verhaal().verstrijkt("verzuim.reactie-oproep");
        assertThat(proef.verhaal().termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.OVERSCHREDEN));
        assertThat(tijdlijn.van(proef.verhaal().zaak().id())).anyMatch(g -> g.soort().equals("termijn-verstreken"));
        proef.verhaal().wachtOp("geen-reactie-beoordelen", LEERPLICHTAMBTENAAR, "2026-03-24");

        // Only because the officer sees reason: a second invitation with a term of its own.
        proef.doe("geen-reactie-beoordelen", naUitblijven("opnieuw-uitnodigen"));
        assertThat(((Number) proef.waarde("uitnodigingNummer")).intValue()).isEqualTo(2);
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-17"));
        proef.verhaal().wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-31");
        proef.verhaal().elkeTermijnHeeftEenTimer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weigert", "niet-afgewacht"})
    void weigerenOfNietLangerWachten_leidtTotEenKeuze(String reactie) {
        proef.totUitnodigen(NOORDOOSTPOLDER, 16);
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        proef.doe("reactie-vastleggen", reactie(reactie));
        assertThat(proef.verhaal().openTaken()).containsExactly("geen-reactie-beoordelen");
        assertThat(proef.verhaal().lopend("verzuim.reactie-oproep")).isEmpty();
    }

    /** What a parent answers may come in by another system: then nobody needs to record it by hand. */
    @ParameterizedTest
    @CsvSource({"komt,gesprek-voeren,verzuim.gesprek", "andere-datum,gesprek-uitnodigen,verzuim.uitnodigen",
        "weigert,geen-reactie-beoordelen,verzuim.geen-gesprek"})
    void eenReactieVanBuitenTeltAlsReactie(String reactie, String daarna, String nieuw) {
        proef.totUitnodigen(BUNNIK, 16);
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        context.getBean(Procesengine.class).berichtInZaak("reactie-ontvangen", proef.verhaal().zaak().zaaknummer(), Map.of("reactie", reactie));
        assertThat(proef.verhaal().openTaken()).containsExactly(daarna);
        assertThat(proef.verhaal().termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.GEHAALD));
        assertThat(proef.verhaal().termijnen()).filteredOn(t -> t.status() == Termijnstatus.LOPEND)
                .extracting(t -> t.code()).containsExactly(nieuw);
    }

    @Test
    void eenReactieVanBuitenZonderUitnodiging_wordtGeweigerd() {
        proef.totUitnodigen(BUNNIK, 16);
        assertThatThrownBy(() -> context.getBean(Procesengine.class).berichtInZaak("reactie-ontvangen", proef.verhaal().zaak().zaaknummer(),
                Map.of("reactie", "komt"))).isInstanceOf(Conflict.class);
        assertThat(proef.verhaal().openTaken()).containsExactly("gesprek-uitnodigen");
    }

    @Test
    void nietVerschenen_enZonderGesprekVerder_beoordeeltDeAmbtenaarZonderGesprek() {
        proef.totGesprek(BUNNIK, 16);
        proef.doe("gesprek-voeren", nietVerschenen());
        assertThat(proef.fouten("geen-reactie-beoordelen", anders(naUitblijven("zonder-gesprek-verder"), "verwijtbaarOuders", null)))
                .containsExactly("verwijtbaarOuders");
        proef.doe("geen-reactie-beoordelen", naUitblijven("zonder-gesprek-verder"));
        assertThat(proef.verhaal().openTaken()).containsExactly("vervolg-kiezen");
        assertThat(proef.zaakwaarde("verwijtbaarOuders")).isEqualTo("ja");
        assertThat(proef.zaakwaarde("gesprekUitkomst")).isEqualTo("geen-afspraken");
    }

    /** Explanation 19: parents who did what they could are not culpable, the youth can be. */
    @Test
    void oudersDieAllesDedenZijnNietVerwijtbaar_deJongereWel() {
        proef.totGesprek(BUNNIK, 16);
        proef.doe("gesprek-voeren", anders(gesprekZonderAfspraken(), "ouderActies", VRIJE_TEKST));
        assertThat(proef.zaakwaarde("verwijtbaarOuders")).isEqualTo("nee");
        assertThat(proef.zaakwaarde("verwijtbaarJongere")).isEqualTo("ja");
        assertThat(antwoord(proef.stuk("gesprek-voeren"), "ouderActies")).contains(VRIJE_TEKST);
    }

    /** A youth is answerable from 12 (BUN explanation 6); younger is never culpable, whatever is sent. */
    @ParameterizedTest
    @CsvSource({"11,nee", "12,ja"})
    void deJongereIsVanafTwaalfAanspreekbaar(int leeftijd, String verwijtbaar) {
        proef.totGesprek(BUNNIK, leeftijd);
        proef.doe("gesprek-voeren", gesprekZonderAfspraken());
        assertThat(proef.zaakwaarde("verwijtbaarJongere")).isEqualTo(verwijtbaar);
    }

    @Test
    void eenTolkWordtGevraagdAlsEenOuderMetGezagDieNodigHeeft() {
        proef.gemeld(verzuimmelding().in(BUNNIK).leeftijd(13));
        ouder(true, false);
        proef.naarUitnodigen();
        assertThat(proef.waarde("tolkNodig")).isEqualTo(false);

        proef.gemeld(verzuimmelding().in(BUNNIK).leeftijd(13));
        ouder(true, true);
        proef.naarUitnodigen();
        assertThat(proef.waarde("tolkNodig")).isEqualTo(true);
        proef.doe("gesprek-uitnodigen", anders(anders(uitnodiging("2026-03-02"), "tolkGeregeld", true), "tolkAfspraak", VRIJE_TEKST + " Tigrinya"));
        assertThat(antwoord(proef.stuk("gesprek-uitnodigen"), "tolkAfspraak")).contains("Tigrinya");
    }

    @Test
    void deBouwsteenVraagtNietNaarVerwijtAlsWieHaarAanroeptDatNietWil() {
        proef.totGesprek(BUNNIK, 13);
        Taak taak = proef.verhaal().taak("gesprek-voeren");
        runtime.setVariable(proef.instantie(), "gesprekBeoordelen", false);
        Map<String, Object> velden = gesprekMetAfspraken("2026-04-10");
        velden.keySet().removeAll(List.of("verwijtbaarOuders", "verwijtbaarJongere", "opzet", "zorg"));
        context.getBean(Taken.class).rondAf(taak.id(), proef.ik(), velden);
        assertThat(proef.verhaal().openTaken()).containsExactly("afspraken-volgen");
    }

    /** BUN explanation 19: nothing more is done when the reason is gone; the term that ran is no lapse. */
    @Test
    void alsDeMeldingWordtIngetrokkenStoptHetGesprek() {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(13);
        proef.gemeld(melding);
        proef.naarUitnodigen();
        proef.doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        proef.verhaal().lever(melding.kopie().status("ingetrokken"), 200);
        assertThat(proef.verhaal().openTaken()).doesNotContain("reactie-vastleggen").contains("afhandelen");
        assertThat(proef.verhaal().termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.VERVALLEN));
        assertThat(tijdlijn.van(proef.verhaal().zaak().id())).noneMatch(g -> g.soort().equals("termijn-verstreken"));
    }

    private void ouder(boolean tolk, boolean gezag) {
        leerlingen.voegOuderToe(proef.verhaal().zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Verzonnen", null, "Ouder",
                LocalDate.of(1985, 1, 1), null, false, null, null, "Tigrinya", tolk), "moeder", gezag);
    }
}
