package nl.schoolgang.toegang;

import static nl.schoolgang.Proefmensen.BUNNIK;
import static nl.schoolgang.Proefmensen.WACHTWOORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks the table of rights: every address for every role. */
@Toepassingstest
class ToegangsmatrixTest {

    private static final Map<Rol, Browser> INGELOGD = new EnumMap<>(Rol.class);
    private static final Map<Rol, Medewerker> MENSEN = new EnumMap<>(Rol.class);

    @Autowired
    private Proefmensen mensen;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping adressen;
    @LocalServerPort
    private int poort;

    static Stream<Arguments> api() {
        return matrix(Toegangsregel.API);
    }

    static Stream<Arguments> schermen() {
        return matrix(Toegangsregel.SCHERM.stream().filter(r -> !r.patroon().startsWith("/camunda")).toList());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("api")
    void api(String regel, Toegangsregel toegang, Rol rol) {
        verwacht(toegang, rol, new Browser(poort).basic(mens(rol).gebruikersnaam(), WACHTWOORD)
                .verstuur(methode(toegang), pad(toegang), "application/json", body(toegang)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("schermen")
    void scherm(String regel, Toegangsregel toegang, Rol rol) {
        if (!Recht.SCHERMEN.rollen().contains(rol)) {
            return;
        }
        String csrf = methode(toegang).equals("GET") ? "" : ingelogd(rol).csrf("/login");
        verwacht(toegang, rol, ingelogd(rol).verstuur(methode(toegang), pad(toegang), "application/x-www-form-urlencoded",
                methode(toegang).equals("GET") ? null : "_csrf=" + csrf));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource({"api", "schermen"})
    void niemand(String regel, Toegangsregel toegang, Rol rol) {
        if (rol == Rol.values()[0]) {
            assertThat(new Browser(poort).verstuur(methode(toegang), pad(toegang), null, body(toegang)).statusCode()).isIn(302, 401, 403);
        }
    }

    /** An address that no line of the table names can be reached by nobody: whoever adds one adds its line. */
    @Test
    void elkAdresStaatInDeTabel() {
        List<String> patronen = Stream.concat(Toegangsregel.API.stream(), Toegangsregel.SCHERM.stream()).map(Toegangsregel::patroon).toList();
        List<String> vergeten = adressen.getHandlerMethods().keySet().stream().flatMap(a -> a.getPatternValues().stream())
                .filter(a -> !a.equals("/error") && !a.startsWith("/v3/api-docs") && !past(Toegangsregel.AGENDA, a))
                .filter(a -> patronen.stream().noneMatch(p -> past(p, a))).distinct().toList();

        assertThat(vergeten).isEmpty();
    }

    private static boolean past(String patroon, String adres) {
        return new AntPathMatcher().match(patroon, adres.replaceAll("\\{[^}]+}", "x"));
    }

    private static void verwacht(Toegangsregel toegang, Rol rol, HttpResponse<String> antwoord) {
        int status = antwoord.statusCode();
        if (toegang.rechten().stream().anyMatch(r -> r.rollen().contains(rol))) {
            assertThat(status).as(antwoord.body()).isNotIn(302, 401, 403).isLessThan(500);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    private static Stream<Arguments> matrix(List<Toegangsregel> regels) {
        return regels.stream().flatMap(regel -> Arrays.stream(Rol.values())
                .map(rol -> Arguments.of(methode(regel) + " " + regel.patroon(), regel, rol)));
    }

    private static String methode(Toegangsregel regel) {
        return regel.methode() == null ? "GET" : regel.methode().name();
    }

    private static String body(Toegangsregel regel) {
        return methode(regel).equals("GET") ? null : "{}";
    }

    private static String pad(Toegangsregel regel) {
        return regel.patroon().replace("/**", "").replace("*", "bestaat-niet");
    }

    private Medewerker mens(Rol rol) {
        return MENSEN.computeIfAbsent(rol, r -> mensen.maak(r, BUNNIK));
    }

    private Browser ingelogd(Rol rol) {
        return INGELOGD.computeIfAbsent(rol, r -> {
            Browser browser = new Browser(poort);
            assertThat(browser.logIn(mens(r).gebruikersnaam(), WACHTWOORD).headers().firstValue("Location").orElseThrow()).endsWith("/");
            return browser;
        });
    }
}
