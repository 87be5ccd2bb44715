package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.BOA;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.maatregelUitgevoerd;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The facts on which the tables advise: what counts, what does not, and what is not known. */
@Toepassingstest
class VerzuimfeitenTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Verzuimfeiten feiten;
    @Autowired
    Meldingen meldingen;
    @Autowired
    Tijdlijn tijdlijn;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @CsvSource({"16-uur,16.0", "langdurig,16.0", "luxe,", "overig,"})
    void onbekendeUren_zijnNietNul(String soort, Double uren) {
        verhaal.gegeven(verzuimmelding().soort(soort).zonderUren());
        assertThat(vanZaak().uren()).isEqualTo(uren);
    }

    @Test
    void onbekendeUren_doenNietAfAanDeBekende() {
        Meldingsbouwer eerste = verzuimmelding().uren(18);
        verhaal.gegeven(eerste).gegeven(verzuimmelding().van(eerste).soort("luxe").zonderUren());
        assertThat(vanZaak().uren()).isEqualTo(18.0);
    }

    @ParameterizedTest
    @CsvSource({"2023-03-06,2023-03-10,2026-03-02T09:00", "2030-02-04,2030-02-22,2030-03-04T09:00", "2023-03-06,2023-03-10,2030-03-04T09:00"})
    void onbekendeSchoolvakanties_houdenEenMeldingNietTegen(String begin, String eind, LocalDateTime nu) {
        verhaal.klok(nu);
        verhaal.gegeven(verzuimmelding().verzuim(begin, eind));
        assertThat(verhaal.openTaken()).contains(AANPAK_KIEZEN);
        assertThat(vanMelding().laatsteSchooldagVoorVakantie()).isFalse();
        assertThat(tijdlijn.van(verhaal.zaak().id())).filteredOn(g -> g.soort().equals("kalender-onvolledig")).isNotEmpty()
                .allMatch(g -> g.omschrijving().contains("schoolvakanties van regio noord") && g.omschrijving().contains("niet bekend"));
    }

    @Test
    void eerdereZaakMetOngeoorloofdVerzuim_isRecidive() {
        Meldingsbouwer eerste = inBunnik();
        totGesprek();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekMetAfspraken("2026-03-27"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_VOLGEN, gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.zaak().uitkomst()).isEqualTo("verzuim-geeindigd");

        nieuweZaak(eerste);
        assertThat(vanZaak().recidive()).isTrue();
        assertThat(vanMelding().bekendBijLeerplicht()).isTrue();
    }

    @Test
    void eerdereZaakZonderOngeoorloofdVerzuim_isBekendMaarGeenRecidive() {
        Meldingsbouwer eerste = inBunnik();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("geoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);

        nieuweZaak(eerste);
        assertThat(vanZaak().recidive()).isFalse();
        assertThat(vanMelding().bekendBijLeerplicht()).isTrue();
    }

    /** BUN 6.9: a first offence. What was first thought unauthorised and proved not to be, is none. */
    @Test
    void eerdereZaakDieTochGeoorloofdBleek_isGeenRecidive() {
        Meldingsbouwer eerste = inBunnik();
        totGesprek();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, met("vervolgBesluit", "afsluiten", "afweging", "Verzonnen afweging"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);

        nieuweZaak(eerste);
        assertThat(vanZaak().recidive()).isFalse();
        assertThat(vanMelding().bekendBijLeerplicht()).isTrue();
    }

    @Test
    void ingetrokkenZaak_teltNergensMee() {
        Meldingsbouwer eerste = inBunnik();
        verhaal.lever(eerste.kopie().status("ingetrokken"), 200);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("ingetrokken"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);

        nieuweZaak(eerste);
        assertThat(vanZaak().recidive()).isFalse();
        assertThat(vanMelding().bekendBijLeerplicht()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"positief,true", "negatief,true", "geen-toestemming,false", "niet-verwezen,false"})
    void eerderHalt_alleenAlsHaltErWas(String uitkomst, boolean eerderHalt) {
        inBunnik();
        totGesprek();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-04-24", "halt-verwijzing"));
        assertThat(vanZaak().eerderHalt()).isFalse();
        Verhaal halt = verhaal.gekoppeld("halt-verwijzing");
        halt.als(BOA).rondAf("maatregel-uitvoeren", maatregelUitgevoerd(uitkomst));
        assertThat(halt.zaak().uitkomst()).isEqualTo(uitkomst);
        assertThat(vanZaak().eerderHalt()).isEqualTo(eerderHalt);
    }

    /** BUN 6.17: days of absence are school days; 13 February 2026 is the last before the holiday of region midden, 20 February of noord. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2026-02-13,2026-02-13,false,true", "2026-02-13,2026-02-22,false,true", "2026-02-12,2026-02-13,true,true",
        "2026-02-11,2026-02-11,false,false", "2026-02-12,-,-,false", "2026-02-13,2026-02-23,true,true"})
    void luxeVerzuim_teltInSchooldagen(String begin, String eind, Boolean meerDanEenDag, boolean voorVakantie) {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).soort("luxe").verzuim(begin, eind);
        verhaal.gegeven(melding);
        assertThat(vanZaak().luxeMeerDanEenDag()).isEqualTo(meerDanEenDag);
        assertThat(vanZaak().luxeVoorVakantie()).isEqualTo(voorVakantie);
    }

    @Test
    void zonderLuxeVerzuim_isDeDuurErvanOnbekend() {
        verhaal.gegeven(verzuimmelding());
        assertThat(vanZaak().luxeMeerDanEenDag()).isNull();
    }

    @Test
    void luxeVerzuim_vanTweeLosseDagenIsMeerDanEenDag() {
        Meldingsbouwer eerste = verzuimmelding().in(BUNNIK).soort("luxe").verzuim("2026-02-11", "2026-02-11");
        verhaal.gegeven(eerste).gegeven(verzuimmelding().van(eerste).soort("luxe").verzuim("2026-02-13", "2026-02-13"));
        assertThat(vanZaak().luxeMeerDanEenDag()).isTrue();
    }

    private Meldingsbouwer inBunnik() {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(15);
        verhaal.gegeven(melding);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
        return melding;
    }

    private void nieuweZaak(Meldingsbouwer eerste) {
        UUID oud = verhaal.zaak().id();
        verhaal.gegeven(verzuimmelding().van(eerste));
        assertThat(verhaal.zaak().id()).isNotEqualTo(oud);
    }

    private void totGesprek() {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
    }

    private Verzuimfeiten.VanZaak vanZaak() {
        return feiten.vanZaak(verhaal.zaak().id());
    }

    private Verzuimfeiten.VanMelding vanMelding() {
        return feiten.vanMelding(meldingen.vanZaak(verhaal.zaak().id()).get(0).id());
    }
}
