package nl.schoolgang.browser;

import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo as people meet it: three roles work a case from melding to closed in a browser, and Cockpit shows it on the way. */
@Browsertest
@ExtendWith(Gedeeldedemo.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ZaakInDeBrowserTest {

    private static Browserdemo demo;

    @BeforeAll
    static void start() {
        demo = Gedeeldedemo.demo();
    }

    @Test
    void eenZaakVanMeldingTotAfgehandeld_doorDrieRollen() throws Exception {
        String zaaknummer = demo.meld(verzuimmelding().in(Verhaal.BUNNIK).leeftijd(13).uren(18));
        LocalDate vandaag = demo.vandaag();
        try (Scherm administratie = demo.nieuw("administratief-medewerker.bunnik");
                Scherm ambtenaar = demo.nieuw("leerplichtambtenaar.bunnik");
                Scherm coordinator = demo.nieuw("coordinator.bunnik")) {
            administratie.open("/werkvoorraad").isToegankelijk();
            administratie.openTaak(zaaknummer, "Terugmelden welke actie volgt").isToegankelijk()
                    .vulIn(terugmelding()).rondAf().isGelukt();

            ambtenaar.open("/werkvoorraad?tab=team").isToegankelijk().foto("werkvoorraad");
            ambtenaar.openTaak(zaaknummer, "Eerste aanpak kiezen").foto("taak").isToegankelijk()
                    .vulIn(aanpakTegenAdvies("contact")).rondAf().isGelukt();
            ambtenaar.openTaak(zaaknummer, "Contact zoeken met ouders en jongere").rondAf();
            assertThat(ambtenaar.pagina().locator("[role=alert]").first().innerText()).isNotBlank();
            ambtenaar.isToegankelijk().foto("taak-met-fouten");
            ambtenaar.vulIn(contact("ongeoorloofd", true)).rondAf().isGelukt();
            ambtenaar.openTaak(zaaknummer, "Uitnodigen voor een gesprek").vulIn(uitnodiging(vandaag.toString())).rondAf().isGelukt();
            ambtenaar.openTaak(zaaknummer, "Reactie op de uitnodiging vastleggen").vulIn(reactie("komt")).rondAf().isGelukt();
            ambtenaar.openTaak(zaaknummer, "Gesprek voeren en verslag maken").vulIn(gesprekMetAfspraken(vandaag.plusDays(18).toString())).rondAf().isGelukt();
            ambtenaar.open("/zaken/" + zaaknummer).isToegankelijk().foto("zaak");

            bekijkInCockpit(coordinator, zaaknummer);
            coordinator.open("/").isToegankelijk();
            coordinator.pagina().fill("#demoklok-vooruit", vandaag.plusDays(19) + "T09:00");
            coordinator.pagina().locator("form[action='/demo/klok'] button").click();
            coordinator.pagina().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(coordinator.pagina().locator("#demoklok-nu").innerText()).contains(demo.voluit(vandaag.plusDays(19)));

            ambtenaar.openTaak(zaaknummer, "Afspraken beoordelen").vulIn(beoordeling("ja", "helpend")).rondAf().isGelukt();
            ambtenaar.openTaak(zaaknummer, "Zaak afhandelen en betrokkenen berichten").vulIn(afhandeling("verzuim-geeindigd")).rondAf().isGelukt();
            ambtenaar.open("/zaken/" + zaaknummer);
            assertThat(ambtenaar.pagina().locator("#inhoud").innerText()).containsIgnoringCase("afgesloten");
            assertThat(ambtenaar.consolefouten()).filteredOn(f -> !f.contains("422")).isEmpty();
            assertThat(administratie.consolefouten()).isEmpty();
        }
    }

    @Test
    void eenAndereGemeente_bestaatNietOpDeSchermen() throws Exception {
        String zaaknummer = demo.meld(verzuimmelding().in(Verhaal.BUNNIK));
        try (Scherm buur = demo.nieuw("leerplichtambtenaar.noordoostpolder")) {
            assertThat(buur.pagina().navigate(demo.adres() + "/zaken/" + zaaknummer).status()).isEqualTo(404);
            buur.isToegankelijk();
            buur.open("/werkvoorraad?tab=team");
            assertThat(buur.pagina().locator("#inhoud").innerText()).contains("NOP-").doesNotContain("BUN-");
        }
    }

    @Test
    void uitloggen_sluitOokCockpit() {
        try (Scherm coordinator = demo.nieuw("coordinator.noordoostpolder")) {
            coordinator.pagina().locator("#uitloggen").click();
            coordinator.pagina().waitForLoadState();
            coordinator.pagina().navigate(demo.adres() + "/camunda/app/cockpit/default/");
            assertThat(coordinator.pagina().url()).contains("/login");
            coordinator.isToegankelijk();
        }
    }

    private static void bekijkInCockpit(Scherm coordinator, String zaaknummer) throws Exception {
        coordinator.pagina().navigate(demo.adres() + "/camunda/app/cockpit/default/#/processes");
        coordinator.pagina().getByText("Relatief verzuim", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).first().click();
        coordinator.pagina().waitForSelector("text=" + zaaknummer);
        coordinator.pagina().locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(zaaknummer)).locator("a").first().click();
        coordinator.pagina().waitForSelector(".djs-container svg");
        coordinator.pagina().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(coordinator.pagina().locator(".ce-eol-banner").isVisible()).as("oproep om te migreren").isFalse();
        assertThat(coordinator.pagina().locator("body").innerText()).contains(zaaknummer).doesNotContain("NOP-");
        coordinator.foto("cockpit");
    }
}
