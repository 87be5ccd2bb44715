package nl.schoolgang.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
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

    private final Demoklok klok;

    DemoklokController(Demoklok klok) {
        this.klok = klok;
    }

    @PostMapping("/demo/klok")
    String verzet(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dag,
            Medewerker medewerker, RedirectAttributes melding) {
        if (!medewerker.magErgens(Recht.KLOK_ZETTEN)) {
            throw new GeenRecht("U mag de demoklok niet verzetten");
        }
        LocalDateTime nu = klok.stand().nu();
        if (dag == null || !dag.isAfter(nu.toLocalDate())) {
            melding.addFlashAttribute("demoKlokFout", "Kies een dag na " + nu.toLocalDate());
        } else {
            Demoklok.Stand stand = klok.verzet(dag.atTime(LocalTime.of(9, 0)));
            melding.addFlashAttribute("demoKlokMelding", "De klok is verzet; " + stand.uitgevoerd() + " termijnen liepen af");
        }
        return "redirect:/";
    }

    /** Puts the clock on every screen; only in the demo. */
    @ControllerAdvice
    @Profile("demo")
    static class Balk {

        private final Demoklok klok;
        private final Medewerkers medewerkers;

        Balk(Demoklok klok, Medewerkers medewerkers) {
            this.klok = klok;
            this.medewerkers = medewerkers;
        }

        /** @return the clock's time and whether the person may move it */
        @ModelAttribute("demoKlok")
        DemoklokStand demoKlok(HttpServletRequest verzoek) {
            boolean mag = Optional.ofNullable(verzoek.getRemoteUser()).flatMap(medewerkers::metNaam)
                    .filter(m -> m.magErgens(Recht.KLOK_ZETTEN)).isPresent();
            return new DemoklokStand(klok.stand().nu(), mag);
        }
    }

    /** @param nu local time in Europe/Amsterdam */
    public record DemoklokStand(LocalDateTime nu, boolean magVerzetten) {
    }
}
