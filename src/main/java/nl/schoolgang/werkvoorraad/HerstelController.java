package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.herstel.Heropening;
import nl.schoolgang.herstel.Intrekkingherstel;
import nl.schoolgang.herstel.Meldingverplaatsing;
import nl.schoolgang.herstel.Samenvoeging;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Zaak;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting right what went wrong: merging a pupil recorded twice, moving a melding, opening a closed case again. */
@Controller
class HerstelController {

    private static final int LANGSTE_ZOEKTEKST = 100;
    private static final String TEGELIJK = "Iemand anders wijzigde dit op hetzelfde moment. Probeer het opnieuw.";

    private final Leerlingen leerlingen;
    private final Meldingen meldingen;
    private final Hersteltoegang toegang;
    private final Samenvoeging samenvoeging;
    private final Meldingverplaatsing verplaatsing;
    private final Heropening heropening;
    private final Intrekkingherstel intrekkingherstel;
    private final Inzagespoor spoor;
    private final Afscherming afscherming;

    HerstelController(Leerlingen leerlingen, Meldingen meldingen, Hersteltoegang toegang, Samenvoeging samenvoeging, Meldingverplaatsing verplaatsing,
            Heropening heropening, Intrekkingherstel intrekkingherstel, Inzagespoor spoor, Afscherming afscherming) {
        this.leerlingen = leerlingen;
        this.meldingen = meldingen;
        this.toegang = toegang;
        this.samenvoeging = samenvoeging;
        this.verplaatsing = verplaatsing;
        this.heropening = heropening;
        this.intrekkingherstel = intrekkingherstel;
        this.spoor = spoor;
        this.afscherming = afscherming;
    }

    @GetMapping("/leerlingen/{id}/samenvoegen")
    String dubbel(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Leerling leerling = toegang.leerling(id, ik);
        model.addAttribute("leerling", leerling);
        model.addAttribute("mogelijk", samenvoeging.mogelijkDezelfde(leerling.id()));
        return "samenvoegen-zoeken";
    }

    @PostMapping("/leerlingen/{id}/samenvoegen")
    String zoekDubbel(@PathVariable UUID id, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam(defaultValue = "") String zoek, Model model) {
        Leerling leerling = toegang.leerling(id, ik);
        model.addAttribute("leerling", leerling);
        zoek(zoek, leerling, ik, model);
        return "samenvoegen-zoeken";
    }

    @GetMapping("/leerlingen/{id}/samenvoegen/{ander}")
    String vergelijk(@PathVariable UUID id, @PathVariable UUID ander, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return vergelijking(id, ander, ik, Map.of(), List.of(), null, model);
    }

    @PostMapping("/leerlingen/{id}/samenvoegen/{ander}")
    String voegSamen(@PathVariable UUID id, @PathVariable UUID ander, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        UUID blijft = toegang.leerling(id, ik).id();
        UUID verdwijnt = toegang.leerling(ander, ik).id();
        try {
            samenvoeging.voegSamen(blijft, verdwijnt, velden, velden.get("kenmerk"), ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return vergelijking(id, ander, ik, velden, fout.fouten(), null, model);
        } catch (Conflict | ConcurrencyFailureException fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return vergelijking(id, ander, ik, velden, List.of(), reden(fout), model);
        }
        daarna.addFlashAttribute("gelukt", "De twee dossiers zijn samengevoegd.");
        return "redirect:/leerlingen/" + blijft;
    }

    @GetMapping("/zaken/{zaaknummer}/meldingen/{meldingId}/verplaatsen")
    String verplaatsing(@PathVariable String zaaknummer, @PathVariable UUID meldingId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            Model model) {
        return verplaatsscherm(toegang.zaak(zaaknummer, ik), meldingId, Map.of(), List.of(), null, model);
    }

    @PostMapping("/zaken/{zaaknummer}/meldingen/{meldingId}/verplaatsen")
    String verplaats(@PathVariable String zaaknummer, @PathVariable UUID meldingId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Zaak zaak = toegang.zaak(zaaknummer, ik);
        String doel = velden.getOrDefault("leerling", "");
        if (!"verplaats".equals(velden.get("actie")) || !doel.matches("[0-9a-fA-F-]{36}")) {
            zoek(velden.getOrDefault("zoek", ""), leerlingen.metId(zaak.leerlingId()), ik, model);
            boolean vergeten = "verplaats".equals(velden.get("actie"));
            antwoord.setStatus(vergeten ? HttpStatus.UNPROCESSABLE_ENTITY.value() : HttpStatus.OK.value());
            return verplaatsscherm(zaak, meldingId, velden,
                    vergeten ? List.of(new Fout("leerling", "Kies bij welke leerling de melding hoort.")) : List.of(), null, model);
        }
        try {
            Zaak naar = verplaatsing.verplaats(zaak, meldingId, toegang.leerling(UUID.fromString(doel), ik).id(), "true".equals(velden.get("correctie")),
                    velden.get("reden"), ik);
            daarna.addFlashAttribute("gelukt", "De melding staat nu in deze zaak.");
            return "redirect:/zaken/" + naar.zaaknummer();
        } catch (OngeldigeInvoer fout) {
            zoek(velden.getOrDefault("zoek", ""), leerlingen.metId(zaak.leerlingId()), ik, model);
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return verplaatsscherm(zaak, meldingId, velden, fout.fouten(), null, model);
        } catch (Conflict | ConcurrencyFailureException fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return verplaatsscherm(zaak, meldingId, velden, List.of(), reden(fout), model);
        }
    }

    @GetMapping("/zaken/{zaaknummer}/heropenen")
    String heropening(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return heropenscherm(toegang.zaak(zaaknummer, ik), Map.of(), List.of(), null, model);
    }

    @PostMapping("/zaken/{zaaknummer}/heropenen")
    String heropen(@PathVariable String zaaknummer, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            @RequestParam Map<String, String> velden, HttpServletResponse antwoord, Model model, RedirectAttributes daarna) {
        Zaak zaak = toegang.zaak(zaaknummer, ik);
        try {
            heropening.heropen(zaak, velden, ik);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return heropenscherm(zaak, velden, fout.fouten(), null, model);
        } catch (Conflict | ConcurrencyFailureException fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return heropenscherm(zaak, velden, List.of(), reden(fout), model);
        }
        daarna.addFlashAttribute("gelukt", "De zaak is weer open.");
        return "redirect:/zaken/{zaaknummer}";
    }

    @GetMapping("/zaken/{zaaknummer}/meldingen/{meldingId}/intrekking-ongedaan")
    String intrekking(@PathVariable String zaaknummer, @PathVariable UUID meldingId, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            Model model) {
        return intrekkingscherm(toegang.zaak(zaaknummer, ik), meldingId, Map.of(), List.of(), null, model);
    }

    @PostMapping("/zaken/{zaaknummer}/meldingen/{meldingId}/intrekking-ongedaan")
    String maakIntrekkingOngedaan(@PathVariable String zaaknummer, @PathVariable UUID meldingId,
            @ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden, HttpServletResponse antwoord,
            Model model, RedirectAttributes daarna) {
        Zaak zaak = toegang.zaak(zaaknummer, ik);
        try {
            Zaak waar = intrekkingherstel.maakOngedaan(zaak, toegang.melding(zaak, meldingId).id(), velden.get("reden"), ik);
            daarna.addFlashAttribute("gelukt", "De melding telt weer mee en staat in deze zaak.");
            return "redirect:/zaken/" + waar.zaaknummer();
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return intrekkingscherm(zaak, meldingId, velden, fout.fouten(), null, model);
        } catch (Conflict | ConcurrencyFailureException fout) {
            antwoord.setStatus(HttpStatus.CONFLICT.value());
            return intrekkingscherm(zaak, meldingId, velden, List.of(), reden(fout), model);
        }
    }

    private String intrekkingscherm(Zaak zaak, UUID meldingId, Map<String, String> velden, List<Fout> fouten, String botsing, Model model) {
        model.addAttribute("zaak", zaak);
        model.addAttribute("melding", toegang.melding(zaak, meldingId));
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("botsing", botsing);
        return "intrekking-ongedaan";
    }

    private String vergelijking(UUID id, UUID ander, Medewerker ik, Map<String, String> velden, List<Fout> fouten, String botsing, Model model) {
        Leerling blijft = toegang.leerling(id, ik);
        Leerling verdwijnt = toegang.leerling(ander, ik);
        spoor.leerling(blijft, ik, "leerlingen vergelijken");
        spoor.leerling(verdwijnt, ik, "leerlingen vergelijken");
        model.addAttribute("vergelijking", samenvoeging.vergelijk(blijft.id(), verdwijnt.id()));
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("botsing", botsing);
        return "samenvoegen";
    }

    private String verplaatsscherm(Zaak zaak, UUID meldingId, Map<String, String> velden, List<Fout> fouten, String botsing, Model model) {
        Melding melding = toegang.melding(zaak, meldingId);
        model.addAttribute("zaak", zaak);
        model.addAttribute("melding", melding);
        model.addAttribute("laatste", meldingen.vanZaak(zaak.id()).size() == 1 && zaak.geslotenOp() == null);
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("botsing", botsing);
        return "melding-verplaatsen";
    }

    private static String heropenscherm(Zaak zaak, Map<String, String> velden, List<Fout> fouten, String botsing, Model model) {
        model.addAttribute("zaak", zaak);
        model.addAttribute("punten", List.of("gesprek", "afspraken", "afhandelen"));
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("botsing", botsing);
        return "heropenen";
    }

    /** Only in the municipality of the pupil, and never the pupil itself: what is found is another record. */
    private void zoek(String zoek, Leerling leerling, Medewerker ik, Model model) {
        String tekst = zoek.replace("\0", "").strip();
        model.addAttribute("zoek", tekst);
        if (tekst.length() < 2 || tekst.length() > LANGSTE_ZOEKTEKST) {
            model.addAttribute("zoekfout", tekst.length() < 2 ? "Typ ten minste 2 tekens." : "Typ hoogstens 100 tekens.");
            return;
        }
        spoor.gezocht(ik);
        List<Leerling> gevonden = leerlingen.zoek(Set.of(leerling.gemeente()), tekst).stream().filter(l -> !l.id().equals(leerling.id())).toList();
        model.addAttribute("gevonden", gevonden);
        model.addAttribute("geheim", afscherming.geheim(gevonden));
    }

    private static String reden(RuntimeException fout) {
        return fout instanceof Conflict ? fout.getMessage() : TEGELIJK;
    }
}
