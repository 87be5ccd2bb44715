package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Retourreden;
import nl.schoolgang.dossier.Document;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of letters: print, record as dispatched, record as returned. */
@Controller
@RequestMapping("/brieven")
class BrievenController {

    private static final String ALLE = "alle";
    private static final List<Integer> DAGEN = List.of(1, 3, 7, 14);

    private final Brieftoegang brieven;
    private final Clock klok;

    BrievenController(Brieftoegang brieven, Clock klok) {
        this.brieven = brieven;
        this.klok = klok;
    }

    @GetMapping
    String wachtrij(@RequestParam(defaultValue = "klaar") String status, @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "0") String dagen, @RequestParam(defaultValue = "1") String blad,
            @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return pagina(new Keuze(status, gemeente, dagen, blad), List.of(), null, ik, model);
    }

    /** What comes back is a file; the letters in it carry the day on which they will be dispatched. */
    @PostMapping("/afdruk")
    ResponseEntity<byte[]> afdruk(@RequestParam(required = false) List<String> brief, @RequestParam(defaultValue = "") String datum,
            @ModelAttribute(name = "ik", binding = false) Medewerker ik) {
        return pdf(brieven.afdruk(brief == null ? List.of() : brief, datum, ik), "brieven.pdf");
    }

    @PostMapping("/verzonden")
    String verzonden(@RequestParam(required = false) List<String> brief, @RequestParam(defaultValue = "") String datum,
            @RequestParam(defaultValue = "klaar") String status, @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "0") String dagen, @RequestParam(defaultValue = "1") String blad,
            @ModelAttribute(name = "ik", binding = false) Medewerker ik, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Keuze keuze = new Keuze(status, gemeente, dagen, blad);
        List<String> gekozen = brief == null ? List.of() : brief;
        try {
            brieven.verzonden(gekozen, datum, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("gekozen", gekozen);
            return pagina(keuze, fout.fouten(), datum, ik, model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("gekozen", gekozen);
            return pagina(keuze, List.of(new Fout("brief", fout.getMessage())), datum, ik, model);
        }
        daarna.addFlashAttribute("gelukt", gekozen.size() == 1 ? "De brief staat als verzonden geregistreerd."
                : gekozen.size() + " brieven staan als verzonden geregistreerd.");
        return "redirect:/brieven";
    }

    @GetMapping("/{id}")
    String toon(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return brief(id, List.of(), ik, model);
    }

    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> lees(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik) {
        Document pdf = brieven.pdf(id, ik);
        return pdf(pdf.inhoud(), pdf.naam());
    }

    @GetMapping("/{id}/versies/{versie}/pdf")
    ResponseEntity<byte[]> leesVersie(@PathVariable String id, @PathVariable int versie, @ModelAttribute(name = "ik", binding = false) Medewerker ik) {
        Document pdf = brieven.pdf(id, versie, ik);
        return pdf(pdf.inhoud(), pdf.naam());
    }

    @PostMapping("/{id}/retour")
    String retour(@PathVariable String id, @RequestParam(defaultValue = "") String reden,
            @ModelAttribute(name = "ik", binding = false) Medewerker ik, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        try {
            brieven.retour(id, reden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return brief(id, fout.fouten(), ik, model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return brief(id, List.of(new Fout("reden", fout.getMessage())), ik, model);
        }
        daarna.addFlashAttribute("gelukt", "De brief staat als retour geregistreerd. Er is een taak om het adres te zoeken.");
        return "redirect:/brieven/{id}";
    }

    @PostMapping("/{id}/opnieuw")
    String opnieuw(@PathVariable String id, @RequestParam(defaultValue = "") String adres, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        try {
            daarna.addAttribute("nieuw", brieven.opnieuw(id, adres, ik).toString());
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("adres", adres);
            return brief(id, fout.fouten(), ik, model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return brief(id, List.of(new Fout("adres", fout.getMessage())), ik, model);
        }
        daarna.addFlashAttribute("gelukt", "De brief is gemaakt en kan worden verzonden.");
        return "redirect:/brieven/{nieuw}";
    }

    @PostMapping("/{id}/vervallen")
    String laatVervallen(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, RedirectAttributes daarna) {
        brieven.laatVervallen(id, ik);
        daarna.addFlashAttribute("gelukt", "De brief gaat niet uit.");
        return "redirect:/brieven/{id}";
    }

    private String brief(String id, List<Fout> fouten, Medewerker ik, Model model) {
        Brieftoegang.Briefregel regel = brieven.bekijk(id, ik);
        model.addAttribute("regel", regel);
        model.addAttribute("versies", brieven.versies(regel.brief()));
        model.addAttribute("fouten", fouten);
        model.addAttribute("redenen", Retourreden.values());
        model.addAttribute("vandaag", LocalDate.now(klok));
        return "brief";
    }

    /** What is shown of the queue, as it was asked for. */
    private record Keuze(String status, String gemeente, String dagen, String blad) {

        static int getal(String tekst, int anders) {
            return tekst.matches("\\d{1,5}") ? Integer.parseInt(tekst) : anders;
        }
    }

    private String pagina(Keuze keuze, List<Fout> fouten, String datum, Medewerker ik, Model model) {
        Set<Briefstatus> statussen = Briefstatus.metCode(keuze.status()).map(Set::of).orElse(Set.of());
        int dagenOud = Keuze.getal(keuze.dagen(), 0);
        model.addAttribute("wachtrij", brieven.wachtrij(statussen, keuze.gemeente().isBlank() ? null : keuze.gemeente(), dagenOud,
                Keuze.getal(keuze.blad(), 1), ik));
        model.addAttribute("status", statussen.isEmpty() ? ALLE : keuze.status());
        model.addAttribute("gemeente", keuze.gemeente());
        model.addAttribute("dagen", dagenOud);
        model.addAttribute("dagenkeuze", DAGEN);
        model.addAttribute("statussen", Briefstatus.values());
        model.addAttribute("gemeenten", ik.gemeentenMet(Recht.BRIEVEN_VERZENDEN));
        model.addAttribute("fouten", fouten);
        model.addAttribute("datum", datum == null ? LocalDate.now(klok).toString() : datum);
        if (!model.containsAttribute("gekozen")) {
            model.addAttribute("gekozen", List.of());
        }
        return "brieven";
    }

    static ResponseEntity<byte[]> pdf(byte[] inhoud, String naam) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(naam, StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").body(inhoud);
    }
}
