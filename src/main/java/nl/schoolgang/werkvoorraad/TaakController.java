package nl.schoolgang.werkvoorraad;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.werkvoorraad.Concepten.Concept;
import org.springframework.context.MessageSource;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which a task is done. */
@Controller
@RequestMapping("/taken/{id}")
class TaakController {

    private final Taken taken;
    private final Zaakinzage zaakinzage;
    private final Inzagespoor spoor;
    private final Woorden woorden;
    private final MessageSource teksten;
    private final ObjectMapper json;
    private final Brieven brieven;

    TaakController(Taken taken, Zaakinzage zaakinzage, Inzagespoor spoor, Woorden woorden, MessageSource teksten, ObjectMapper json, Brieven brieven) {
        this.taken = taken;
        this.zaakinzage = zaakinzage;
        this.spoor = spoor;
        this.woorden = woorden;
        this.teksten = teksten;
        this.json = json;
        this.brieven = brieven;
    }

    @GetMapping
    String toon(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Taak taak = taken.open(id, ik);
        Formulier formulier = taken.formulier(taak, ik);
        Map<String, Object> omgeving = taken.omgeving(taak);
        Concept concept = taken.concept(taak, ik).orElse(null);
        Map<String, List<String>> waarden = Formulierbeeld.beginwaarden(formulier, concept == null ? null : concept.velden(), omgeving);
        model.addAttribute("conceptVan", concept == null ? null : concept.bewaardOp());
        return pagina(taak, new Formulierbeeld(formulier, waarden, List.of(), omgeving), ik, model);
    }

    @PostMapping("/oppakken")
    String pakOp(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, HttpServletRequest verzoek,
            RedirectAttributes daarna) {
        taken.pakOp(id, ik);
        // The button is one of the form: it brings what was typed since the last draft.
        if (verzoek.getParameterMap().keySet().stream().anyMatch(veld -> !veld.startsWith("_"))) {
            taken.bewaarConcept(id, ik, verzoek.getParameterMap());
        }
        daarna.addFlashAttribute("gelukt", tekst("taak.opgepakt"));
        return "redirect:/taken/{id}";
    }

    @PostMapping("/vrijgeven")
    String geefVrij(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, RedirectAttributes daarna) {
        taken.geefVrij(id, ik);
        daarna.addFlashAttribute("gelukt", tekst("taak.vrijgegeven"));
        return "redirect:/taken/{id}";
    }

    @PostMapping("/afronden")
    String rondAf(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, HttpServletRequest verzoek,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Map<String, String[]> gestuurd = verzoek.getParameterMap();
        Taak taak;
        Formulierbeeld beeld;
        try {
            taak = taken.open(id, ik);
            Formulier formulier = taken.formulier(taak, ik);
            beeld = new Formulierbeeld(formulier, Formulierbeeld.zoalsGetypt(formulier, gestuurd), List.of(), taken.omgeving(taak));
        } catch (Conflict fout) {
            return botsing(null, null, gestuurd, fout, antwoord, model);
        }
        try {
            List<Taak> volgende = taken.rondAf(id, ik, Scherminvoer.waarden(beeld.formulier(), gestuurd));
            daarna.addFlashAttribute("gelukt", tekst("taak.afgerond", taak.naam()));
            daarna.addFlashAttribute("volgende", volgende.stream().filter(t -> Werkvoorraad.magZien(t, ik)).toList());
            daarna.addAttribute("zaaknummer", taak.zaaknummer());
            return "redirect:/zaken/{zaaknummer}";
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return pagina(taak, new Formulierbeeld(beeld.formulier(), beeld.waarden(), volgorde(fout, beeld.formulier()), beeld.omgeving()), ik, model);
        } catch (Conflict fout) {
            return botsing(taak, beeld, gestuurd, fout, antwoord, model);
        }
    }

    /** Without JavaScript: a button. */
    @PostMapping("/concept")
    String bewaarConcept(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, HttpServletRequest verzoek,
            RedirectAttributes daarna) {
        Instant nu = taken.bewaarConcept(id, ik, verzoek.getParameterMap());
        daarna.addFlashAttribute("gelukt", tekst("taak.concept.bewaard", woorden.tijd(nu)));
        return "redirect:/taken/{id}";
    }

    /** While typing. */
    @PostMapping(path = "/concept", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> bewaarConceptTijdensTypen(@PathVariable String id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            HttpServletRequest verzoek) {
        Instant nu = taken.bewaarConcept(id, ik, verzoek.getParameterMap());
        return Map.of("melding", tekst("taak.concept.bewaard", woorden.tijd(nu)));
    }

    /** A letter as it would go out with what is typed now; nothing is stored. What cannot be read yet is left out. */
    @PostMapping("/voorbeeld")
    ResponseEntity<byte[]> voorbeeld(@PathVariable String id, @RequestParam String voorbeeld, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            HttpServletRequest verzoek) {
        Taak taak = taken.open(id, ik);
        Formulier formulier = taken.formulier(taak, ik);
        Map<String, Object> getypt = Voorlopig.antwoorden(formulier, Scherminvoer.waarden(formulier, verzoek.getParameterMap()));
        String[] keuze = voorbeeld.split("_", 2);
        if (keuze.length != 2 || !keuze[1].matches("\\d{1,3}")) {
            throw new NietGevonden("Deze brief bestaat niet.");
        }
        byte[] pdf = brieven.voorbeeld(taak.definitie(), keuze[0], Integer.parseInt(keuze[1]), taak.zaakId(), taak.meldingId(), getypt,
                ik.gebruikersnaam());
        spoor.taak(taak, ik);
        return BrievenController.pdf(pdf, keuze[0] + ".pdf");
    }

    private String pagina(Taak taak, Formulierbeeld beeld, Medewerker ik, Model model) {
        spoor.taak(taak, ik);
        model.addAttribute("taak", taak);
        model.addAttribute("beeld", beeld);
        model.addAttribute("omgeving", json.valueToTree(beeld.omgevingVoorBrowser()).toString());
        model.addAttribute("conceptpad", UriComponentsBuilder.fromPath("/taken/{id}/concept").build(taak.id()).toString());
        model.addAttribute("zaakbeeld", zaakinzage.open(taak.zaaknummer(), ik));
        model.addAttribute("voorbeelden", brieven.voorbeelden(taak.definitie(), taak.zaakId(), taak.meldingId(),
                Voorlopig.antwoorden(beeld.formulier(), beeld.waarden())));
        boolean vanAnder = taak.behandelaar() != null && !taak.behandelaar().equals(ik.gebruikersnaam());
        model.addAttribute("vanAnder", vanAnder);
        model.addAttribute("vanMij", ik.gebruikersnaam().equals(taak.behandelaar()));
        model.addAttribute("invulbaar", !vanAnder && Werkvoorraad.magAfronden(taak, ik));
        return "taak";
    }

    /** Somebody or something else was first: show that, and keep what was typed in sight so that it can be used. */
    private String botsing(Taak taak, Formulierbeeld beeld, Map<String, String[]> gestuurd, Conflict fout, HttpServletResponse antwoord, Model model) {
        antwoord.setStatus(HttpStatus.CONFLICT.value());
        Map<String, String> getypt = new LinkedHashMap<>();
        gestuurd.forEach((veld, waarden) -> {
            String waarde = String.join(", ", waarden).strip();
            if (!veld.startsWith("_") && !waarde.isEmpty() && (beeld == null || beeld.formulier().veld(veld).isPresent())) {
                getypt.put(beeld == null ? veld : beeld.label(veld), beeld == null ? waarde : leesbaar(beeld.formulier(), veld, waarden));
            }
        });
        model.addAttribute("taak", taak);
        model.addAttribute("reden", fout.getMessage());
        model.addAttribute("getypt", getypt);
        return "taak-botsing";
    }

    private static String leesbaar(Formulier formulier, String sleutel, String[] waarden) {
        return formulier.veld(sleutel).map(veld -> veld.soort() == Veldsoort.AANKRUISVAK ? "ja"
                : String.join(", ", Arrays.stream(waarden).map(veld::optielabel).toList())).orElse(String.join(", ", waarden)).strip();
    }

    private static List<Fout> volgorde(OngeldigeInvoer fout, Formulier formulier) {
        List<String> sleutels = formulier.velden().stream().map(Veld::sleutel).toList();
        return fout.fouten().stream().sorted((a, b) -> Integer.compare(sleutels.indexOf(a.veld()), sleutels.indexOf(b.veld()))).toList();
    }

    private String tekst(String sleutel, Object... waarden) {
        return teksten.getMessage(sleutel, waarden, Locale.forLanguageTag("nl-NL"));
    }
}
