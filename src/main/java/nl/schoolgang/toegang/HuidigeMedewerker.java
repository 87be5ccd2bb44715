package nl.schoolgang.toegang;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is at work in this request, with the roles of this very moment: whoever loses a role or is made inactive loses the
 * right at the next request, also within a session.
 */
@Component
class HuidigeMedewerker {

    private static final String KENMERK = HuidigeMedewerker.class.getName();

    private final Medewerkers medewerkers;

    HuidigeMedewerker(Medewerkers medewerkers) {
        this.medewerkers = medewerkers;
    }

    /** The employee who is logged in; empty when nobody is, or when the employee is no longer active. */
    Optional<Medewerker> van(HttpServletRequest verzoek) {
        return van(verzoek, SecurityContextHolder.getContext().getAuthentication());
    }

    Optional<Medewerker> van(HttpServletRequest verzoek, Authentication aanmelding) {
        if (aanmelding == null || !aanmelding.isAuthenticated() || aanmelding instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        if (verzoek.getAttribute(KENMERK) instanceof Medewerker bekend && bekend.gebruikersnaam().equals(aanmelding.getName())) {
            return Optional.of(bekend);
        }
        Optional<Medewerker> gevonden = medewerkers.metNaam(aanmelding.getName());
        gevonden.ifPresent(m -> verzoek.setAttribute(KENMERK, m));
        return gevonden;
    }
}
