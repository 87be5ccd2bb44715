package nl.schoolgang.browser;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The day of a coordinator: see what is too late, whose it is, give it to another, take a list along and put the terms in the diary. */
@Browsertest
@ExtendWith(Gedeeldedemo.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class BewakingInDeBrowserTest {

    private static final String REDEN = "Marleen is tot eind van de maand met verlof.";

    private static Browserdemo demo;
    private static Scherm coordinator;
    private static Scherm ambtenaar;
    private static Scherm collega;

    @BeforeAll
    static void schermen() {
        demo = Gedeeldedemo.demo();
        coordinator = demo.als("coordinator.bunnik");
        ambtenaar = demo.als("leerplichtambtenaar.bunnik");
        collega = demo.als("leerplichtambtenaar2.bunnik");
    }

    /** A form that is refused answers 422, which is as it must be; nothing else may go wrong. */
    @AfterEach
    void geenFoutenInDeBrowser() {
        assertThat(demo.consolefouten()).filteredOn(f -> !f.contains("422")).isEmpty();
    }

    @Test
    void deDagVanDeCoordinator() throws Exception {
        String zaak = demo.meld(verzuimmelding().in(BUNNIK).leeftijd(13).uren(18));
        ambtenaar.openTaak(zaak, "Eerste aanpak kiezen").pagina().locator("#oppakken").click();
        ambtenaar.pagina().waitForLoadState();
        LocalDate later = demo.werkdag(demo.vandaag(), 10);
        demo.naar(later);
        demo.meld(verzuimmelding().in(BUNNIK));

        Page pagina = coordinator.open("/bewaking").isToegankelijk().isLeesbaarOpEenTelefoon().foto("bewaking").pagina();
        assertThat(pagina.locator("#grafiek rect.sg-reeks").count()).isPositive();
        assertThat(Integer.parseInt(pagina.locator("#tegel-te-laat strong").innerText())).isPositive();
        assertThat(pagina.locator("#termijnen").innerText()).doesNotContain("NOP-");
        smalEnDonker(pagina);
        pagina.locator("#lijst-te-laat").focus();
        pagina.keyboard().press("Enter");
        pagina.waitForLoadState();
        pagina.locator("#termijnen summary").first().click();
        assertThat(pagina.locator("#termijnen .sg-uitleg li").first().innerText()).isNotBlank();
        coordinator.isToegankelijk().foto("bewaking-te-laat", "#lijst");

        Download csv = pagina.waitForDownload(() -> pagina.locator("#export-csv").click());
        assertThat(Files.readString(csv.path())).contains("zaaknummer;gemeente").contains("Te laat");
        Download xlsx = pagina.waitForDownload(() -> pagina.locator("#export-xlsx").click());
        assertThat(xlsx.suggestedFilename()).isEqualTo("termijnen.xlsx");

        draagOver(pagina, zaak);
        collega.open("/").isToegankelijk().foto("begin-overgedragen");
        assertThat(collega.pagina().locator("#aandacht").innerText()).contains(REDEN, zaak);
        collega.zaak(zaak);
        assertThat(collega.pagina().locator("#inhoud").innerText()).contains("Taak overgedragen van Marleen Odijkman aan Yusuf Demirel", REDEN);
    }

    @Test
    void hetProfiel_enDeAgenda() throws Exception {
        Page pagina = collega.open("/profiel").isToegankelijk().isLeesbaarOpEenTelefoon().pagina();
        pagina.locator("#veld-dagoverzicht").uncheck();
        pagina.locator("#bewaar-dagoverzicht").click();
        pagina.waitForLoadState();
        assertThat(pagina.locator("#gelukt").innerText()).contains("staat uit");
        assertThat(pagina.locator("#veld-dagoverzicht").isChecked()).isFalse();
        pagina.locator("#maak-agenda").click();
        pagina.waitForLoadState();
        collega.isToegankelijk();
        String adres = pagina.locator("#agenda-adres").inputValue();
        HttpResponse<String> agenda = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(adres)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(agenda.statusCode()).isEqualTo(200);
        assertThat(agenda.body()).startsWith("BEGIN:VCALENDAR");
        collega.open("/profiel").foto("profiel");
        assertThat(pagina.locator("#agenda-adres").count()).isZero();
        pagina.locator("#trek-agenda-in").click();
        pagina.waitForLoadState();
        assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(adres)).build(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    private static void draagOver(Page pagina, String zaak) {
        openOverdragen(pagina);
        vulIn(pagina, zaak);
        coordinator.foto("taken-overdragen");
        openOverdragen(pagina);
        pagina.locator("#draag-over").click();
        pagina.waitForLoadState();
        assertThat(pagina.locator("#foutoverzicht li").allInnerTexts()).hasSize(3);
        coordinator.isToegankelijk().isLeesbaarOpEenTelefoon();
        vulIn(pagina, zaak);
        pagina.locator("#draag-over").click();
        pagina.waitForLoadState();
        assertThat(pagina.locator("#uitslag").innerText()).contains("1 taak is overgedragen.");
        coordinator.isToegankelijk();
        assertThat(List.of(pagina.url())).noneMatch(u -> u.contains(REDEN));
    }

    private static void openOverdragen(Page pagina) {
        coordinator.open("/bewaking");
        pagina.locator("#werkdruk tr", new Page.LocatorOptions().setHasText("Marleen Odijkman")).locator("a").click();
        pagina.waitForLoadState();
    }

    private static void vulIn(Page pagina, String zaak) {
        pagina.locator("#taken tr", new Page.LocatorOptions().setHasText(zaak)).locator("input").first().check();
        pagina.locator("#veld-naar").selectOption(new SelectOption().setLabel("Yusuf Demirel"));
        coordinator.veld("reden", REDEN);
    }

    /** The chart is drawn for narrow windows and for the dark too. */
    private static void smalEnDonker(Page pagina) {
        pagina.setViewportSize(320, 900);
        coordinator.foto("bewaking-telefoon", "#weken-kop");
        pagina.setViewportSize(1280, 900);
        pagina.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        coordinator.isToegankelijk().foto("bewaking-donker");
        pagina.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
