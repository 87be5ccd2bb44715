package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.dossier.Gegevenshistorie;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Aanvullingen;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
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

/** Pupils: searching (by POST, so that no name stands in an address), the dossier, and their parents. */
@Controller
@RequestMapping("/leerlingen")
class LeerlingController {

    private static final int LANGSTE_ZOEKTEKST = 100;

    private final Leerlingen leerlingen;
    private final Leerlingtoegang toegang;
    private final Aanvullingen aanvullingen;
    private final Zaakzicht zicht;
    private final Dossierbeeld dossierbeeld;
    private final Gegevenshistorie historie;
    private final Ouderwijziging ouderwijziging;
    private final Inzagespoor spoor;
    private final Afscherming afscherming;

    LeerlingController(Leerlingen leerlingen, Leerlingtoegang toegang, Aanvullingen aanvullingen, Zaakzicht zicht, Dossierbeeld dossierbeeld,
            Gegevenshistorie historie, Ouderwijziging ouderwijziging, Inzagespoor spoor,
            Afscherming afscherming) {
        this.leerlingen = leerlingen;
        this.toegang = toegang;
        this.aanvullingen = aanvullingen;
        this.zicht = zicht;
        this.dossierbeeld = dossierbeeld;
        this.historie = historie;
        this.ouderwijziging = ouderwijziging;
        this.spoor = spoor;
        this.afscherming = afscherming;
    }

    @GetMapping
    String zoekscherm(@ModelAttribute(name = "ik", binding = false) Medewerker ik) {
        Leerlingtoegang.moet(ik);
        return "leerlingen";
    }

    @PostMapping
    String zoek(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam(defaultValue = "") String zoek, Model model) {
        Leerlingtoegang.moet(ik);
        String tekst = zoek.replace("\0", "").strip();
        model.addAttribute("zoek", tekst);
        if (tekst.length() < 2 || tekst.length() > LANGSTE_ZOEKTEKST) {
            model.addAttribute("zoekfout", tekst.length() < 2 ? "Typ ten minste 2 tekens." : "Typ hoogstens 100 tekens.");
        } else {
            spoor.gezocht(ik);
            List<Leerling> gevonden = leerlingen.zoek(ik.gemeentenMet(Recht.LEERLING_ZIEN), tekst);
            model.addAttribute("gevonden", gevonden);
            model.addAttribute("geheim", afscherming.geheim(gevonden));
        }
        return "leerlingen";
    }

    @GetMapping("/{id}")
    String toon(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.zichtbaar(id, ik);
        if (!leerling.id().equals(id)) {
            // An old link: the pupil was merged into this one.
            return "redirect:/leerlingen/" + leerling.id();
        }
        spoor.leerling(leerling, ik, "dossier bekijken");
        model.addAttribute("leerling", afscherming.leerling(leerling, ik));
        model.addAttribute("perEmail", leerlingen.wilElektronisch(id));
        model.addAttribute("adresGeheim", afscherming.geheim(leerling));
        model.addAttribute("ouders", afscherming.ouders(id, ik));
        model.addAttribute("inschrijvingen", leerlingen.inschrijvingen(id));
        model.addAttribute("zaken", zicht.vanLeerling(id, ik));
        model.addAttribute("aanvulling", aanvullingen.vanLeerling(id));
        model.addAttribute("ouderaanvullingen", aanvullingen.vanOuders(id));
        model.addAttribute("dossier", dossierbeeld.van(id, ik));
        model.addAttribute("historie", historie.vanLeerling(id));
        model.addAttribute("magWijzigen", ik.mag(Recht.LEERLING_WIJZIGEN, leerling.gemeente()));
        return "leerling";
    }

    @GetMapping("/{id}/ouders/nieuw")
    String nieuweOuder(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return ouderscherm(toegang.wijzigbaar(id, ik), null, Map.of("gezag", "true"), List.of(), model);
    }

    @PostMapping("/{id}/ouders/nieuw")
    String voegOuderToe(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        try {
            ouderwijziging.voegToe(leerling, velden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return ouderscherm(leerling, null, velden, fout.fouten(), model);
        }
        daarna.addFlashAttribute("gelukt", "De ouder is toegevoegd.");
        return "redirect:/leerlingen/{id}";
    }

    @GetMapping("/{id}/ouders/{ouderId}")
    String ouder(@PathVariable UUID id, @PathVariable UUID ouderId, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        Ouder ouder = ouderVan(id, ouderId);
        spoor.leerling(leerling, ik, "gegevens van een ouder bekijken");
        return ouderscherm(leerling, ouder, ouderwijziging.velden(leerling, ouder), List.of(), model);
    }

    @PostMapping("/{id}/ouders/{ouderId}")
    String wijzigOuder(@PathVariable UUID id, @PathVariable UUID ouderId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        Ouder was = ouderVan(id, ouderId);
        try {
            ouderwijziging.bewaar(leerling, was, velden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return ouderscherm(leerling, was, velden, fout.fouten(), model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            Ouder nu = ouderVan(id, ouderId);
            return botsing(leerling, nu, ouderwijziging.velden(leerling, nu), velden, fout, model);
        }
        daarna.addFlashAttribute("gelukt", "De gegevens van de ouder zijn gewijzigd.");
        return "redirect:/leerlingen/{id}";
    }

    /** What was typed stays; beside it stands what the other saved. Saving once more is saving over that, knowingly. */
    private static String botsing(Leerling leerling, Ouder nu, Map<String, String> bewaard, Map<String, String> velden, Conflict fout,
            Model model) {
        Map<String, String> anders = new LinkedHashMap<>();
        Set<String> namen = new LinkedHashSet<>(bewaard.keySet());
        velden.keySet().stream().filter(v -> !v.startsWith("_")).forEach(namen::add);
        namen.removeAll(List.of("versie", "reden"));
        namen.stream().filter(v -> !bewaard.getOrDefault(v, "").equals(velden.getOrDefault(v, "").strip()))
                .forEach(v -> anders.put(v, bewaard.getOrDefault(v, "")));
        Map<String, String> getypt = new HashMap<>(velden);
        getypt.put("versie", bewaard.get("versie"));
        model.addAttribute("botsing", fout.getMessage());
        model.addAttribute("anders", anders);
        return ouderscherm(leerling, nu, getypt, List.of(), model);
    }

    private static String ouderscherm(Leerling leerling, Ouder ouder, Map<String, String> velden, List<Fout> fouten, Model model) {
        model.addAttribute("leerling", leerling);
        model.addAttribute("ouder", ouder);
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("relaties", Ouderinvoer.RELATIES);
        model.addAttribute("geslachten", Gegevenswijziging.GESLACHTEN);
        return "ouder";
    }

    private Ouder ouderVan(UUID leerlingId, UUID ouderId) {
        return leerlingen.ouders(leerlingId).stream().filter(o -> o.id().equals(ouderId)).findFirst()
                .orElseThrow(() -> new NietGevonden("Deze ouder staat niet bij deze leerling."));
    }
}
