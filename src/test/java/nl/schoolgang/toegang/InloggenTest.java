package nl.schoolgang.toegang;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.WACHTWOORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@Toepassingstest
class InloggenTest {

    private static final String FORMULIER = "application/x-www-form-urlencoded";

    @Autowired
    private Proefmensen mensen;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int poort;

    private Medewerker ambtenaar;

    @BeforeEach
    void medewerker() {
        ambtenaar = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @Test
    void inloggenGeeftEenNieuweSessieEnUitloggenBeeindigtHem() {
        Browser browser = new Browser(poort);
        browser.haal("/login");
        String vooraf = browser.koekje("JSESSIONID");
        HttpResponse<String> ingelogd = browser.logIn(ambtenaar.gebruikersnaam(), WACHTWOORD);

        assertThat(ingelogd.statusCode()).isEqualTo(302);
        assertThat(ingelogd.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(browser.koekje("JSESSIONID")).isNotNull().isNotEqualTo(vooraf);
        assertThat(browser.haal("/bestaat-niet").statusCode()).isEqualTo(404);
        String csrf = browser.csrf("/login");
        assertThat(browser.verstuur("POST", "/logout", FORMULIER, "_csrf=" + csrf).headers().firstValue("Location").orElseThrow())
                .endsWith("/login?uitgelogd");
        assertThat(browser.haal("/werkvoorraad").headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void wieInactiefWordtIsMeteenBuiten() {
        Browser browser = new Browser(poort);
        browser.logIn(ambtenaar.gebruikersnaam(), WACHTWOORD);
        jdbc.sql("update medewerker set actief = false where gebruikersnaam = ?").param(ambtenaar.gebruikersnaam()).update();

        assertThat(browser.haal("/werkvoorraad").statusCode()).isEqualTo(403);
    }

    @Test
    void koppelingLogtNietInOpDeSchermenWelOpDeApi() {
        Medewerker koppeling = mensen.maak(Rol.KOPPELING, BUNNIK);
        HttpResponse<String> scherm = new Browser(poort).logIn(koppeling.gebruikersnaam(), WACHTWOORD);

        assertThat(scherm.headers().firstValue("Location").orElseThrow()).endsWith("/login?fout");
        assertThat(new Browser(poort).basic(koppeling.gebruikersnaam(), WACHTWOORD).haal("/v3/api-docs").statusCode()).isEqualTo(200);
    }

    @Test
    void zonderKenmerkTegenVervalsingGaatNietsDoor() {
        Browser browser = new Browser(poort);
        assertThat(browser.verstuur("POST", "/login", FORMULIER, "gebruikersnaam=" + ambtenaar.gebruikersnaam() + "&wachtwoord=" + WACHTWOORD)
                .headers().firstValue("Location").orElseThrow()).endsWith("/login?sessie");
        assertThat(browser.haal("/werkvoorraad").headers().firstValue("Location").orElseThrow()).endsWith("/login");
        browser.logIn(ambtenaar.gebruikersnaam(), WACHTWOORD);
        assertThat(browser.verstuur("POST", "/taken/x/oppakken", FORMULIER, "").statusCode()).isEqualTo(403);
    }

    @Test
    void wieIntussenIsUitgelogdKomtNaHetInloggenTerugBijHetFormulier() {
        Browser browser = new Browser(poort);
        assertThat(browser.verstuur("POST", "/taken/7f/afronden", FORMULIER, "tekst=lang+verslag").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?sessie");
        assertThat(browser.haal("/login?sessie").body()).contains("id=\"sessie\"");
        assertThat(browser.logIn(ambtenaar.gebruikersnaam(), WACHTWOORD).headers().firstValue("Location").orElseThrow()).endsWith("/taken/7f");
        assertThat(new Browser(poort).verstuur("POST", "/taken/7f/concept", FORMULIER, "", "Accept", "application/json").statusCode()).isEqualTo(401);
    }

    @Test
    void watMisgaatStaatOpEenNederlandseBladzijdeMetMenu() {
        Browser browser = new Browser(poort);
        browser.logIn(ambtenaar.gebruikersnaam(), WACHTWOORD);
        for (String pad : List.of("/bestaat-niet", "/leerlingen/abc", "/zaken/BUN-1999-000001", "/werkvoorraad?na=onzin", "/metrics")) {
            HttpResponse<String> antwoord = browser.haal(pad, "Accept", "text/html", "Accept-Language", "en");
            assertThat(antwoord.statusCode()).as(pad).isIn(404, 422);
            assertThat(antwoord.body()).as(pad).contains("id=\"uitloggen\"", ambtenaar.naam(), "lang=\"nl\"");
            assertThat(antwoord.headers().firstValue("Content-Language").orElseThrow()).as(pad).isEqualTo("nl");
        }
        HttpResponse<String> methode = browser.verstuur("POST", "/werkvoorraad", FORMULIER, "_csrf=" + browser.csrf("/"), "Accept", "text/html");
        assertThat(methode.statusCode()).isEqualTo(403);
        assertThat(methode.body()).contains("id=\"uitloggen\"");
        HttpResponse<String> kapot = browser.haal("/zaken/%00", "Accept", "text/html");
        assertThat(kapot.statusCode()).isEqualTo(400);
        assertThat(kapot.body()).contains("lang=\"nl\"").doesNotContain("Tomcat", "Bad Request");
    }

    @Test
    void telkensEenVerkeerdWachtwoordMoetWachten() {
        for (int i = 0; i < Inlogrem.VRIJE_POGINGEN; i++) {
            assertThat(new Browser(poort).logIn(ambtenaar.gebruikersnaam(), "mis").headers().firstValue("Location").orElseThrow())
                    .endsWith("/login?fout");
        }
        assertThat(new Browser(poort).logIn(ambtenaar.gebruikersnaam(), WACHTWOORD).headers().firstValue("Location").orElseThrow())
                .contains("/login?wacht=");
        HttpResponse<String> api = new Browser(poort).basic(ambtenaar.gebruikersnaam(), WACHTWOORD).haal("/v3/api-docs");
        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(api.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void zonderAanmeldingGeenApi() {
        HttpResponse<String> gewoon = new Browser(poort).haal("/api/v1/zaken/BUN-1");
        assertThat(gewoon.statusCode()).isEqualTo(401);
        assertThat(gewoon.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
        assertThat(gewoon.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(gewoon.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(new Browser(poort).haal("/api/v1/zaken/BUN-1", "X-Requested-With", "XMLHttpRequest").headers().firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(new Browser(poort).haal("/werkvoorraad", "X-Requested-With", "XMLHttpRequest").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/engine", "/engine-rest/version", "/engine-rest/task", "/engine-rest/deployment/create", "/engine-rest//task",
        "/engine-rest/process-instance/count"})
    void engineRestIsDichtVoorIedereen(String pad) {
        Medewerker beheerder = mensen.maak(Rol.BEHEERDER, BUNNIK);
        assertThat(new Browser(poort).haal(pad).statusCode()).isIn(400, 401);
        assertThat(new Browser(poort).basic(beheerder.gebruikersnaam(), WACHTWOORD).haal(pad).statusCode()).isIn(400, 403);
        Browser browser = new Browser(poort);
        browser.logIn(beheerder.gebruikersnaam(), WACHTWOORD);
        assertThat(browser.haal(pad).statusCode()).isIn(400, 401);
    }

    @Test
    void gezondheidIsOpenEnDeRestVanHetBeheerDicht() {
        assertThat(new Browser(poort).haal("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(new Browser(poort).haal("/actuator/health").body()).doesNotContain("components");
        Browser beheerder = new Browser(poort);
        beheerder.logIn(mensen.maak(Rol.BEHEERDER, BUNNIK).gebruikersnaam(), WACHTWOORD);
        assertThat(beheerder.haal("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(beheerder.haal("/actuator").statusCode()).isEqualTo(404);
        assertThat(beheerder.haal("/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void schermenDragenHunBeveiligingMee() {
        HttpResponse<String> login = new Browser(poort).haal("/login");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("id=\"gebruikersnaam\"", "id=\"wachtwoord\"");
        assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isEqualTo("default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        assertThat(login.headers().firstValue("X-Frame-Options").orElseThrow()).isEqualTo("DENY");
        assertThat(login.headers().firstValue("X-Content-Type-Options").orElseThrow()).isEqualTo("nosniff");
        assertThat(login.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(login.headers().allValues("Set-Cookie")).allSatisfy(k -> assertThat(k).contains("HttpOnly").contains("SameSite=Lax"));
    }
}
