package nl.schoolgang.toegang;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.WACHTWOORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
        assertThat(browser.haal("/bestaat-niet").statusCode()).isEqualTo(403);
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
                .statusCode()).isEqualTo(403);
        browser.logIn(ambtenaar.gebruikersnaam(), WACHTWOORD);
        assertThat(browser.verstuur("POST", "/taken/x/oppakken", FORMULIER, "").statusCode()).isEqualTo(403);
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
        assertThat(beheerder.haal("/actuator/env").statusCode()).isEqualTo(403);
        assertThat(beheerder.haal("/actuator").statusCode()).isEqualTo(403);
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
