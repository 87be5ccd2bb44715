package nl.schoolgang.toegang;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP with the running application as a browser does (cookies, form log-in), or as an API client (Basic). */
public class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager koekjes = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(koekjes).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String adres;
    private String basic;

    public Browser(int poort) {
        this.adres = "http://localhost:" + poort;
    }

    public Browser basic(String gebruiker, String wachtwoord) {
        basic = "Basic " + Base64.getEncoder().encodeToString((gebruiker + ":" + wachtwoord).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public HttpResponse<String> logIn(String gebruiker, String wachtwoord) {
        return verstuur("POST", "/login", "application/x-www-form-urlencoded",
                "gebruikersnaam=" + gebruiker + "&wachtwoord=" + wachtwoord + "&_csrf=" + URLEncoder.encode(csrf("/login"), StandardCharsets.UTF_8));
    }

    public String csrf(String pagina) {
        Matcher gevonden = CSRF.matcher(haal(pagina).body());
        if (!gevonden.find()) {
            throw new AssertionError("geen CSRF-kenmerk op " + pagina);
        }
        return gevonden.group(1);
    }

    public HttpResponse<String> haal(String pad, String... koppen) {
        return verstuur("GET", pad, null, null, koppen);
    }

    public HttpResponse<String> verstuur(String methode, String pad, String soort, String inhoud, String... koppen) {
        HttpRequest.Builder verzoek = HttpRequest.newBuilder(URI.create(adres + pad)).method(methode, inhoud == null
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(inhoud));
        if (soort != null) {
            verzoek.header("Content-Type", soort);
        }
        if (basic != null) {
            verzoek.header("Authorization", basic);
        }
        if (koppen.length > 0) {
            verzoek.headers(koppen);
        }
        try {
            return client.send(verzoek.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(pad, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(pad, e);
        }
    }

    public String koekje(String naam) {
        return koekjes.getCookieStore().getCookies().stream().filter(k -> k.getName().equals(naam)).map(HttpCookie::getValue)
                .findFirst().orElse(null);
    }
}
