package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
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

/** A case: everything that happened and that still has to happen. */
@Controller
@RequestMapping("/zaken/{zaaknummer}")
class ZaakController {

    private final Zaakinzage zaakinzage;
    private final Contactmomenten contactmomenten;
    private final Inzagespoor spoor;

    ZaakController(Zaakinzage zaakinzage, Contactmomenten contactmomenten, Inzagespoor spoor) {
        this.zaakinzage = zaakinzage;
        this.contactmomenten = contactmomenten;
        this.spoor = spoor;
    }

    @GetMapping
    String toon(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return pagina(zaaknummer, ik, Map.of(), List.of(), model);
    }

    @PostMapping("/contactmoment")
    String contactmoment(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Zaak zaak = zaakinzage.zichtbaar(zaaknummer, ik);
        if (!ik.mag(Recht.LEERLING_WIJZIGEN, zaak.gemeente())) {
            throw new GeenRecht("Je mag in deze zaak geen contactmoment vastleggen.");
        }
        try {
            contactmomenten.legVast(zaak, velden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return pagina(zaaknummer, ik, velden, fout.fouten(), model);
        }
        daarna.addFlashAttribute("gelukt", "Het contactmoment is vastgelegd.");
        return "redirect:/zaken/{zaaknummer}";
    }

    private String pagina(String zaaknummer, Medewerker ik, Map<String, String> velden, List<Fout> fouten, Model model) {
        Zaakbeeld beeld = zaakinzage.open(zaaknummer, ik);
        spoor.zaak(beeld.zaak(), ik);
        model.addAttribute("zaakbeeld", beeld);
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("contactMet", Contactmomenten.MET);
        model.addAttribute("contactWijzen", Contactmomenten.WIJZEN);
        model.addAttribute("magVastleggen", ik.mag(Recht.LEERLING_WIJZIGEN, beeld.zaak().gemeente()));
        model.addAttribute("magBrieven", ik.mag(Recht.BRIEVEN_VERZENDEN, beeld.zaak().gemeente()));
        model.addAttribute("magLeerling", ik.mag(Recht.LEERLING_ZIEN, beeld.zaak().gemeente()));
        model.addAttribute("cockpit", ik.mag(Recht.COCKPIT, beeld.zaak().gemeente()) && beeld.zaak().procesInstantieId() != null
                && beeld.zaak().geslotenOp() == null);
        return "zaak";
    }
}
