package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.bericht.Berichtbeheer;
import nl.schoolgang.bericht.Berichtstatus;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.bericht.Wachtrijregel;
import nl.schoolgang.bericht.Wachtrijvraag;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of messages, for who keeps it going: what waits and why, without what it says. */
@Controller
class BerichtbeheerController {

    static final int PER_BLADZIJDE = 50;
    private static final String OPEN = "openstaand";
    private static final String ALLE = "alle";

    private final Berichtbeheer beheer;

    BerichtbeheerController(Berichtbeheer beheer) {
        this.beheer = beheer;
    }

    @GetMapping("/beheer")
    String begin() {
        return "beheer";
    }

    @GetMapping("/beheer/berichten")
    String lijst(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> filter, Model model) {
        Set<String> mijn = ik.gemeentenMet(Recht.BERICHTEN_BEHEREN);
        Wachtrijvraag vraag = vraag(filter, mijn);
        List<Wachtrijregel> gevonden = beheer.zoek(vraag, ik, PER_BLADZIJDE + 1);
        boolean meer = gevonden.size() > PER_BLADZIJDE;
        List<Wachtrijregel> berichten = meer ? gevonden.subList(0, PER_BLADZIJDE) : gevonden;
        model.addAttribute("berichten", berichten);
        model.addAttribute("verder", meer ? berichten.get(PER_BLADZIJDE - 1).id() : null);
        model.addAttribute("status", filter.getOrDefault("status", OPEN));
        model.addAttribute("statussen", List.of(Berichtstatus.values()).stream().map(Berichtstatus::code).toList());
        model.addAttribute("ontvanger", vraag.ontvanger() == null ? "" : vraag.ontvanger().code());
        model.addAttribute("ontvangers", List.of(Ontvangersoort.values()).stream().map(Ontvangersoort::code).toList());
        model.addAttribute("gemeenten", mijn);
        model.addAttribute("gemeente", vraag.gemeenten().size() == 1 ? vraag.gemeenten().iterator().next() : "");
        model.addAttribute("tot", vraag.tot());
        model.addAttribute("gefilterd", !filter.isEmpty());
        return "berichten";
    }

    @PostMapping("/beheer/berichten/opnieuw")
    String allesOpnieuw(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> filter,
            RedirectAttributes daarna) {
        int aantal = beheer.allesOpnieuw(vraag(filter, ik.gemeentenMet(Recht.BERICHTEN_BEHEREN)), ik);
        daarna.addFlashAttribute("gelukt", aantal == 1 ? "1 bericht staat weer klaar." : aantal + " berichten staan weer klaar.");
        return "redirect:/beheer/berichten";
    }

    @GetMapping("/beheer/berichten/{id}")
    String toon(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return pagina(id, ik, Map.of(), List.of(), model);
    }

    @PostMapping("/beheer/berichten/{id}/opnieuw")
    String opnieuw(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, RedirectAttributes daarna) {
        beheer.opnieuw(id, ik);
        daarna.addFlashAttribute("gelukt", "Het bericht staat weer klaar.");
        return "redirect:/beheer/berichten/{id}";
    }

    @PostMapping("/beheer/berichten/{id}/adres")
    String adres(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        try {
            beheer.wijzigAdres(id, velden.get("adres"), ik);
        } catch (OngeldigeInvoer fout) {
            return fout(id, ik, velden, fout, antwoord, model);
        }
        daarna.addFlashAttribute("gelukt", "Het adres is gewijzigd. Het bericht staat klaar.");
        return "redirect:/beheer/berichten/{id}";
    }

    @PostMapping("/beheer/berichten/{id}/laten-vervallen")
    String laatVervallen(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        try {
            beheer.laatVervallen(id, velden.get("reden"), ik);
        } catch (OngeldigeInvoer fout) {
            return fout(id, ik, velden, fout, antwoord, model);
        }
        daarna.addFlashAttribute("gelukt", "Het bericht wordt niet verzonden. Dat staat nu op de tijdlijn van de zaak, en de reden in het dossier.");
        return "redirect:/beheer/berichten/{id}";
    }

    private String fout(UUID id, Medewerker ik, Map<String, String> velden, OngeldigeInvoer fout, HttpServletResponse antwoord, Model model) {
        antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return pagina(id, ik, velden, fout.fouten(), model);
    }

    private String pagina(UUID id, Medewerker ik, Map<String, String> velden, List<Fout> fouten, Model model) {
        model.addAttribute("bericht", beheer.metId(id, ik));
        model.addAttribute("pogingen", beheer.geschiedenis(id, ik));
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        return "bericht";
    }

    /** A filter that does not exist filters nothing; one may have bookmarked it. */
    private static Wachtrijvraag vraag(Map<String, String> filter, Set<String> mijn) {
        String status = filter.getOrDefault("status", OPEN);
        List<Berichtstatus> statussen = status.equals(ALLE) ? List.of()
                : Berichtstatus.metCode(status).map(List::of).orElse(Wachtrijvraag.OPENSTAAND);
        String gemeente = filter.getOrDefault("gemeente", "");
        return new Wachtrijvraag(mijn.contains(gemeente) ? Set.of(gemeente) : mijn, statussen,
                Ontvangersoort.metCode(filter.getOrDefault("ontvanger", "")).orElse(null), dag(filter.get("tot")), na(filter.get("na")));
    }

    private static LocalDate dag(String tekst) {
        try {
            LocalDate dag = tekst == null || tekst.isBlank() ? null : LocalDate.parse(tekst.strip());
            return dag == null || dag.getYear() < 2000 || dag.getYear() > 2100 ? null : dag;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static UUID na(String tekst) {
        try {
            return tekst == null ? null : UUID.fromString(tekst);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
