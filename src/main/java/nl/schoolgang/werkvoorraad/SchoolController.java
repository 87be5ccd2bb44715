package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Scholen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Schools: where letters and messages to them go. A school belongs to no municipality; nothing about a pupil stands here. */
@Controller
@RequestMapping("/scholen")
class SchoolController {

    private static final int MEESTE = 50;

    private final Scholen scholen;
    private final Schoolwijziging wijziging;

    SchoolController(Scholen scholen, Schoolwijziging wijziging) {
        this.scholen = scholen;
        this.wijziging = wijziging;
    }

    @GetMapping
    String zoek(@RequestParam(defaultValue = "") String zoek, Model model) {
        String tekst = zoek.replace("\0", "").strip();
        model.addAttribute("zoek", tekst);
        model.addAttribute("scholen", scholen.zoek(tekst, MEESTE));
        return "scholen";
    }

    @GetMapping("/{id}")
    String toon(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return scherm(id, new Schermvelden(Schoolwijziging.velden(scholen.contact(id)), List.of()), ik, model);
    }

    @PostMapping("/{id}")
    String bewaar(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        if (!ik.magErgens(Recht.LEERLING_WIJZIGEN)) {
            throw new GeenRecht("U mag de gegevens van scholen niet wijzigen.");
        }
        try {
            wijziging.bewaar(id, velden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return scherm(id, new Schermvelden(velden, fout.fouten()), ik, model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("botsing", fout.getMessage());
            return scherm(id, new Schermvelden(velden, List.of()), ik, model);
        }
        daarna.addFlashAttribute("gelukt", "De gegevens van de school zijn gewijzigd.");
        return "redirect:/scholen/{id}";
    }

    private String scherm(UUID id, Schermvelden invoer, Medewerker ik, Model model) {
        model.addAttribute("school", scholen.metId(id));
        model.addAttribute("contact", scholen.contact(id));
        model.addAttribute("invoer", invoer);
        model.addAttribute("magWijzigen", ik.magErgens(Recht.LEERLING_WIJZIGEN));
        return "school";
    }
}
