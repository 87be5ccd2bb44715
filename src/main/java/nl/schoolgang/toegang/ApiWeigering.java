package nl.schoolgang.toegang;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * What the API answers to whoever is not logged in, or has not the right: problem+json, in Dutch. Who is logged in and asks for what no
 * line of {@link Toegangsregel} names hears that it is not there; refused it is all the same.
 */
class ApiWeigering implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String PROBLEEM = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";

    @Override
    public void commence(HttpServletRequest verzoek, HttpServletResponse antwoord, AuthenticationException fout) throws IOException {
        if (fout instanceof TeVaakGeprobeerd rust) {
            antwoord.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(rust.seconden()));
            schrijf(antwoord, HttpStatus.TOO_MANY_REQUESTS, "Te vaak geprobeerd",
                    "U hebt te vaak een verkeerd wachtwoord gebruikt. Probeer het over " + rust.seconden() + " seconden opnieuw.");
            return;
        }
        // A browser answers a challenge to a script with a dialogue of its own.
        if (!"XMLHttpRequest".equals(verzoek.getHeader("X-Requested-With"))) {
            antwoord.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Schoolgang\", charset=\"UTF-8\"");
        }
        schrijf(antwoord, HttpStatus.UNAUTHORIZED, "Niet ingelogd", "Geef een geldige gebruikersnaam en een geldig wachtwoord mee.");
    }

    @Override
    public void handle(HttpServletRequest verzoek, HttpServletResponse antwoord, AccessDeniedException fout) throws IOException {
        List<Toegangsregel> regels = Toegangsregel.API.stream()
                .filter(r -> PathPatternRequestMatcher.withDefaults().matcher(r.patroon()).matches(verzoek)).toList();
        if (regels.isEmpty() && PathPatternRequestMatcher.withDefaults().matcher("/api/**").matches(verzoek)) {
            schrijf(antwoord, HttpStatus.NOT_FOUND, "Niet gevonden", "Dit adres bestaat niet.");
        } else if (!regels.isEmpty() && regels.stream().noneMatch(r -> r.methode() == null || r.methode().matches(verzoek.getMethod()))) {
            antwoord.setHeader(HttpHeaders.ALLOW, regels.stream().map(r -> r.methode().name()).distinct().collect(Collectors.joining(", ")));
            schrijf(antwoord, HttpStatus.METHOD_NOT_ALLOWED, "Deze methode is hier niet mogelijk", "Dit adres kent deze methode niet.");
        } else {
            schrijf(antwoord, HttpStatus.FORBIDDEN, "Geen recht", "U hebt geen recht op dit onderdeel.");
        }
    }

    private static void schrijf(HttpServletResponse antwoord, HttpStatus status, String titel, String uitleg) throws IOException {
        antwoord.setStatus(status.value());
        antwoord.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        antwoord.setCharacterEncoding(StandardCharsets.UTF_8.name());
        antwoord.getWriter().write(PROBLEEM.formatted(titel, status.value(), uitleg));
    }
}
