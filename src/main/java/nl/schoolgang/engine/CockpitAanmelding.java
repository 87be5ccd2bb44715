package nl.schoolgang.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells Cockpit who logged in at our own log-in. Public with a constructor without arguments because the servlet filter
 * makes it by its name; Cockpit reads groups and tenants itself, from our employees.
 */
public class CockpitAanmelding implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Principal wie = request.getUserPrincipal();
        if (wie == null || engine.getIdentityService().createUserQuery().userId(wie.getName()).count() == 0) {
            return AuthenticationResult.unsuccessful();
        }
        return AuthenticationResult.successful(wie.getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // No challenge: there is one log-in, and it is not a browser's dialogue.
    }
}
