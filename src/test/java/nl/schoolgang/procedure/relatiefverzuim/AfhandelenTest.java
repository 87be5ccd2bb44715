package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Closing a case: who may consent to telling others what it was about, and who gets word (BUN art. 6 lid 8, NOP par. 3.2). */
@Toepassingstest
class AfhandelenTest {

    @Autowired
    ApplicationContext context;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    /** Parents, or the youth from 16; who is of age is not represented any more. */
    @ParameterizedTest
    @CsvSource({"13, jongere, false", "15, jongere, false", "16, jongere, true", "15, ouders, true", "17, ouders, true", "18, ouders, false",
            "18, jongere, true"})
    void toestemmingHangtAfVanDeLeeftijd(int leeftijd, String door, boolean telt) {
        totAfhandelen(verzuimmelding().leeftijd(leeftijd));
        Map<String, Object> velden = afgehandeld(Map.of("toestemmingInhoud", door));
        if (telt) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, velden);
            verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        } else {
            assertThat(fouten(velden)).singleElement().satisfies(f -> {
                assertThat(f.veld()).isEqualTo("toestemmingInhoud");
                assertThat(f.reden()).contains("vanaf 16 jaar");
            });
            assertThat(verhaal.openTaken()).containsExactly(AFHANDELEN);
        }
    }

    /** The age is that of today: the process looked it up when the melding came in. */
    @Test
    void wieOndertussenZestienWerd_magZelfToestemmen() {
        totAfhandelen(verzuimmelding().geboren(LocalDate.of(2010, 3, 3)));
        Map<String, Object> velden = afgehandeld(Map.of("toestemmingInhoud", "jongere"));
        assertThat(fouten(velden)).extracting(Fout::veld).containsExactly("toestemmingInhoud");
        verhaal.klok(Verhaal.BEGIN.plusDays(1));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, velden);
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @ParameterizedTest
    @CsvSource({"12, jonger-dan-12", "13, ingetrokken-of-geregistreerd"})
    void vanafTwaalfKrijgtDeJongereZelfBericht(int leeftijd, String waaromNiet) {
        totAfhandelen(verzuimmelding().leeftijd(leeftijd));
        assertThat(fouten(afgehandeld(Map.of("jongereBericht", waaromNiet)))).extracting(Fout::veld).containsExactly("jongereBericht");
    }

    @Test
    void wieJongerDanTwaalfIs_krijgtGeenBericht() {
        totAfhandelen(verzuimmelding().leeftijd(11));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afgehandeld(Map.of("jongereBericht", "jonger-dan-12")));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    /** BUN 6.8, NOP 3.2.3: who reported hears of it in any case. What spares the messages must be true of the meldingen. */
    @ParameterizedTest
    @ValueSource(strings = {"ingetrokken", "alleen-geregistreerd"})
    void zonderBerichtSluiten_alleenAlsDeMeldingenHetDragen(String reden) {
        Meldingsbouwer melding = verzuimmelding();
        totAfhandelen(melding);
        Map<String, Object> stil = met("afsluitreden", reden, "jongereBericht", "ingetrokken-of-geregistreerd", "toestemmingInhoud", "niet-gedeeld",
                "inZatMdo", "nee");
        assertThat(fouten(stil)).singleElement().satisfies(f -> {
            assertThat(f.veld()).isEqualTo("afsluitreden");
            assertThat(f.reden()).contains("Dit klopt niet met de meldingen van deze zaak");
        });
        assertThat(verhaal.openTaken()).containsExactly(AFHANDELEN);
    }

    /** Of two meldingen one withdrawn and one only registered: the case was only registered, and was not withdrawn. */
    @Test
    void watNogTeltBepaaltWaarmeeDeZaakSluit() {
        Meldingsbouwer eerste = verzuimmelding();
        verhaal.gegeven(eerste);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("alleen-registreren"));
        Meldingsbouwer tweede = verzuimmelding().van(eerste);
        verhaal.gegeven(tweede);
        verhaal.lever(tweede.kopie().status("ingetrokken"), 200);
        assertThat(fouten(afhandeling("ingetrokken"))).extracting(Fout::veld).containsExactly("afsluitreden");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("alleen-geregistreerd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    /** NOP par. 4: the officer weighs, also to do no more. */
    @Test
    void deAmbtenaarMagAfrondenZonderMaatregel() {
        totContact(verzuimmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERSLAG_VERSTREKKEN, verslagVerstrekt());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, met("vervolgBesluit", "afsluiten", "afweging", "Verzonnen afweging"));
        assertThat(verhaal.openTaken()).containsExactly(AFHANDELEN);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("zonder-resultaat"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    /** The time line names a measure as people do. */
    @Test
    void deTijdlijnNoemtEenMaatregelBijZijnNaam() {
        totContact(verzuimmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERSLAG_VERSTREKKEN, verslagVerstrekt());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-04-24", "doorverwijzing"));
        assertThat(verhaal.tijdlijn()).contains("Maatregel gestart: Doorverwijzing naar hulp (" + verhaal.gekoppeld("doorverwijzing").zaak().zaaknummer() + ")");
    }

    private void totContact(Meldingsbouwer melding) {
        verhaal.gegeven(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
    }

    private void totAfhandelen(Meldingsbouwer melding) {
        totContact(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("geoorloofd", true));
    }

    private static Map<String, Object> afgehandeld(Map<String, Object> anders) {
        Map<String, Object> velden = new HashMap<>(afhandeling("geen-ongeoorloofd-verzuim"));
        velden.putAll(anders);
        return velden;
    }

    private List<Fout> fouten(Map<String, Object> velden) {
        return catchThrowableOfType(OngeldigeInvoer.class, () -> verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, velden)).fouten();
    }
}
