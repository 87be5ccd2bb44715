package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.BOA;
import static nl.schoolgang.gemeente.Rol.COORDINATOR;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpak;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.beoordelingMetNieuweDatum;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.contactMelder;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.huisbezoek;
import static nl.schoolgang.verhaal.Antwoord.huisbezoekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.maatregelUitgevoerd;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.nietVerschenen;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.schoolGeraadpleegd;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Relatief verzuim as BUN art. 6 and NOP par. 3.1, 3.2 tell it: from melding to closed, with the terms on the way. */
@Toepassingstest
class RelatiefVerzuimHoofdwegTest {

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

    private static Rol terugmelder(String gemeente) {
        return BUNNIK.equals(gemeente) ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR;
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void vanMeldingTotAfgehandeld_alsHetVerzuimNaHetGesprekOphoudt(String gemeente) {
        verhaal.gegeven(verzuimmelding().in(gemeente).leeftijd(13).uren(18));
        // Received on Monday 2 March: feedback within a week (BUN 6.1), contact at once (BUN 6.2, NOP 3.1).
        verhaal.wachtOp("terugmelden", terugmelder(gemeente), "2026-03-09");
        verhaal.wachtOp("aanpak-kiezen", LEERPLICHTAMBTENAAR, "2026-03-03");
        verhaal.elkeTermijnHeeftEenTimer();

        verhaal.als(terugmelder(gemeente)).rondAf("terugmelden", terugmelding());
        assertThat(verhaal.berichten("terugmelding")).singleElement().satisfies(b -> assertThat(b.aan()).isEqualTo("duo"));

        totContact(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
        verhaal.wachtOp("gesprek-uitnodigen", LEERPLICHTAMBTENAAR, "2026-03-09");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        // Ten werkdagen after 2 March.
        verhaal.wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-16");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
        if (NOORDOOSTPOLDER.equals(gemeente)) {
            // NOP always gives the report; BUN when it is asked for, and here it was not.
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("verslag-verstrekken", verslagVerstrekt());
        }
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-10");
        verhaal.elkeTermijnHeeftEenTimer();

        verhaal.verstrijkt("verzuim.afspraken");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));

        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(1);
        assertThat(verhaal.termijnen()).isNotEmpty().allMatch(t -> t.status() == Termijnstatus.GEHAALD);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void teLaatTerugmelden_wordtVastgelegdEnVerdwijntNietDoorAlsnogAfTeRonden(String gemeente) {
        verhaal.gegeven(verzuimmelding().in(gemeente));
        verhaal.verstrijkt("verzuim.contact-ouders");
        verhaal.verstrijkt("verzuim.terugmelding");
        verhaal.als(terugmelder(gemeente)).rondAf("terugmelden", terugmelding());

        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.terugmelding")).singleElement().satisfies(t -> {
            assertThat(t.status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
            assertThat(t.beeindigdOp()).isEqualTo(t.vervalmoment());
            assertThat(t.uitleg()).isNotEmpty();
        });
        verhaal.elkeTermijnHeeftEenTimer();
    }

    @Test
    void voorHetEindeVanDeTermijnTerugmelden_haaltDeTermijn() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.terugmelding"))
                .singleElement().satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.GEHAALD));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void nietDoorDeDirecteurGemeld_dusContactMetWieMeldde(String gemeente) {
        verhaal.gegeven(verzuimmelding().in(gemeente).gemeldDoor("mentor"));
        verhaal.wachtOp("contact-melder", LEERPLICHTAMBTENAAR, "2026-03-09");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-melder", contactMelder());
        assertThat(verhaal.openTaken()).doesNotContain("contact-melder").contains("terugmelden");
    }

    @Test
    void doorDeDirecteurGemeld_dusGeenContactMetDeMelderNodig() {
        verhaal.gegeven(verzuimmelding());
        assertThat(verhaal.openTaken()).containsExactly("aanpak-kiezen", "terugmelden");
    }

    @Test
    void geenReactieOpDeUitnodiging_dusHuisbezoekEnMaatregelen() {
        verhaal.gegeven(verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(16).uren(40));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        totContact(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geen-contact", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.verstrijkt("verzuim.reactie-oproep");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("geen-reactie-beoordelen", naUitblijven("opnieuw-uitnodigen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-17"));
        verhaal.wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-31");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("weigert"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("geen-reactie-beoordelen", naUitblijven("huisbezoek"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("huisbezoek-afleggen", huisbezoek("niet-thuis"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("geen-reactie-beoordelen", naUitblijven("huisbezoek"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("huisbezoek-afleggen", huisbezoekMetAfspraken("2026-04-17"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("verslag-verstrekken", verslagVerstrekt());

        verhaal.verstrijkt("verzuim.afspraken");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("nee", "weigerend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("vervolg-kiezen", vervolg("2026-05-29", "halt-verwijzing", "svb-melding"));

        // The measures run beside this case and do not block it.
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-05-29");
        Verhaal halt = verhaal.gekoppeld("halt-verwijzing");
        assertThat(halt.openTaken()).containsExactly("maatregel-uitvoeren");
        assertThat(verhaal.gekoppeld("svb-melding").openTaken()).containsExactly("maatregel-uitvoeren");

        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        halt.isGesloten(Zaakstatus.AFGESLOTEN);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("uitkomst-maatregel-beoordelen", uitkomstBeoordeeld());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-volgen", gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void inBunnikVoertDeBoaDeHaltverwijzingUit() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK).leeftijd(15));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        totGesprek(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("vervolg-kiezen", vervolg("2026-04-24", "halt-verwijzing"));

        Verhaal halt = verhaal.gekoppeld("halt-verwijzing");
        halt.wachtOp("maatregel-uitvoeren", BOA, "2026-03-16");
        assertThatThrownBy(() -> halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief")))
                .isInstanceOfAny(GeenRecht.class, nl.schoolgang.gemeente.NietGevonden.class);
        halt.als(BOA).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        halt.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void afsprakenWordenZoVaakAlsNodigBeoordeeld() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        totGesprek(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekMetAfspraken("2026-03-27"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-volgen", gevolgd("verder-volgen"));
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-03-27");
        verhaal.verstrijkt("verzuim.afspraken");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordelingMetNieuweDatum("2026-04-17"));
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-17");
        verhaal.elkeTermijnHeeftEenTimer();
        verhaal.verstrijkt("verzuim.afspraken");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void geoorloofdVerzuim_gaatZonderGesprekNaarAfhandelen() {
        verhaal.gegeven(verzuimmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        totContact(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void verzuimIsGestoptVolgensDeSchool_dusVerderNiets() {
        verhaal.gegeven(verzuimmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        kiesAanpak(verhaal, "school-eerst");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("school-raadplegen", schoolGeraadpleegd("verzuim-gestopt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void afwijkenVanHetAdvies_vraagtEenReden() {
        verhaal.gegeven(verzuimmelding());
        String anders = "huisbezoek";
        assertThatThrownBy(() -> verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpak(anders)))
                .isInstanceOfSatisfying(OngeldigeInvoer.class,
                        e -> assertThat(e.fouten()).singleElement().satisfies(f -> assertThat(f.veld()).isEqualTo("aanpakAfwijking")));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies(anders));
        assertThat(verhaal.openTaken()).contains("contact-ouders");
    }

    @Test
    void tweedeMelding_sluitAanBijDeOpenZaakMetEigenTermijnenEnEigenAfsluiting() {
        Meldingsbouwer eerste = verzuimmelding();
        verhaal.gegeven(eerste);
        String zaaknummer = verhaal.zaak().zaaknummer();
        verhaal.klok(LocalDateTime.of(2026, 3, 3, 11, 0));
        Meldingsbouwer tweede = verzuimmelding().van(eerste).soort("luxe");
        verhaal.gegeven(tweede);

        assertThat(verhaal.zaak().zaaknummer()).isEqualTo(zaaknummer);
        assertThat(verhaal.lopend("verzuim.terugmelding")).hasSize(2)
                .extracting(t -> t.laatsteDag().toString()).containsExactlyInAnyOrder("2026-03-09", "2026-03-10");
        verhaal.elkeTermijnHeeftEenTimer();

        for (Meldingsbouwer melding : new Meldingsbouwer[] {eerste, tweede}) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", melding, terugmelding());
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", melding, aanpakTegenAdvies("contact"));
            assertThat(verhaal.openTaken()).doesNotContain("afhandelen");
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", melding, contact("geoorloofd", true));
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(2);
    }

    @Test
    void nieuweOngeoorloofdeMeldingTijdensHetAfhandelen_brengtDeZaakTerugNaarHetGesprek() {
        Meldingsbouwer eerste = verzuimmelding();
        verhaal.gegeven(eerste);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        totContact(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", true));
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");

        Meldingsbouwer tweede = verzuimmelding().van(eerste);
        verhaal.gegeven(tweede);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", tweede, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", tweede, contact("ongeoorloofd", true));
        assertThat(verhaal.openTaken()).contains("gesprek-uitnodigen").doesNotContain("afhandelen");
    }

    @Test
    void nietsBlijftLiggen_zolangEenMeldingNogNietIsTeruggemeld() {
        verhaal.gegeven(verzuimmelding());
        totContact(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", true));
        assertThat(verhaal.openTaken()).containsExactly("terugmelden");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void enigeMeldingIngetrokken_gaatNaarAfhandelenEnSluitAlsIngetrokken() {
        Meldingsbouwer melding = verzuimmelding();
        verhaal.gegeven(melding);
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
        assertThat(verhaal.termijnen()).filteredOn(t -> t.meldingId() != null).isNotEmpty().allMatch(t -> t.status() == Termijnstatus.VERVALLEN);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("ingetrokken"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
    }

    @Test
    void eenVanTweeMeldingenIngetrokken_beeindigtAlleenHaarEigenDraad() {
        Meldingsbouwer eerste = verzuimmelding();
        verhaal.gegeven(eerste);
        Meldingsbouwer tweede = verzuimmelding().van(eerste);
        verhaal.gegeven(tweede);
        verhaal.lever(eerste.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.taken()).extracting(t -> t.meldingsnummer()).containsOnly(tweede.meldingsnummer());
        verhaal.elkeTermijnHeeftEenTimer();
    }

    @Test
    void ingetrokkenTijdensHetGesprek_laatHetGesprekVervallen() {
        Meldingsbouwer melding = verzuimmelding();
        verhaal.gegeven(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        totGesprek(verhaal);
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("ingetrokken"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
    }

    /** Five werkdagen for the contact with who reported (BUN 6.1); later it stays to be done. */
    @Test
    void contactMetWieMelddeTeLaat_blijftTeDoen() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK).gemeldDoor("mentor"));
        verhaal.verstrijkt("verzuim.contact-melder");
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.contact-melder"))
                .extracting(t -> t.status()).containsExactly(Termijnstatus.OVERSCHREDEN);
        assertThat(verhaal.openTaken()).contains("contact-melder");
    }

    @Test
    void gewijzigdeMeldingNaSluiten_geeftEenTaak() {
        Meldingsbouwer melding = verzuimmelding();
        verhaal.gegeven(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("alleen-registreren"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("alleen-geregistreerd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        verhaal.lever(melding.kopie().uren(30), 200);
        assertThat(verhaal.openTaken()).containsExactly("wijziging-beoordelen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("wijziging-beoordelen",
                Map.of("wijzigingGevolg", "niets", "wijzigingToelichting", "Niets te doen"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void nietVerschenenOpHetGesprek_magZonderGesprekVerder() {
        verhaal.gegeven(verzuimmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        totGesprek(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", nietVerschenen());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("geen-reactie-beoordelen", naUitblijven("zonder-gesprek-verder"));
        verhaal.wachtOp("vervolg-kiezen", LEERPLICHTAMBTENAAR, "2026-03-09");
    }

    @Test
    void deCoordinatorRondtGeenTaakVanDeAmbtenaarAf() {
        verhaal.gegeven(verzuimmelding());
        assertThatThrownBy(() -> verhaal.als(COORDINATOR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact")))
                .isInstanceOf(GeenRecht.class);
    }

    /** Up to the contact with parents and youth, whichever first approach the table advises. */
    private static void totContact(Verhaal verhaal) {
        kiesAanpak(verhaal, "contact");
    }

    private static void kiesAanpak(Verhaal verhaal, String aanpak) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies(aanpak));
    }

    private static void totGesprek(Verhaal verhaal) {
        totContact(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
    }
}
