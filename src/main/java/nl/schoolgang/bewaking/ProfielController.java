package nl.schoolgang.bewaking;

import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Scherm;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What an employee settles for himself or herself: the daily overview and the calendar. */
@Scherm
class ProfielController {

    private final Voorkeuren voorkeuren;
    private final Abonnementen abonnementen;

    ProfielController(Voorkeuren voorkeuren, Abonnementen abonnementen) {
        this.voorkeuren = voorkeuren;
        this.abonnementen = abonnementen;
    }

    @GetMapping("/profiel")
    String toon(@ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        model.addAttribute("dagoverzicht", voorkeuren.wilDagoverzicht(ik));
        model.addAttribute("bewaakt", ik.magErgens(Recht.BEWAKEN));
        model.addAttribute("agendaSinds", abonnementen.sinds(ik).orElse(null));
        return "profiel";
    }

    @PostMapping("/profiel/dagoverzicht")
    String dagoverzicht(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam(defaultValue = "false") String dagoverzicht,
            RedirectAttributes daarna) {
        boolean aan = dagoverzicht.equals("true");
        voorkeuren.kiesDagoverzicht(ik, aan);
        daarna.addFlashAttribute("gelukt", aan ? "Het dagoverzicht staat aan." : "Het dagoverzicht staat uit.");
        return "redirect:/profiel";
    }

    /** Shown on the next page, once. */
    @PostMapping("/profiel/agenda")
    String maakAgenda(@ModelAttribute(name = "ik", binding = false) Medewerker ik, RedirectAttributes daarna) {
        daarna.addFlashAttribute("agendaAdres", ServletUriComponentsBuilder.fromCurrentContextPath().path("/agenda/{sleutel}.ics")
                .buildAndExpand(abonnementen.maak(ik)).toUriString());
        return "redirect:/profiel";
    }

    @PostMapping("/profiel/agenda/intrekken")
    String trekIn(@ModelAttribute(name = "ik", binding = false) Medewerker ik, RedirectAttributes daarna) {
        abonnementen.trekIn(ik);
        daarna.addFlashAttribute("gelukt", "Het adres van uw agenda werkt niet meer.");
        return "redirect:/profiel";
    }
}
