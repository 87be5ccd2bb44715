package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.schoolgang.engine.BeperkteProcedures;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.melding.Gebeurteniscontrole;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.zaak.Zaak;
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

/** A case: everything that happened and that still has to happen. */
@Controller
@RequestMapping("/zaken/{zaaknummer}")
class ZaakController {

    private static final String VOORVOEGSEL = "gebeurtenis.";

    private final Zaakinzage zaakinzage;
    private final Contactmomenten contactmomenten;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Inzagespoor spoor;
    private final Clock klok;
    private final Verslagverzoek verslagverzoek;

    ZaakController(Zaakinzage zaakinzage, Contactmomenten contactmomenten, Zaakgebeurtenissen gebeurtenissen, Inzagespoor spoor, Clock klok,
            Verslagverzoek verslagverzoek) {
        this.verslagverzoek = verslagverzoek;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
        this.zaakinzage = zaakinzage;
        this.contactmomenten = contactmomenten;
        this.spoor = spoor;
    }

    @GetMapping
    String toon(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return pagina(zaaknummer, ik, Schermvelden.LEEG, Schermvelden.LEEG, model);
    }

    @PostMapping("/contactmoment")
    String contactmoment(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Zaak zaak = zaakinzage.zichtbaar(zaaknummer, ik);
        if (!ik.mag(Recht.LEERLING_WIJZIGEN, zaak.gemeente())) {
            throw new GeenRecht("U mag in deze zaak geen contactmoment vastleggen.");
        }
        try {
            contactmomenten.legVast(zaak, velden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return pagina(zaaknummer, ik, new Schermvelden(velden, fout.fouten()), Schermvelden.LEEG, model);
        }
        daarna.addFlashAttribute("gelukt", "Het contactmoment is vastgelegd.");
        return "redirect:/zaken/{zaaknummer}";
    }

    @PostMapping("/gebeurtenis")
    String gebeurtenis(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Zaak zaak = zaakinzage.zichtbaar(zaaknummer, ik);
        try {
            gebeurtenissen.legVast(zaak, Gebeurteniscontrole.lees(zonderVoorvoegsel(velden), LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM))),
                    klok.instant(), ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            List<Fout> fouten = fout.fouten().stream().map(f -> new Fout(VOORVOEGSEL + f.veld(), f.reden())).toList();
            return pagina(zaaknummer, ik, Schermvelden.LEEG, new Schermvelden(velden, fouten), model);
        }
        daarna.addFlashAttribute("gelukt", "De gebeurtenis is vastgelegd.");
        return "redirect:/zaken/{zaaknummer}";
    }

    @PostMapping("/verslag")
    String verslag(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik, RedirectAttributes daarna) {
        Zaak zaak = zaakinzage.zichtbaar(zaaknummer, ik);
        if (!ik.mag(Recht.LEERLING_WIJZIGEN, zaak.gemeente())) {
            throw new GeenRecht("U mag in deze zaak geen verzoek om het verslag vastleggen.");
        }
        verslagverzoek.vraag(zaak, ik);
        daarna.addFlashAttribute("gelukt", "Het verzoek is vastgelegd. De taak om het verslag te verstrekken staat klaar.");
        return "redirect:/zaken/{zaaknummer}";
    }

    /** Fields of this form have names of their own on the page, since others on it are called alike. */
    private static Map<String, String> zonderVoorvoegsel(Map<String, String> velden) {
        return velden.entrySet().stream().filter(e -> e.getKey().startsWith(VOORVOEGSEL))
                .collect(Collectors.toMap(e -> e.getKey().substring(VOORVOEGSEL.length()), Map.Entry::getValue));
    }

    private String pagina(String zaaknummer, Medewerker ik, Schermvelden contact, Schermvelden gebeurtenis, Model model) {
        Zaakbeeld beeld = zaakinzage.open(zaaknummer, ik);
        spoor.zaak(beeld.zaak(), ik);
        model.addAttribute("zaakbeeld", beeld);
        model.addAttribute("invoer", contact);
        model.addAttribute("gebeurtenisinvoer", gebeurtenis);
        model.addAttribute("gebeurtenissoorten", ik.mag(Recht.MELDING_AANLEVEREN, beeld.zaak().gemeente())
                ? Gebeurteniscontrole.SOORTEN.stream().filter(s -> gebeurtenissen.kan(beeld.zaak(), s)).toList() : List.of());
        model.addAttribute("contactMet", Contactmomenten.MET);
        model.addAttribute("contactWijzen", Contactmomenten.WIJZEN);
        model.addAttribute("magVastleggen", ik.mag(Recht.LEERLING_WIJZIGEN, beeld.zaak().gemeente()));
        model.addAttribute("magVerslag", ik.mag(Recht.LEERLING_WIJZIGEN, beeld.zaak().gemeente()) && verslagverzoek.kan(beeld.zaak()));
        model.addAttribute("magBrieven", ik.mag(Recht.BRIEVEN_VERZENDEN, beeld.zaak().gemeente()));
        model.addAttribute("magLeerling", ik.mag(Recht.LEERLING_ZIEN, beeld.zaak().gemeente()));
        model.addAttribute("cockpit", cockpit(beeld.zaak(), ik));
        return "zaak";
    }

    /** Where Cockpit shows the case: its terms while it runs, the way it went afterwards; null when it shows nothing of it. */
    private static String cockpit(Zaak zaak, Medewerker ik) {
        if (!ik.mag(Recht.COCKPIT, zaak.gemeente()) || zaak.procesInstantieId() == null || BeperkteProcedures.isBeperkt(zaak.procedure())) {
            return null;
        }
        return zaak.geslotenOp() == null ? "#/process-instance/" + zaak.procesInstantieId() + "/runtime?tab=termijnen"
                : "#/historie?instantie=" + zaak.procesInstantieId();
    }
}
