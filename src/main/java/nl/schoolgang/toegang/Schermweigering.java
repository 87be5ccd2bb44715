package nl.schoolgang.toegang;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses on a screen. Whoever sends a form after the session ended logs in again and comes back to the screen of that form; an address
 * that no line of the table names does not exist, and is not forbidden.
 */
class Schermweigering implements AccessDeniedHandler {

    static final String SESSIE_VOORBIJ = "/login?sessie";
    /** As Spring's own request cache has it: the page to go to after log-in. */
    private static final String BEWAARD = "SPRING_SECURITY_SAVED_REQUEST";
    private static final Pattern SCHERM = Pattern.compile("/taken/[^/]+|/zaken/[^/]+|/leerlingen/[^/]+/(ouders|stukken|inschrijvingen)/[^/]+"
            + "|/leerlingen/[^/]+/(gegevens|grond|verzoek|verstrekking|export)|/leerlingen|/inzagelog|/nieuw");

    private final HuidigeMedewerker huidige;

    Schermweigering(HuidigeMedewerker huidige) {
        this.huidige = huidige;
    }

    @Override
    public void handle(HttpServletRequest verzoek, HttpServletResponse antwoord, AccessDeniedException fout) throws IOException {
        // Of the context and not of the request: the request knows it only after the test for forged requests.
        Authentication wie = SecurityContextHolder.getContext().getAuthentication();
        if (wie == null || wie instanceof AnonymousAuthenticationToken) {
            sessieVoorbij(verzoek, antwoord);
        } else if (fout instanceof CsrfException) {
            verzoek.setAttribute("reden", "U bent intussen opnieuw ingelogd. Ga terug, laad de pagina opnieuw en probeer het nog eens.");
            antwoord.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            boolean bestaatNiet = huidige.van(verzoek).isPresent() && !staatInDeTabel(verzoek);
            antwoord.sendError(bestaatNiet ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void sessieVoorbij(HttpServletRequest verzoek, HttpServletResponse antwoord) throws IOException {
        String soort = Optional.ofNullable(verzoek.getHeader("Accept")).orElse("");
        if (soort.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            antwoord.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Matcher scherm = SCHERM.matcher(pad(verzoek));
        if (scherm.lookingAt()) {
            verzoek.getSession().setAttribute(BEWAARD, new SimpleSavedRequest(verzoek.getContextPath() + scherm.group()));
        }
        antwoord.sendRedirect(verzoek.getContextPath() + SESSIE_VOORBIJ);
    }

    private static boolean staatInDeTabel(HttpServletRequest verzoek) {
        PathContainer pad = PathContainer.parsePath(pad(verzoek));
        return Toegangsregel.SCHERM.stream().anyMatch(r -> PathPatternParser.defaultInstance.parse(r.patroon()).matches(pad));
    }

    private static String pad(HttpServletRequest verzoek) {
        Object eerst = verzoek.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String pad = eerst == null ? verzoek.getRequestURI() : eerst.toString();
        return pad.substring(verzoek.getContextPath().length());
    }
}
