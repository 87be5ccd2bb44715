package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.leerling.School;
import nl.schoolgang.termijn.Kalenderbeheer;
import nl.schoolgang.termijn.OnbekendeTermijn;
import nl.schoolgang.termijn.Termijncatalogus;
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

/** The calendar for who keeps it: days by Royal Decree, school holidays, and rows of the catalogue that must hold for running terms too. */
@Controller
@RequestMapping("/beheer/kalender")
class KalenderbeheerController {

    private static final int WIJZIGINGEN = 20;
    private static final List<String> REGIOS = List.of("noord", "midden", "zuid", "alle");
    private static final String KLAAR = " De lopende termijnen zijn opnieuw berekend.";

    private final Kalenderbeheer beheer;
    private final Termijncatalogus catalogus;
    private final Scholen scholen;

    KalenderbeheerController(Kalenderbeheer beheer, Termijncatalogus catalogus, Scholen scholen) {
        this.beheer = beheer;
        this.catalogus = catalogus;
        this.scholen = scholen;
    }

    @GetMapping
    String toon(@ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return pagina(ik, "", Map.of(), List.of(), model);
    }

    @PostMapping("/kb-dagen")
    String kbDagErbij(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        return doe("kbdag", ik, velden, antwoord, model, daarna, "De dag staat in de kalender." + KLAAR, () -> beheer.voegKbDagToe(dag(velden, "datum"),
                velden.get("omschrijving"), velden.get("reden"), ik.gebruikersnaam()));
    }

    @PostMapping("/kb-dagen/{datum}/weg")
    String kbDagEraf(@PathVariable String datum, @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        return doe("kbdagweg", ik, velden, antwoord, model, daarna, "De dag is uit de kalender." + KLAAR,
                () -> beheer.haalKbDagWeg(dag(Map.of("datum", datum), "datum"), velden.get("reden"), ik.gebruikersnaam()));
    }

    @PostMapping("/vakanties")
    String vakantie(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        return doe("vakantie", ik, velden, antwoord, model, daarna, "De vakantie staat in de kalender." + KLAAR, () -> {
            UUID school = school(velden.get("school"));
            beheer.bewaarVakantie(velden.get("schooljaar"), velden.get("vakantie"), school == null ? velden.get("regio") : null, school,
                    dag(velden, "begin"), dag(velden, "eind"), velden.get("reden"), ik.gebruikersnaam());
        });
    }

    @PostMapping("/vakanties/{id}/weg")
    String vakantieWeg(@PathVariable long id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        return doe("vakantieweg", ik, velden, antwoord, model, daarna, "De eigen vakantie van de school is weg." + KLAAR,
                () -> beheer.haalVakantieWeg(id, velden.get("reden"), ik.gebruikersnaam()));
    }

    @PostMapping("/ook-lopende")
    String ookLopende(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        return doe("ooklopende", ik, velden, antwoord, model, daarna, "De regel geldt ook voor lopende termijnen." + KLAAR, () -> {
            try {
                beheer.ookLopende(velden.getOrDefault("code", ""), velden.getOrDefault("gemeente", ""), velden.get("reden"), ik.gebruikersnaam());
            } catch (OnbekendeTermijn e) {
                throw new OngeldigeInvoer("code", e.getMessage());
            }
        });
    }

    private String doe(String formulier, Medewerker ik, Map<String, String> velden, HttpServletResponse antwoord, Model model,
            RedirectAttributes daarna, String gelukt, Runnable werk) {
        try {
            werk.run();
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return pagina(ik, formulier, velden, fout.fouten(), model);
        } catch (Conflict fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return pagina(ik, formulier, velden, List.of(new Fout("datum", fout.getMessage())), model);
        }
        daarna.addFlashAttribute("gelukt", gelukt);
        return "redirect:/beheer/kalender";
    }

    private String pagina(Medewerker ik, String formulier, Map<String, String> velden, List<Fout> fouten, Model model) {
        model.addAttribute("kbDagen", beheer.kbDagen());
        model.addAttribute("vakanties", beheer.vakanties());
        model.addAttribute("scholen", scholen.alle());
        model.addAttribute("schoolnamen", scholen.alle().stream().filter(s -> s.naam() != null)
                .collect(Collectors.toMap(School::id, School::naam, (a, b) -> a)));
        model.addAttribute("wijzigingen", beheer.wijzigingen(WIJZIGINGEN));
        model.addAttribute("codes", catalogus.codes());
        model.addAttribute("gemeenten", ik.gemeenten());
        model.addAttribute("vakantiesoorten", Kalenderbeheer.VAKANTIES);
        model.addAttribute("regios", REGIOS);
        model.addAttribute("formulier", formulier);
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("leeg", Schermvelden.LEEG);
        return "kalender";
    }

    private static LocalDate dag(Map<String, String> velden, String veld) {
        try {
            return LocalDate.parse(velden.getOrDefault(veld, "").strip());
        } catch (DateTimeException e) {
            throw new OngeldigeInvoer(veld, "Vul een bestaande datum in.");
        }
    }

    private static UUID school(String tekst) {
        try {
            return tekst == null || tekst.isBlank() ? null : UUID.fromString(tekst.strip());
        } catch (IllegalArgumentException e) {
            throw new OngeldigeInvoer("school", "Deze school is niet bekend.");
        }
    }
}
