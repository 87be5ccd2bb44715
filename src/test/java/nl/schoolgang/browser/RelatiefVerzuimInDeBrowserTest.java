package nl.schoolgang.browser;

import static nl.schoolgang.verhaal.Antwoord.TOEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpak;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.huisbezoekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.schoolgang.verhaal.Meldingsbouwer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The ways of relatief verzuim, worked in a browser by who works them. Every case is a new pupil; the demo clock only goes forward, so a
 * test reckons from the day on which it begins.
 */
@Browsertest
@ExtendWith(Gedeeldedemo.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class RelatiefVerzuimInDeBrowserTest {

    private static final String TERMIJN_REACTIE = "Reageren op de uitnodiging voor een gesprek";

    private static Browserdemo demo;
    private static Scherm bunnik;
    private static Scherm administratie;
    private static Scherm polder;

    @BeforeAll
    static void schermen() {
        demo = Gedeeldedemo.demo();
        bunnik = demo.als("leerplichtambtenaar.bunnik");
        administratie = demo.als("administratief-medewerker.bunnik");
        polder = demo.als("leerplichtambtenaar.noordoostpolder");
    }

    /** A form that is refused answers 422, which is as it must be; nothing else may go wrong. */
    @AfterEach
    void geenFoutenInDeBrowser() {
        assertThat(demo.consolefouten()).filteredOn(f -> !f.contains("422")).isEmpty();
    }

    @Test
    void dertienJaarEnAchttienUur_oudersHelpenMee_inBunnik() throws Exception {
        String zaak = demo.meld(verzuimmelding().in(BUNNIK).leeftijd(13).uren(18));
        bunnik.zaak(zaak).isToegankelijk();
        assertThat(bunnik.tekst()).contains("(13 jaar)", "16 uur in 4 lesweken");
        // The officer sees that the feedback is to be done, and that it is not hers to do.
        bunnik.isLeesbaarOpEenTelefoon();
        assertThat(bunnik.werk()).containsExactlyInAnyOrder(Stap.AANPAK, Stap.TERUGMELDEN);
        assertThat(bunnik.taaklinks()).containsExactly(Stap.AANPAK);
        administratie.rondAf(zaak, Stap.TERUGMELDEN, terugmelding());
        assertThat(administratie.zaak(zaak).tekst()).contains("Terugmelding aan DUO", "klaargezet voor DUO");

        bunnik.openTaak(zaak, Stap.AANPAK);
        assertThat(bunnik.tekst()).contains("Advies uit de tabel: Contact zoeken met ouders en jongere");
        bunnik.foto("relatief-verzuim-aanpak");
        bunnik.vulIn(aanpak("contact")).rondAf().isGelukt();
        bunnik.rondAf(zaak, Stap.CONTACT, contact("ongeoorloofd", true));
        LocalDate vandaag = demo.vandaag();
        bunnik.openTaak(zaak, Stap.UITNODIGEN).isToegankelijk().vulIn(uitnodiging(vandaag.toString())).rondAf().isGelukt();
        assertThat(bunnik.zaak(zaak).termijn(TERMIJN_REACTIE)).contains("uiterlijk " + demo.werkdagenLater(vandaag, 10), "artikel 6 lid 6");
        bunnik.rondAf(zaak, Stap.REACTIE, reactie("komt"));
        assertThat(bunnik.zaak(zaak).termijn(TERMIJN_REACTIE)).contains("gehaald");

        LocalDate afgesproken = vandaag.plusDays(21);
        bunnik.openTaak(zaak, Stap.GESPREK).vulIn(gesprekMetAfspraken(afgesproken.toString())).isToegankelijk().isLeesbaarOpEenTelefoon();
        bunnik.rondAf().isGelukt();
        // Bunnik gives the report to who asks for it; nobody did.
        assertThat(bunnik.zaak(zaak).werk()).containsExactly(Stap.VOLGEN);
        demo.naar(afgesproken.plusDays(1));
        assertThat(bunnik.zaak(zaak).werk()).containsExactly(Stap.BEOORDELEN);
        bunnik.rondAf(zaak, Stap.BEOORDELEN, beoordeling("ja", "helpend"));
        bunnik.openTaak(zaak, Stap.AFHANDELEN).isToegankelijk().vulIn(afhandeling("verzuim-geeindigd")).foto("relatief-verzuim-afhandelen", "#taakformulier").rondAf().isGelukt();
        assertThat(bunnik.zaak(zaak).status()).isEqualTo("afgesloten");
        assertThat(bunnik.werk()).isEmpty();
        assertThat(bunnik.tekst()).contains("Afsluiting aan DUO", "bericht klaargezet voor DUO");
    }

    @Test
    void dertienJaarEnAchttienUur_inDePolder_meldtDeAmbtenaarTerugEnKrijgenOudersHetVerslag() throws Exception {
        String zaak = demo.meld(verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(13).uren(18));
        assertThat(polder.zaak(zaak).taaklinks()).containsExactlyInAnyOrder(Stap.AANPAK, Stap.TERUGMELDEN);
        polder.rondAf(zaak, Stap.TERUGMELDEN, terugmelding());
        polder.openTaak(zaak, Stap.AANPAK);
        assertThat(polder.tekst()).contains("spreek de jongere in het verzuimspreekuur op school, met de afdelingsleider");
        polder.vulIn(aanpak("spreekuur")).rondAf().isGelukt();
        totHetGesprek(polder, zaak, "ongeoorloofd");
        LocalDate afgesproken = demo.vandaag().plusDays(14);
        polder.rondAf(zaak, Stap.REACTIE, reactie("komt"));
        polder.rondAf(zaak, Stap.GESPREK, gesprekMetAfspraken(afgesproken.toString()));
        assertThat(polder.zaak(zaak).werk()).containsExactly("Verslag verstrekken");
        polder.rondAf(zaak, "Verslag verstrekken", verslagVerstrekt());
        assertThat(polder.zaak(zaak).werk()).containsExactly(Stap.VOLGEN);
    }

    @Test
    void zestienJaar_niemandReageert_huisbezoekEnMaatregelen() throws Exception {
        String zaak = demo.meld(verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(16).uren(30));
        polder.rondAf(zaak, Stap.TERUGMELDEN, terugmelding());
        polder.rondAf(zaak, Stap.AANPAK, aanpakTegenAdvies("contact"));
        totHetGesprek(polder, zaak, "geen-contact");
        demo.naar(demo.vandaag().plusDays(20));
        polder.zaak(zaak).isToegankelijk();
        assertThat(polder.werk()).containsExactly(Stap.UITGEBLEVEN);
        assertThat(polder.termijn(TERMIJN_REACTIE)).contains("te laat");
        polder.rondAf(zaak, Stap.UITGEBLEVEN, naUitblijven("opnieuw-uitnodigen"));
        polder.rondAf(zaak, Stap.UITNODIGEN, uitnodiging(demo.vandaag().toString()));
        demo.naar(demo.vandaag().plusDays(20));
        polder.openTaak(zaak, Stap.UITGEBLEVEN).isToegankelijk().vulIn(naUitblijven("huisbezoek")).rondAf().isGelukt();
        LocalDate afgesproken = demo.vandaag().plusDays(10);
        polder.openTaak(zaak, "Huisbezoek afleggen").isToegankelijk().vulIn(huisbezoekMetAfspraken(afgesproken.toString())).rondAf().isGelukt();
        polder.rondAf(zaak, "Verslag verstrekken", verslagVerstrekt());
        demo.naar(afgesproken.plusDays(1));
        polder.rondAf(zaak, Stap.BEOORDELEN, beoordeling("nee", "weigerend"));

        polder.openTaak(zaak, Stap.MAATREGELEN).isToegankelijk();
        assertThat(polder.tekst()).doesNotContain("svb-melding,").contains("Advies uit de tabel: ");
        polder.foto("relatief-verzuim-maatregelen").vulIn(vervolg(demo.vandaag().plusDays(30).toString(), "doorverwijzing", "schriftelijke-waarschuwing", "svb-melding"))
                .rondAf().isGelukt();
        // The measures do not hold up the case: contact goes on.
        assertThat(polder.zaak(zaak).werk()).containsExactly(Stap.VOLGEN);
        assertThat(polder.tekst()).contains("Gekoppelde zaken", "Doorverwijzing", "Schriftelijke waarschuwing");
        waarschuw(zaak);
    }

    @Test
    void halverwegeVerhuisd_hetWerkStoptEnDeZaakGaatOver() {
        String zaak = demo.meld(verzuimmelding().in(BUNNIK).leeftijd(14));
        administratie.rondAf(zaak, Stap.TERUGMELDEN, terugmelding());
        bunnik.rondAf(zaak, Stap.AANPAK, aanpak("contact"));
        totHetGesprek(bunnik, zaak, "ongeoorloofd");
        bunnik.pagina().locator("#gebeurtenis summary").click();
        bunnik.pagina().locator("#gebeurtenis-bewaar").click();
        assertThat(bunnik.pagina().locator("#foutoverzicht").innerText()).contains("Wat is er gebeurd");
        bunnik.isToegankelijk().zaak(zaak).pagina().locator("#gebeurtenis summary").click();
        bunnik.pagina().selectOption("[name='gebeurtenis.soort']", "verhuisd");
        bunnik.veld("gebeurtenis.nieuweGemeente", "Urk").foto("relatief-verzuim-gebeurtenis", "#gebeurtenis").pagina().locator("#gebeurtenis-bewaar").click();
        bunnik.pagina().waitForLoadState();
        assertThat(bunnik.zaak(zaak).werk()).containsExactly(Stap.OVERDRAGEN);
        assertThat(bunnik.termijn(TERMIJN_REACTIE)).contains("vervallen");
        bunnik.openTaak(zaak, Stap.OVERDRAGEN).isToegankelijk().vulIn(gebeurtenisAfgehandeld()).rondAf().isGelukt();
        assertThat(bunnik.zaak(zaak).werk()).isEmpty();
        assertThat(bunnik.status()).isNotEqualTo("open");
    }

    @Test
    void halverwegeIngetrokken_hetWerkStoptEnDeZaakWordtAfgehandeld() throws Exception {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(14);
        String zaak = demo.meld(melding);
        administratie.rondAf(zaak, Stap.TERUGMELDEN, terugmelding());
        bunnik.rondAf(zaak, Stap.AANPAK, aanpak("contact"));
        totHetGesprek(bunnik, zaak, "ongeoorloofd");
        demo.stuur(melding.status("ingetrokken"));
        assertThat(bunnik.zaak(zaak).werk()).containsExactly(Stap.AFHANDELEN);
        assertThat(bunnik.termijn(TERMIJN_REACTIE)).contains("vervallen");
        assertThat(bunnik.tekst()).contains("Melding " + melding.meldingsnummer() + " is ingetrokken").doesNotContain("ingetrokken: status");
        bunnik.rondAf(zaak, Stap.AFHANDELEN, afhandeling("ingetrokken"));
        assertThat(bunnik.zaak(zaak).werk()).isEmpty();
    }

    @Test
    void tweeMeldingenInEenZaak_eenIngetrokken_deAndereGaatDoor() throws Exception {
        Meldingsbouwer eerste = verzuimmelding().in(BUNNIK).leeftijd(14);
        String zaak = demo.meld(eerste);
        Meldingsbouwer tweede = verzuimmelding().van(eerste).verzuim("2026-02-23", "2026-02-27");
        assertThat(demo.meld(tweede)).isEqualTo(zaak);
        assertThat(bunnik.zaak(zaak).werk()).containsExactlyInAnyOrder(Stap.AANPAK, Stap.TERUGMELDEN, Stap.AANPAK, Stap.TERUGMELDEN);
        bunnik.isToegankelijk();
        assertThat(bunnik.pagina().locator("#open-taken").innerText()).contains(eerste.meldingsnummer(), tweede.meldingsnummer());

        demo.stuur(eerste.status("ingetrokken"));
        assertThat(bunnik.zaak(zaak).werk()).containsExactlyInAnyOrder(Stap.AANPAK, Stap.TERUGMELDEN);
        assertThat(bunnik.pagina().locator("#open-taken").innerText()).contains(tweede.meldingsnummer()).doesNotContain(eerste.meldingsnummer());
        assertThat(bunnik.status()).isEqualTo("open");
        administratie.rondAf(zaak, Stap.TERUGMELDEN, terugmelding());
        bunnik.rondAf(zaak, Stap.AANPAK, aanpak("contact"));
        bunnik.rondAf(zaak, Stap.CONTACT, contact("geoorloofd", true));
        bunnik.rondAf(zaak, Stap.AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        assertThat(bunnik.zaak(zaak).status()).isEqualTo("afgesloten");
    }

    /** Noordoostpolder consults a colleague first; the letters wait with the others, and the outcome comes back to the case. */
    private static void waarschuw(String zaak) {
        String waarschuwing = polder.pagina().locator("aside li", new Page.LocatorOptions().setHasText("Schriftelijke waarschuwing"))
                .locator("a").innerText();
        polder.openTaak(waarschuwing, "Collega raadplegen").isToegankelijk().vulIn(met("geraadpleegdeCollega", "buiten",
                "collegaNaam", "Collega Verzonnen, Urk", "raadplegingDatum", TOEN, "collegaAdvies", "waarschuwen", "raadplegingVerslag", VRIJE_TEKST))
                .rondAf().isGelukt();
        polder.openTaak(waarschuwing, "Schriftelijk waarschuwen").isToegankelijk();
        assertThat(polder.tekst()).contains("Advies uit de tabel", "Brieven die uitgaan");
        polder.vulIn(met("uitkomst", "gewaarschuwd", "gewaarschuwden", List.of("jongere"), "uitgevoerdOp", demo.vandaag().toString(),
                "toelichting", VRIJE_TEKST)).rondAf().isGelukt();
        assertThat(polder.zaak(zaak).werk()).containsExactlyInAnyOrder(Stap.VOLGEN, "Uitkomst van de maatregel beoordelen");
        polder.openTaak(zaak, "Uitkomst van de maatregel beoordelen");
        assertThat(polder.tekst()).contains("Maatregel: schriftelijke waarschuwing");
        polder.vulIn(uitkomstBeoordeeld()).rondAf().isGelukt();
    }

    private static void totHetGesprek(Scherm scherm, String zaak, String oordeel) {
        scherm.rondAf(zaak, Stap.CONTACT, contact(oordeel, true));
        scherm.rondAf(zaak, Stap.UITNODIGEN, uitnodiging(demo.vandaag().toString()));
        assertThat(scherm.zaak(zaak).werk()).containsExactly(Stap.REACTIE);
    }
}
