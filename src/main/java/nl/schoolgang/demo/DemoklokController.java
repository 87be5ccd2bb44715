package nl.schoolgang.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clock bar on the screens. */
@Controller
@Profile("demo")
class DemoklokController {

    private static final Pattern EIGEN_PAD = Pattern.compile("/(?!/)[A-Za-z0-9/_-]*");

    private final Demoklok klok;

    DemoklokController(Demoklok klok) {
        this.klok = klok;
    }

    /** @param terug the screen to go back to; another address than one of our own is ignored */
    @PostMapping("/demo/klok")
    String verzet(@RequestParam(required = false) String nu, @RequestParam(required = false) String terug, Medewerker medewerker,
            RedirectAttributes melding) {
        if (!medewerker.magErgens(Recht.KLOK_ZETTEN)) {
            throw new GeenRecht("U mag de demoklok niet verzetten");
        }
        try {
            Demoklok.Stand stand = klok.verzet(LocalDateTime.parse(nu == null ? "" : nu));
            melding.addFlashAttribute("gelukt", "De klok is verzet. Onderweg gebeurde er " + stand.uitgevoerd() + " keer iets vanzelf.");
        } catch (DateTimeParseException e) {
            melding.addFlashAttribute("demoKlokFout", "Vul een dag en een tijd in.");
        } catch (Conflict e) {
            melding.addFlashAttribute("demoKlokFout", e.getMessage());
        } catch (OngeldigeInvoer e) {
            melding.addFlashAttribute("demoKlokFout", e.fouten().get(0).reden());
        }
        return "redirect:" + (terug != null && EIGEN_PAD.matcher(terug).matches() ? terug : "/");
    }

    /** Puts the clock (local time in Europe/Amsterdam) on every screen, also on one that says what went wrong; only in the demo. */
    @ControllerAdvice
    @Profile("demo")
    static class Balk {

        private final Demoklok klok;
        private final Medewerkers medewerkers;

        Balk(Demoklok klok, Medewerkers medewerkers) {
            this.klok = klok;
            this.medewerkers = medewerkers;
        }

        @ModelAttribute
        void zet(HttpServletRequest verzoek) {
            verzoek.setAttribute("demoKlok", klok.stand().nu());
            verzoek.setAttribute("demoKlokVerzetten", Optional.ofNullable(verzoek.getRemoteUser()).flatMap(medewerkers::metNaam)
                    .filter(m -> m.magErgens(Recht.KLOK_ZETTEN)).isPresent());
        }
    }
}
