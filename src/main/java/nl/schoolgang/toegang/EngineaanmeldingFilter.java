package nl.schoolgang.toegang;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nl.schoolgang.engine.EngineAanmelding;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs whoever sent the request in to the engine, for the time of the request: screens, Cockpit and API alike. A request
 * of nobody gets no authentication, and the engine then refuses every command.
 */
class EngineaanmeldingFilter extends OncePerRequestFilter {

    private final EngineAanmelding engine;
    private final HuidigeMedewerker huidige;

    EngineaanmeldingFilter(EngineAanmelding engine, HuidigeMedewerker huidige) {
        this.engine = engine;
        this.huidige = huidige;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest verzoek, HttpServletResponse antwoord, FilterChain keten)
            throws ServletException, IOException {
        try (EngineAanmelding.Deel geheel = engine.webverzoek()) {
            Optional<Medewerker> medewerker = huidige.van(verzoek);
            if (medewerker.isEmpty()) {
                keten.doFilter(verzoek, antwoord);
                return;
            }
            try (EngineAanmelding.Deel eigen = engine.als(medewerker.get(), gemeenten(verzoek, medewerker.get()))) {
                keten.doFilter(verzoek, antwoord);
            }
        }
    }

    /** Somebody may be coordinator in one municipality and officer in another: in Cockpit only the first counts. */
    private static Set<String> gemeenten(HttpServletRequest verzoek, Medewerker medewerker) {
        return verzoek.getServletPath().startsWith("/camunda") ? medewerker.gemeentenMet(Recht.COCKPIT) : medewerker.gemeenten();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
