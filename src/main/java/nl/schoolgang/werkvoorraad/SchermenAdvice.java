package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every screen needs: who is at work; and what goes wrong, in words.
 * Before the framework's own advice, which answers with JSON.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = Werkvoorraad.class, annotations = Scherm.class)
class SchermenAdvice {

    private final Medewerkers medewerkers;

    SchermenAdvice(Medewerkers medewerkers) {
        this.medewerkers = medewerkers;
    }

    @ModelAttribute("ik")
    Medewerker ik(Principal wie, HttpServletRequest verzoek) {
        Medewerker ik = medewerkers.metNaam(wie == null ? "" : wie.getName())
                .orElseThrow(() -> new GeenRecht("Uw naam staat niet in de lijst van medewerkers."));
        Schermkop.zet(ik, verzoek.getRequestURI(), verzoek);
        return ik;
    }

    @ExceptionHandler({NietGevonden.class, MethodArgumentTypeMismatchException.class})
    ModelAndView nietGevonden(HttpServletResponse antwoord) {
        return fout(HttpStatus.NOT_FOUND, null, antwoord);
    }

    @ExceptionHandler(GeenRecht.class)
    ModelAndView geenRecht(GeenRecht fout, HttpServletResponse antwoord) {
        return fout(HttpStatus.FORBIDDEN, fout.getMessage(), antwoord);
    }

    @ExceptionHandler(Conflict.class)
    ModelAndView conflict(Conflict fout, HttpServletResponse antwoord) {
        return fout(HttpStatus.CONFLICT, fout.getMessage(), antwoord);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ModelAndView tegelijk(HttpServletResponse antwoord) {
        return fout(HttpStatus.CONFLICT, "Iemand anders wijzigde dit op hetzelfde moment.", antwoord);
    }

    @ExceptionHandler(OngeldigeInvoer.class)
    ModelAndView ongeldig(OngeldigeInvoer fout, HttpServletResponse antwoord) {
        return fout(HttpStatus.UNPROCESSABLE_ENTITY, fout.fouten().get(0).reden(), antwoord);
    }

    private static ModelAndView fout(HttpStatus status, String reden, HttpServletResponse antwoord) {
        antwoord.setStatus(status.value());
        ModelAndView pagina = new ModelAndView("error/" + status.value());
        pagina.addObject("reden", reden);
        pagina.setStatus(status);
        return pagina;
    }
}
