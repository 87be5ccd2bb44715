package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiergrond;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Hoofdstuk;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Filling and correcting a dossier by hand: data of the pupil, the ground, pieces, enrolments. */
@Controller
@RequestMapping("/leerlingen/{id}")
class DossierController {

    private static final String TERUG = "redirect:/leerlingen/{id}";

    private final Leerlingtoegang toegang;
    private final Gegevenswijziging gegevenswijziging;
    private final Inschrijvingwijziging inschrijvingwijziging;
    private final Dossierwerk werk;
    private final Dossiers dossiers;
    private final Inzagespoor spoor;
    private final Woorden woorden;
    private final Afscherming afscherming;

    DossierController(Leerlingtoegang toegang, Gegevenswijziging gegevenswijziging, Inschrijvingwijziging inschrijvingwijziging,
            Dossierwerk werk, Dossiers dossiers, Inzagespoor spoor, Woorden woorden,
            Afscherming afscherming) {
        this.toegang = toegang;
        this.gegevenswijziging = gegevenswijziging;
        this.inschrijvingwijziging = inschrijvingwijziging;
        this.werk = werk;
        this.dossiers = dossiers;
        this.spoor = spoor;
        this.woorden = woorden;
        this.afscherming = afscherming;
    }

    @GetMapping("/gegevens")
    String gegevens(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        spoor.leerling(leerling, ik, "gegevens van een leerling bekijken");
        return scherm("gegevens", leerling, new Schermvelden(gegevenswijziging.velden(leerling), List.of()), model);
    }

    @PostMapping("/gegevens")
    String wijzigGegevens(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        return probeer(() -> gegevenswijziging.bewaar(leerling, velden, ik), velden, "De gegevens zijn gewijzigd.", "gegevens", leerling, antwoord,
                model, daarna);
    }

    @GetMapping("/grond")
    String grond(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return scherm("grond", toegang.wijzigbaar(id, ik), Schermvelden.LEEG, model);
    }

    @PostMapping("/grond")
    String legGrondVast(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        return probeer(() -> werk.legGrondVast(leerling, velden, ik), velden, "De grond van het dossier is vastgelegd.", "grond", leerling,
                antwoord, model, daarna);
    }

    @GetMapping("/stukken/nieuw")
    String nieuwStuk(@PathVariable UUID id, @RequestParam(defaultValue = "") String hoofdstuk,
            @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return scherm("stuk", toegang.wijzigbaar(id, ik), new Schermvelden(Map.of("hoofdstuk", hoofdstuk), List.of()), model);
    }

    @PostMapping("/stukken/nieuw")
    String voegStukToe(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        return probeer(() -> werk.voegToe(leerling, velden, ik), velden, "Het stuk staat in het dossier.", "stuk", leerling, antwoord, model, daarna);
    }

    @GetMapping("/stukken/{stukId}")
    String stuk(@PathVariable UUID id, @PathVariable UUID stukId, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        Dossierstuk stuk = stuk(id, stukId, ik);
        spoor.leerling(leerling, ik, "eerdere versies van een stuk bekijken");
        Map<String, String> velden = new HashMap<>(Map.of("titel", stuk.titel(), "versie", Integer.toString(dossiers.versies(stuk, ik).size())));
        Dossierwerk.delen(stuk, woorden).forEach(d -> velden.put(d.naam(), d.tekst()));
        return correctie(leerling, stuk, new Schermvelden(velden, List.of()), ik, model);
    }

    @PostMapping("/stukken/{stukId}")
    String corrigeer(@PathVariable UUID id, @PathVariable UUID stukId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        Dossierstuk stuk = stuk(id, stukId, ik);
        correctie(leerling, stuk, Schermvelden.LEEG, ik, model);
        return probeer(() -> werk.corrigeer(stuk, Dossierwerk.delen(stuk, woorden), velden, ik), velden,
                "Het stuk is verbeterd. Hoe het was, staat bij de eerdere versies.", "correctie", leerling, antwoord, model, daarna);
    }

    @GetMapping("/inschrijvingen/{inschrijvingId}")
    String inschrijving(@PathVariable UUID id, @PathVariable UUID inschrijvingId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            Model model) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        return scherm("inschrijving", leerling, new Schermvelden(inschrijvingwijziging.velden(id, inschrijvingId), List.of()), model);
    }

    @PostMapping("/inschrijvingen/{inschrijvingId}")
    String wijzigInschrijving(@PathVariable UUID id, @PathVariable UUID inschrijvingId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Leerling leerling = toegang.wijzigbaar(id, ik);
        Map<String, String> getypt = new HashMap<>(velden);
        getypt.put("school.naam", inschrijvingwijziging.velden(id, inschrijvingId).get("school.naam"));
        return probeer(() -> inschrijvingwijziging.bewaar(leerling, inschrijvingId, velden, ik), getypt, "De inschrijving is gewijzigd.",
                "inschrijving", leerling, antwoord, model, daarna);
    }

    private String probeer(Runnable werk, Map<String, String> velden, String gelukt, String sjabloon, Leerling leerling, HttpServletResponse antwoord,
            Model model, RedirectAttributes daarna) {
        try {
            werk.run();
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return scherm(sjabloon, leerling, new Schermvelden(velden, fout.fouten()), model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("botsing", fout.getMessage());
            return scherm(sjabloon, leerling, new Schermvelden(velden, List.of()), model);
        }
        daarna.addFlashAttribute("gelukt", gelukt);
        return TERUG;
    }

    private String scherm(String sjabloon, Leerling leerling, Schermvelden invoer, Model model) {
        model.addAttribute("leerling", leerling);
        model.addAttribute("adresGeheim", afscherming.geheim(leerling));
        model.addAttribute("invoer", invoer);
        model.addAttribute("geslachten", Gegevenswijziging.GESLACHTEN);
        model.addAttribute("jaNee", Gegevenswijziging.JA_NEE);
        model.addAttribute("gronden", Arrays.stream(Dossiergrond.values()).map(Dossiergrond::code).toList());
        model.addAttribute("hoofdstukken", Hoofdstuk.metDeHand().stream().map(Hoofdstuk::code).toList());
        return sjabloon;
    }

    private String correctie(Leerling leerling, Dossierstuk stuk, Schermvelden invoer, Medewerker ik, Model model) {
        model.addAttribute("stuk", stuk);
        model.addAttribute("delen", Dossierwerk.delen(stuk, woorden));
        model.addAttribute("versies", dossiers.versies(stuk, ik));
        return scherm("correctie", leerling, invoer, model);
    }

    /** What is shielded cannot be opened: to this employee it says nothing; nor what cannot be corrected. */
    private Dossierstuk stuk(UUID leerlingId, UUID stukId, Medewerker ik) {
        return dossiers.vanLeerling(leerlingId, ik).stream().filter(s -> s.id().equals(stukId) && !s.isAfgeschermd())
                .filter(Dossierwerk::isVerbeterbaar).findFirst()
                .orElseThrow(() -> new NietGevonden("Dit stuk kan in dit dossier niet worden verbeterd."));
    }
}
