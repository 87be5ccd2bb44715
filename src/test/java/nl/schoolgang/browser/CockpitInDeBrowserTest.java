package nl.schoolgang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.schoolgang.verhaal.Meldingsbouwer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The coordinator's day in Cockpit: what is too late, why this date, where it stands, and how it went. */
@Browsertest
@ExtendWith(Gedeeldedemo.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class CockpitInDeBrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String TERUGMELDEN = "Terugmelden aan DUO of de school welke actie volgt";

    private static final int WACHT = 60_000;

    private static Browserdemo demo;

    @BeforeAll
    static void start() {
        demo = Gedeeldedemo.demo();
        // Cockpit loads all its parts before it shows the first.
        PlaywrightAssertions.setDefaultAssertionTimeout(WACHT);
    }

    private static Scherm scherm(String gebruiker) {
        Scherm scherm = demo.nieuw(gebruiker);
        scherm.pagina().setDefaultTimeout(WACHT);
        return scherm;
    }

    @Test
    void watIsTeLaat_waaromDezeDatum_enWaarStaatHet() {
        String bunnik = demo.meld(verzuimmelding().in(BUNNIK).leeftijd(13));
        String polder = demo.meld(verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(13));
        demo.naar(demo.vandaag().plusDays(10));
        try (Scherm coordinator = scherm("coordinator.bunnik")) {
            Page pagina = coordinator.pagina();
            coordinator.open(COCKPIT);
            assertThat(pagina.locator(".sg-tellingen")).containsText("te laat");
            assertThat(pagina.locator(".ce-eol-banner")).isHidden();
            coordinator.isToegankelijk(".sg-tegel").foto("cockpit-tegel", ".sg-tegel");

            pagina.locator(".sg-telling--te-laat").focus();
            pagina.keyboard().press("Enter");
            Locator rij = pagina.locator("#sg-termijnen tr", new Page.LocatorOptions().setHasText(bunnik)).filter(
                    new Locator.FilterOptions().setHasText(TERUGMELDEN));
            assertThat(rij).containsText("dagen te laat, sinds");
            assertThat(pagina.locator("#sg-stand")).hasValue("te-laat");
            assertThat(pagina.locator("#sg-termijnen")).not().containsText(polder);
            rij.locator("summary").focus();
            pagina.keyboard().press("Enter");
            assertThat(rij.locator(".sg-uitleg")).containsText("telt niet mee");
            coordinator.isToegankelijk("#sg-termijnen").foto("cockpit-termijnen");

            pagina.locator("#sg-week").selectOption(new SelectOption().setIndex(2));
            pagina.locator("#sg-stand").selectOption("");
            pagina.locator(".sg-filter button").press("Enter");
            assertThat(pagina.locator("#sg-uitkomst")).isFocused();
            assertThat(pagina.locator("#sg-week")).not().hasValue("");

            coordinator.open("/zaken/" + bunnik);
            pagina.locator("#cockpit").click();
            assertThat(pagina.locator("#sg-zaaktermijnen")).containsText(TERUGMELDEN);
            Locator plaatje = pagina.locator(".djs-overlays[data-container-id='terugmelden'] .sg-plaatje--te-laat");
            assertThat(plaatje).hasAttribute("aria-label", "1 termijn te laat");
            coordinator.isToegankelijk("#sg-zaaktermijnen").foto("cockpit-zaak");
            pagina.locator("#sg-zaaktermijnen a[href$='/zaken/" + bunnik + "']").click();
            assertThat(pagina.locator("#zaaknummer")).hasText(bunnik);
            assertThat(coordinator.consolefouten()).isEmpty();
        }
    }

    @Test
    void eenTermijnVerplaatsen_metEenReden_enDeAmbtenaarZietHet() {
        String zaak = demo.meld(verzuimmelding().in(BUNNIK).leeftijd(13));
        String dag = demo.vandaag().plusDays(5).toString();
        try (Scherm coordinator = demo.nieuw("coordinator.bunnik"); Scherm ambtenaar = demo.nieuw("leerplichtambtenaar.bunnik")) {
            Page pagina = coordinator.open("/zaken/" + zaak).pagina();
            pagina.locator("#cockpit").click();
            Locator kaart = pagina.locator(".sg-kaart").filter(new Locator.FilterOptions().setHasText("Contact zoeken met de ouders"));
            kaart.locator(".sg-wijzigen > summary").click();
            kaart.locator("input[type=date]").fill(dag);
            kaart.locator("form button").click();
            assertThat(kaart.locator(".sg-fout")).containsText("Vul een reden in");
            assertThat(kaart.locator("input[type=date]")).hasValue(dag);
            coordinator.isToegankelijk("#sg-zaaktermijnen");
            kaart.locator("input[type=text]").fill("De school is deze week gesloten");
            coordinator.foto("cockpit-verplaatsen", "#sg-zaaktermijnen");
            kaart.locator("form button").click();
            assertThat(pagina.locator("#sg-gewijzigd")).isFocused();
            kaart.locator(".sg-wijzigen > summary").click();
            assertThat(kaart).containsText("De school is deze week gesloten");

            ambtenaar.open("/zaken/" + zaak);
            assertThat(ambtenaar.pagina().locator("#tijdlijn")).containsText("Termijn verplaatst: Contact zoeken met de ouders");
            assertThat(ambtenaar.pagina().locator("#open-taken")).containsText("werkdag");
            assertThat(coordinator.consolefouten()).filteredOn(f -> !f.contains("422")).isEmpty();
        }
    }

    @Test
    void deAfgelegdeWegVanEenGeslotenZaak() {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(14);
        String zaak = demo.meld(melding);
        demo.stuur(melding.status("ingetrokken"));
        try (Scherm ambtenaar = scherm("leerplichtambtenaar.bunnik"); Scherm coordinator = scherm("coordinator.bunnik")) {
            ambtenaar.rondAf(zaak, Stap.AFHANDELEN, afhandeling("ingetrokken"));
            Page pagina = coordinator.pagina();
            coordinator.open(COCKPIT + "#/historie");
            pagina.fill("#sg-zaaknummer", zaak);
            pagina.locator("#sg-zaaknummer").press("Enter");
            assertThat(pagina.locator("#sg-uitkomst")).hasText("1 proces");
            coordinator.isToegankelijk("#sg-historie").foto("cockpit-historie");
            pagina.fill("#sg-tot", "2020-01-01");
            pagina.fill("#sg-van", "2020-01-02");
            pagina.locator("#sg-zaaknummer").press("Enter");
            assertThat(pagina.locator("#sg-tot-fout")).hasText("De laatste dag ligt voor de eerste.");
            assertThat(pagina.locator("#sg-zaaknummer")).hasValue(zaak);
            coordinator.isToegankelijk("#sg-historie");

            coordinator.open("/zaken/" + zaak);
            pagina.locator("#cockpit").click();
            assertThat(pagina.locator("#sg-historie h1")).containsText(zaak);
            assertThat(pagina.locator(".sg-diagram [data-element-id='afhandelen']").first()).hasClass(Pattern.compile("sg-gepasseerd"));
            assertThat(pagina.locator(".sg-diagram .sg-gegaan").count()).isPositive();
            assertThat(pagina.locator("#sg-historie tr", new Page.LocatorOptions().setHasText(Stap.AFHANDELEN))).containsText("minder dan een minuut");
            coordinator.isToegankelijk("#sg-historie").foto("cockpit-weg");
            assertThat(coordinator.consolefouten()).filteredOn(f -> !f.contains("422")).isEmpty();
        }
    }

    @Test
    void uitloggenInCockpit_komtOpOnzeInlogpagina() {
        try (Scherm coordinator = scherm("coordinator.noordoostpolder")) {
            Page pagina = coordinator.open(COCKPIT + "#/termijnbewaking").pagina();
            assertThat(pagina.locator("#sg-termijnen")).containsText("NOP-");
            assertThat(pagina.locator("#sg-termijnen")).not().containsText("BUN-");
            pagina.locator(".account > a.dropdown-toggle, .account .dropdown-toggle").first().click();
            pagina.locator(".logout a").click();
            pagina.waitForURL("**/login?uitgelogd");
            assertThat(pagina.locator("#gebruikersnaam")).isVisible();
        }
    }
}
