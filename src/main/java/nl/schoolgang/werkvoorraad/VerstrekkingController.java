package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerling;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What leaves a dossier: given to somebody else, or to the person concerned. */
@Controller
@RequestMapping("/leerlingen/{id}")
class VerstrekkingController {

    private final Leerlingtoegang toegang;
    private final Dossiers dossiers;
    private final Verstrekking verstrekking;
    private final Dossierexport export;
    private final Inzagespoor spoor;
    private final Clock klok;

    VerstrekkingController(Leerlingtoegang toegang, Dossiers dossiers, Verstrekking verstrekking, Dossierexport export, Inzagespoor spoor, Clock klok) {
        this.toegang = toegang;
        this.dossiers = dossiers;
        this.verstrekking = verstrekking;
        this.export = export;
        this.spoor = spoor;
        this.klok = klok;
    }

    @GetMapping("/verstrekking")
    String verstrekking(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        return verstrekkingsscherm(leerling, Schermvelden.LEEG, List.of(), ik, model);
    }

    @PostMapping("/verstrekking")
    String legVast(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            @RequestParam(name = "stukken", required = false) List<String> stukken, HttpServletResponse antwoord, Model model,
            RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        List<String> gekozen = stukken == null ? List.of() : stukken;
        try {
            verstrekking.legVast(leerling, velden, gekozen, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return verstrekkingsscherm(leerling, new Schermvelden(velden, fout.fouten()), gekozen, ik, model);
        }
        daarna.addFlashAttribute("gelukt", "De verstrekking is vastgelegd.");
        return "redirect:/leerlingen/{id}";
    }

    @GetMapping("/export")
    String exportkeuze(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        model.addAllAttributes(exportscherm(leerling, new Schermvelden(Exportkeuze.begin(dossiers.vanLeerling(id, ik)), List.of()), ik));
        return "export";
    }

    /** The ZIP itself; what is not in order comes back as the form. */
    @PostMapping("/export")
    ModelAndView exporteer(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord) throws IOException {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        Exportkeuze keuze;
        try {
            keuze = Exportkeuze.lees(velden, leerling, dossiers.vanLeerling(id, ik), LocalDate.now(klok));
        } catch (OngeldigeInvoer fout) {
            return new ModelAndView("export", exportscherm(leerling, new Schermvelden(velden, fout.fouten()), ik), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        export.legVast(leerling, keuze, ik);
        antwoord.setContentType("application/zip");
        antwoord.setHeader("Content-Disposition", "attachment; filename=\"dossier.zip\"");
        antwoord.setHeader("Cache-Control", "no-store");
        export.schrijf(leerling, keuze, antwoord.getOutputStream());
        return null;
    }

    private String verstrekkingsscherm(Leerling leerling, Schermvelden invoer, List<String> gekozen, Medewerker ik, Model model) {
        spoor.leerling(leerling, ik, "verstrekking voorbereiden");
        model.addAttribute("leerling", leerling);
        model.addAttribute("invoer", invoer);
        model.addAttribute("gekozen", gekozen);
        model.addAttribute("stukken", dossiers.vanLeerling(leerling.id(), ik).stream().filter(s -> !s.isAfgeschermd()).toList());
        model.addAttribute("ontvangers", Verstrekking.ONTVANGERS);
        model.addAttribute("grondslagen", Verstrekking.GRONDSLAGEN);
        model.addAttribute("jaNee", Gegevenswijziging.JA_NEE);
        return "verstrekking";
    }

    private Map<String, Object> exportscherm(Leerling leerling, Schermvelden invoer, Medewerker ik) {
        spoor.leerling(leerling, ik, "export voorbereiden");
        List<Dossierstuk> stukken = dossiers.vanLeerling(leerling.id(), ik);
        return Map.of("leerling", leerling, "invoer", invoer, "stukken", stukken.stream().filter(s -> !s.isAfgeschermd()).toList(),
                "afgeschermd", stukken.stream().filter(Dossierstuk::isAfgeschermd).count(), "ontvangers", Exportkeuze.ONTVANGERS,
                "redenen", Exportkeuze.REDENEN);
    }
}
