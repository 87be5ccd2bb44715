package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Aanname;
import nl.schoolgang.melding.Intake;
import nl.schoolgang.zaak.Zaken;
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

    /** As they stand on the screen. */
    private static final List<String> VOLGORDE = List.of("leerling.voornamen", "leerling.achternaam", "leerling.geboortedatum", "leerling.bsn",
            "leerling.onderwijsnummer", "leerling.geslacht", "soort", "begindatum", "einddatum", "uren", "reden", "toelichting", "gemeente",
            "bron", "meldingsnummer", "ontvangen", "melder.naam", "melder.functie", "melder.telefoon", "melder.email", "school.brin",
            "school.vestiging", "school.naam", "school.soort", "actieSchool");
    private static final String SCHOOL = "_school";

    private final Intake intake;
    private final Scholen scholen;
    private final Zaken zaken;
    private final Zaakzicht zicht;

    NieuwController(Intake intake, Scholen scholen, Zaken zaken, Zaakzicht zicht) {
        this.intake = intake;
        this.scholen = scholen;
        this.zaken = zaken;
        this.zicht = zicht;
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
            if (zaken.metNummer(aanname.zaaknummer()).filter(z -> zicht.magZien(z, ik)).isEmpty()) {
                // Who may deliver may not always read.
                return "redirect:/";
            }
            daarna.addAttribute("zaaknummer", aanname.zaaknummer());
            return "redirect:/zaken/{zaaknummer}";
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return scherm(gemeenten, velden, fout.fouten(), model);
        }
    }

    private String scherm(Set<String> gemeenten, Map<String, String> velden, List<Fout> fouten, Model model) {
        model.addAttribute("gemeenten", gemeenten);
        model.addAttribute("invoer", new Schermvelden(velden, fouten.stream().sorted(Comparator.comparingInt(NieuwController::plaats)).toList()));
        model.addAttribute("scholen", scholen.alle());
        model.addAllAttributes(KEUZES);
        return "nieuw";
    }

    private static int plaats(Fout fout) {
        int plaats = VOLGORDE.indexOf(fout.veld());
        return plaats < 0 ? VOLGORDE.size() : plaats;
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
        String[] gekozen = velden.getOrDefault(SCHOOL, "").split(" ", 2);
        if (gekozen.length == 2) {
            waarden.keySet().removeIf(veld -> veld.startsWith("school."));
            waarden.put("school.brin", gekozen[0]);
            waarden.put("school.vestiging", gekozen[1]);
        }
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
