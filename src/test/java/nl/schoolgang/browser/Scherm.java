package nl.schoolgang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person's browser: logs in, finds a task, fills in its form as it is shown, and looks. */
final class Scherm implements AutoCloseable {

    /** Where the pictures go; those in the documentation are renewed only when that is asked ({@code -Dbeeld=docs/beeld}). */
    private static final Path BEELD = Path.of(System.getProperty("schoolgang.map", "."), System.getProperty("beeld", "target/beeld"));

    private final String adres;
    private final BrowserContext context;
    private final Page pagina;
    private final List<String> consolefouten = new ArrayList<>();

    Scherm(Browser browser, String adres) {
        this.adres = adres;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("nl-NL")
                .setTimezoneId("Europe/Amsterdam"));
        this.pagina = context.newPage();
        pagina.onConsoleMessage(m -> {
            if ("error".equals(m.type())) {
                consolefouten.add(m.text());
            }
        });
    }

    Page pagina() {
        return pagina;
    }

    Scherm meldAan(String gebruiker) {
        pagina.navigate(adres + "/login");
        pagina.fill("#gebruikersnaam", gebruiker);
        pagina.fill("#wachtwoord", "demo");
        pagina.locator("button[type=submit]").click();
        pagina.waitForSelector("#uitloggen");
        return this;
    }

    Scherm open(String pad) {
        pagina.navigate(adres + pad);
        return this;
    }

    /** Opens the case and in it the task with this name. */
    Scherm openTaak(String zaaknummer, String naam) {
        open("/zaken/" + zaaknummer);
        pagina.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName(naam).setExact(true)).first().click();
        pagina.waitForSelector("#taakformulier");
        // The script, which the page waits for, must have hidden what does not apply before a person can fill in anything.
        pagina.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Fills in fields by key: text, date, select, radio, checkbox or a list of choices, as they come to be shown. */
    Scherm vulIn(Map<String, Object> velden) {
        Map<String, Object> rest = new HashMap<>(velden);
        int over;
        do {
            over = rest.size();
            rest.entrySet().removeIf(veld -> vulIn(veld.getKey(), veld.getValue()));
        } while (rest.size() < over);
        return this;
    }

    /** @return false when the form does not show the field (now) */
    private boolean vulIn(String sleutel, Object waarde) {
        Locator veld = pagina.locator("#taakformulier [name='" + sleutel + "']");
        if (veld.count() == 0 || !veld.first().isVisible()) {
            return false;
        }
        String soort = String.valueOf(veld.first().evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()"));
        switch (soort) {
            case "radio" -> pagina.locator("#veld-" + sleutel + "-" + waarde).check();
            case "checkbox" -> {
                if (waarde instanceof List<?> keuzes) {
                    keuzes.forEach(k -> pagina.locator("#veld-" + sleutel + "-" + k).check());
                } else {
                    veld.first().check();
                }
            }
            case "select" -> veld.first().selectOption(String.valueOf(waarde));
            default -> veld.first().fill(String.valueOf(waarde));
        }
        return true;
    }

    /** Fills in a field that is not of a task, by its name. */
    Scherm veld(String naam, String waarde) {
        pagina.fill("[name='" + naam + "']", waarde);
        return this;
    }

    Scherm zaak(String zaaknummer) {
        return open("/zaken/" + zaaknummer);
    }

    /** Opens a task, fills it in and finishes it. */
    Scherm rondAf(String zaaknummer, String taak, Map<String, Object> velden) {
        return openTaak(zaaknummer, taak).vulIn(velden).rondAf().isGelukt();
    }

    /** The open tasks that the case page shows, also those that are for others. */
    List<String> taken() {
        return pagina.locator("#open-taken tbody tr td:first-child > :first-child").allInnerTexts();
    }

    /** The open tasks of the procedure itself: without the work to find an address for a letter. */
    List<String> werk() {
        return taken().stream().filter(t -> !Stap.ADRES.equals(t)).toList();
    }

    /** The open tasks that this person can open. */
    List<String> taaklinks() {
        return pagina.locator("#open-taken tbody tr td:first-child a").allInnerTexts();
    }

    /** What the page says of the last term of this name. */
    String termijn(String omschrijving) {
        return pagina.locator("aside li", new Page.LocatorOptions().setHas(pagina.locator("strong",
                new Page.LocatorOptions().setHasText(omschrijving)))).last().innerText();
    }

    /** What the first button of this name in the form of a task answers, with what is typed: its content type. */
    String voorbeeld(String knop) {
        return (String) pagina.getByText(knop).first().evaluate("""
                k => {
                  const velden = new URLSearchParams(new FormData(k.form));
                  velden.append(k.name, k.value);
                  return fetch(k.formAction, {method: 'POST', body: velden}).then(a => a.headers.get('content-type'));
                }""");
    }

    String status() {
        return pagina.locator("#zaakstatus").innerText();
    }

    String tekst() {
        return pagina.locator("#inhoud").innerText();
    }

    /** At 320 pixels wide nothing falls off the side (WCAG 1.4.10), and no cell of a table runs into the next. */
    Scherm isLeesbaarOpEenTelefoon() {
        pagina.setViewportSize(320, 640);
        try {
            assertThat(pagina.evaluate("document.documentElement.scrollWidth")).as("breedte van %s", pagina.url()).isEqualTo(320);
            assertThat(pagina.evaluate("[...document.querySelectorAll('td')].filter(c => c.scrollHeight > c.clientHeight + 2).length"))
                    .as("cellen die over elkaar vallen op %s", pagina.url()).isEqualTo(0);
        } finally {
            // Other tests use the same screen.
            pagina.setViewportSize(1280, 900);
        }
        return this;
    }

    Scherm rondAf() {
        pagina.locator("#afronden").click();
        pagina.waitForLoadState();
        return this;
    }

    /** The task was finished: the screen says so. */
    Scherm isGelukt() {
        assertThat(pagina.locator("#gelukt").count()).as("gelukt; de pagina zegt: %s", pagina.locator("#inhoud").innerText()).isEqualTo(1);
        return this;
    }

    /** A picture of the page from its top. */
    Scherm foto(String naam) {
        return foto(naam, "body");
    }

    /** A picture with the first of these at the top of the window, and without the mark of where the typing was. */
    Scherm foto(String naam, String vanaf) {
        // So that letters and images are in the picture. Not until the network is idle: a page that saves a draft may never be.
        pagina.waitForLoadState(LoadState.LOAD);
        pagina.evaluate("() => Promise.all([document.fonts.ready, ...[...document.images].map(i => i.decode())]).then(() => null)");
        pagina.locator(vanaf).first().evaluate("""
                e => {
                  document.activeElement.blur();
                  window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 24);
                }""");
        pagina.screenshot(new Page.ScreenshotOptions().setPath(BEELD.resolve(naam + ".png")));
        return this;
    }

    /** axe-core finds nothing on the page as it is now. */
    Scherm isToegankelijk() {
        return isToegankelijk(new AxeBuilder(pagina));
    }

    /** axe-core finds nothing in this part of the page, which for the rest is not ours. */
    Scherm isToegankelijk(String deel) {
        return isToegankelijk(new AxeBuilder(pagina).include(deel));
    }

    private Scherm isToegankelijk(AxeBuilder axe) {
        AxeResults uitslag = axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze();
        assertThat(uitslag.getViolations()).as("axe op %s", pagina.url()).extracting(v -> v.getId() + ": " + v.getHelp() + " "
                + v.getNodes().stream().map(n -> n.getHtml()).limit(3).toList()).isEmpty();
        return this;
    }

    /** The same, once: what was told is forgotten. */
    List<String> geefConsolefouten() {
        List<String> fouten = List.copyOf(consolefouten);
        consolefouten.clear();
        return fouten;
    }

    List<String> consolefouten() {
        return consolefouten;
    }

    @Override
    public void close() {
        context.close();
    }
}
