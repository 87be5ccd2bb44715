package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.melding.Aanname;
import nl.schoolgang.melding.Intake;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts a case by hand: a kennisgeving, through the same intake as the API. */
@Controller
@RequestMapping("/nieuw")
class NieuwController {

    private static final Set<String> VINKJES = Set.of("alleLessenGemist", "actieGemeenteGewenst");
    private static final Map<String, List<String>> KEUZES = Map.of(
            "bronnen", List.of("school-buiten-duo", "andere-bron"),
            "soorten", List.of("16-uur", "langdurig", "luxe", "overig", "rmc-18-plus"),
            "geslachten", List.of("m", "v", "x", "o"),
            "schoolsoorten", List.of("po", "sbo", "so", "vso", "vo", "pro", "vavo", "mbo", "particulier", "b3", "overig"));

    private final Intake intake;

    NieuwController(Intake intake) {
        this.intake = intake;
    }

    @GetMapping
    String toon(@ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Set<String> gemeenten = moetMogen(ik);
        return scherm(gemeenten, Map.of("gemeente", gemeenten.iterator().next()), List.of(), model);
    }

    @PostMapping
    String start(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Set<String> gemeenten = moetMogen(ik);
        try {
            Aanname aanname = intake.kennisgeving(waarden(velden), ik);
            daarna.addFlashAttribute("gelukt", "De melding is vastgelegd.");
            daarna.addAttribute("zaaknummer", aanname.zaaknummer());
            return "redirect:/zaken/{zaaknummer}";
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return scherm(gemeenten, velden, fout.fouten(), model);
        }
    }

    private static String scherm(Set<String> gemeenten, Map<String, String> velden, List<Fout> fouten, Model model) {
        model.addAttribute("gemeenten", gemeenten);
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAllAttributes(KEUZES);
        return "nieuw";
    }

    private static Set<String> moetMogen(Medewerker ik) {
        Set<String> gemeenten = ik.gemeentenMet(Recht.ZAAK_STARTEN);
        if (gemeenten.isEmpty()) {
            throw new GeenRecht("U mag geen zaak starten.");
        }
        return gemeenten;
    }

    /** As the intake wants them: what was left empty is not sent, numbers are numbers. */
    private static Map<String, Object> waarden(Map<String, String> velden) {
        Map<String, Object> waarden = new HashMap<>();
        velden.forEach((veld, tekst) -> {
            String kaal = tekst.strip();
            if (!veld.startsWith("_") && !kaal.isEmpty()) {
                waarden.put(veld, waarde(veld, kaal));
            }
        });
        return waarden;
    }

    private static Object waarde(String veld, String tekst) {
        if (VINKJES.contains(veld)) {
            return Boolean.TRUE;
        }
        String getal = tekst.replace(',', '.');
        return veld.equals("uren") && getal.matches("\\d{1,6}(\\.\\d{1,4})?") ? (Object) new BigDecimal(getal) : tekst;
    }
}
