package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.zaak.Zaak;
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

/** Registers what the person concerned asks about the dossier. */
@Controller
@RequestMapping("/leerlingen/{id}/verzoek")
class VerzoekController {

    private final Leerlingtoegang toegang;
    private final Betrokkeneverzoek verzoek;

    VerzoekController(Leerlingtoegang toegang, Betrokkeneverzoek verzoek) {
        this.toegang = toegang;
        this.verzoek = verzoek;
    }

    @GetMapping
    String toon(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return scherm(toegang.wijzigbaar(id, ik), Schermvelden.LEEG, model);
    }

    @PostMapping
    String registreer(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        try {
            Zaak zaak = verzoek.registreer(leerling, velden, ik);
            daarna.addFlashAttribute("gelukt", "Het verzoek is vastgelegd.");
            daarna.addAttribute("zaaknummer", zaak.zaaknummer());
            return "redirect:/zaken/{zaaknummer}";
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return scherm(leerling, new Schermvelden(velden, fout.fouten()), model);
        }
    }

    private static String scherm(Leerling leerling, Schermvelden invoer, Model model) {
        model.addAttribute("leerling", leerling);
        model.addAttribute("invoer", invoer);
        model.addAttribute("soorten", Betrokkeneverzoek.SOORTEN);
        model.addAttribute("vragers", Betrokkeneverzoek.VRAGERS);
        return "verzoek";
    }
}
