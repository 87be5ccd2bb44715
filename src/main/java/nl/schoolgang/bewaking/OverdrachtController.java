package nl.schoolgang.bewaking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Scherm;
import nl.schoolgang.werkvoorraad.Schermvelden;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing tasks of an officer, and who gets them. */
@Scherm
class OverdrachtController {

    private final Overdrachten overdrachten;

    OverdrachtController(Overdrachten overdrachten) {
        this.overdrachten = overdrachten;
    }

    /** @param van user name; empty or absent: what nobody has claimed */
    @GetMapping("/bewaking/overdragen")
    String kies(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "") String van, @RequestParam(defaultValue = "") String kies, Model model) {
        List<Verdeelbaar> taken = overdrachten.taken(gemeenteVan(gemeente, ik), leeg(van), ik);
        List<String> gekozen = kies.equals("alles") ? taken.stream().map(Verdeelbaar::taakId).toList() : List.of();
        return pagina(gemeente, leeg(van), taken, gekozen, Schermvelden.LEEG, ik, model);
    }

    @PostMapping("/bewaking/overdragen")
    String draagOver(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "") String van, @RequestParam(required = false) List<String> taken, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        List<String> gekozen = taken == null ? List.of() : taken;
        String waar = gemeenteVan(gemeente, ik);
        try {
            Overdrachten.Uitslag uitslag = overdrachten.draagOver(waar, leeg(van), gekozen, velden, ik);
            daarna.addFlashAttribute("uitslag", uitslag);
            daarna.addAttribute("gemeente", waar);
            daarna.addAttribute("van", van);
            return "redirect:/bewaking/overdragen";
        } catch (OngeldigeInvoer fout) {
            return opnieuw(HttpStatus.UNPROCESSABLE_ENTITY, waar, van, gekozen, new Schermvelden(velden, fout.fouten()), ik, antwoord, model);
        } catch (Conflict fout) {
            return opnieuw(HttpStatus.CONFLICT, waar, van, gekozen, new Schermvelden(velden, List.of(new Fout("taken", fout.getMessage()))), ik,
                    antwoord, model);
        }
    }

    /** With all that was chosen and typed. */
    private String opnieuw(HttpStatus status, String gemeente, String van, List<String> gekozen, Schermvelden invoer, Medewerker ik,
            HttpServletResponse antwoord, Model model) {
        antwoord.setStatus(status.value());
        return pagina(gemeente, leeg(van), overdrachten.taken(gemeente, leeg(van), ik), gekozen, invoer, ik, model);
    }

    private String pagina(String gemeente, String van, List<Verdeelbaar> taken, Collection<String> gekozen, Schermvelden invoer, Medewerker ik,
            Model model) {
        model.addAttribute("gemeente", gemeenteVan(gemeente, ik));
        model.addAttribute("van", van);
        model.addAttribute("taken", taken);
        model.addAttribute("meeste", Overdrachten.MEESTE);
        model.addAttribute("gekozen", Set.copyOf(gekozen));
        model.addAttribute("mensen", overdrachten.collegas(gemeenteVan(gemeente, ik), van));
        model.addAttribute("invoer", invoer);
        return "overdragen";
    }

    /** @throws NietGevonden for a municipality of which the employee may not divide the work */
    private static String gemeenteVan(String gemeente, Medewerker ik) {
        Set<String> mijn = ik.gemeentenMet(Recht.WERK_VERDELEN);
        if (gemeente.isEmpty() && mijn.size() == 1) {
            return mijn.iterator().next();
        }
        if (!mijn.contains(gemeente)) {
            throw new NietGevonden("Deze gemeente bestaat niet.");
        }
        return gemeente;
    }

    private static String leeg(String tekst) {
        return tekst.isBlank() || tekst.indexOf('\0') >= 0 ? null : tekst;
    }
}
