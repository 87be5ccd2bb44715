package nl.schoolgang.werkvoorraad;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the head of every page shows: the name, the menu and the address. As attributes of the request, not of the model: the model of a
 * screen is gone when something goes wrong, and the page that says so has the same head. On the error page of the server nobody need be
 * logged in.
 */
@ControllerAdvice(assignableTypes = ErrorController.class)
class Schermkop {

    private final Medewerkers medewerkers;

    Schermkop(Medewerkers medewerkers) {
        this.medewerkers = medewerkers;
    }

    @ModelAttribute
    void vanFoutscherm(Principal wie, HttpServletRequest verzoek) {
        Object pad = verzoek.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (wie != null) {
            medewerkers.metNaam(wie.getName()).ifPresent(ik -> zet(ik, pad == null ? "/" : pad.toString(), verzoek));
        }
    }

    static void zet(Medewerker ik, String pad, HttpServletRequest verzoek) {
        verzoek.setAttribute("ik", ik);
        verzoek.setAttribute("menu", Arrays.stream(Recht.values()).filter(ik::magErgens).map(Enum::name).toList());
        verzoek.setAttribute("pad", pad);
    }
}
