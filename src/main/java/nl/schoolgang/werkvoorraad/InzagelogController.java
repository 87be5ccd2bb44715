package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schoolgang.dossier.Ketencontrole;
import nl.schoolgang.dossier.Logregel;
import nl.schoolgang.dossier.Logvraag;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingsactie;
import nl.schoolgang.dossier.Verwerkingsketen;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.dossier.Verwerkingsoverzicht;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The processing log for who oversees it: who looked, changed and disclosed, without what was read. Filters are posted, so that no number of
 * a person stands in an address. Who looked at one pupil is also for the coordinator.
 */
@Controller
class InzagelogController {

    private static final int PER_BLADZIJDE = 100;
    private static final String KOP = "moment;gemeente;actie;geweigerd;leerling;zaak;wie;doel;grondslag;ontvanger;onderwerp";

    private final Verwerkingsoverzicht overzicht;
    private final Verwerkingsketen keten;
    private final Verwerkingslog log;
    private final Logfilter filter;
    private final Logbeeld beeld;
    private final Leerlingen leerlingen;
    private final Medewerkers medewerkers;

    InzagelogController(Verwerkingsoverzicht overzicht, Verwerkingsketen keten, Verwerkingslog log, Logfilter filter, Logbeeld beeld,
            Leerlingen leerlingen, Medewerkers medewerkers) {
        this.overzicht = overzicht;
        this.keten = keten;
        this.log = log;
        this.filter = filter;
        this.beeld = beeld;
        this.leerlingen = leerlingen;
        this.medewerkers = medewerkers;
    }

    @GetMapping("/inzagelog")
    String toon(@ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        return scherm(ik, Map.of(), Map.of(), model);
    }

    @PostMapping("/inzagelog")
    String zoek(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord, Model model) {
        try {
            return scherm(ik, velden, Map.of(), model);
        } catch (OngeldigeInvoer fout) {
            antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return leeg(ik, velden, fout.fouten(), model);
        }
    }

    /** Walks the chains of seals now; in the night that happens by itself. */
    @PostMapping("/inzagelog/controle")
    String controleer(@ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        Map<String, Ketencontrole> uitslagen = new LinkedHashMap<>();
        moetMogen(ik).forEach(g -> uitslagen.put(g, keten.controleer(g)));
        return scherm(ik, Map.of(), uitslagen, model);
    }

    /** All lines that fit as CSV: codes and ids, a line at a time, however many there are. */
    @PostMapping("/inzagelog/export")
    void exporteer(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> velden,
            HttpServletResponse antwoord) throws IOException {
        Logvraag vraag = filter.lees(velden, moetMogen(ik));
        gekeken(ik, vraag, "verwerkingslog exporteren");
        antwoord.setContentType("text/csv;charset=UTF-8");
        antwoord.setHeader("Content-Disposition", "attachment; filename=\"inzagelog.csv\"");
        try (PrintWriter uit = new PrintWriter(new BufferedWriter(new OutputStreamWriter(antwoord.getOutputStream(), StandardCharsets.UTF_8)))) {
            uit.print(KOP + "\r\n");
            overzicht.alle(vraag, regel -> uit.print(csv(regel) + "\r\n"));
        }
    }

    /** Who looked at one pupil. */
    @GetMapping("/leerlingen/{id}/inzage")
    String vanLeerling(@PathVariable UUID id, @RequestParam(required = false) Long voor, @ModelAttribute(name = "ik", binding = false) Medewerker ik,
            Model model) {
        Leerling leerling = leerlingen.metId(id);
        if (!ik.mag(Recht.INZAGE_LEERLING_ZIEN, leerling.gemeente())) {
            throw new GeenInzage("Deze leerling bestaat niet.", leerling.gemeente(), id, null);
        }
        log.noteer(new Verwerking(Verwerkingsactie.RAADPLEGEN, leerling.gemeente(), id, null, ik.gebruikersnaam(), "zien wie keek",
                Verwerking.VERANTWOORDING, null));
        Logvraag vraag = new Logvraag(Set.of(leerling.gemeente()), id, null, null, null, null, voor);
        bladzijde(ik, vraag, model);
        model.addAttribute("magDossier", ik.mag(Recht.LEERLING_ZIEN, leerling.gemeente()));
        model.addAttribute("leerlingId", id);
        model.addAttribute("wie", ik.mag(Recht.LEERLING_ZIEN, leerling.gemeente()) ? leerling.naam() : Logbeeld.kort(id));
        return "inzage";
    }

    private String scherm(Medewerker ik, Map<String, String> velden, Map<String, Ketencontrole> uitslagen, Model model) {
        Logvraag vraag = filter.lees(velden, moetMogen(ik));
        gekeken(ik, vraag, "verwerkingslog raadplegen");
        bladzijde(ik, vraag, model);
        model.addAttribute("uitslagen", uitslagen);
        return filters(ik, velden, List.of(), model);
    }

    private String leeg(Medewerker ik, Map<String, String> velden, List<Fout> fouten, Model model) {
        model.addAttribute("regels", List.of());
        model.addAttribute("uitslagen", Map.of());
        return filters(ik, velden, fouten, model);
    }

    private String filters(Medewerker ik, Map<String, String> velden, List<Fout> fouten, Model model) {
        Set<String> gemeenten = moetMogen(ik);
        model.addAttribute("invoer", new Schermvelden(velden, fouten));
        model.addAttribute("acties", Arrays.stream(Verwerkingsactie.values()).map(Verwerkingsactie::code).toList());
        model.addAttribute("collegas", gemeenten.stream().flatMap(g -> medewerkers.inGemeente(g).stream()).map(Medewerker::gebruikersnaam)
                .collect(Collectors.toCollection(TreeSet::new)));
        Map<String, Verwerkingsketen.LaatsteControle> controles = new LinkedHashMap<>();
        gemeenten.forEach(g -> keten.laatste(g).ifPresent(l -> controles.put(g, l)));
        model.addAttribute("controles", controles);
        return "inzagelog";
    }

    private void bladzijde(Medewerker ik, Logvraag vraag, Model model) {
        List<Logregel> gevonden = overzicht.zoek(vraag, PER_BLADZIJDE + 1);
        List<Logregel> getoond = gevonden.subList(0, Math.min(PER_BLADZIJDE, gevonden.size()));
        model.addAttribute("regels", beeld.voor(ik, getoond));
        model.addAttribute("verder", gevonden.size() > PER_BLADZIJDE ? getoond.get(PER_BLADZIJDE - 1).id() : null);
    }

    private void gekeken(Medewerker ik, Logvraag vraag, String doel) {
        vraag.gemeenten().forEach(g -> log.noteer(new Verwerking(Verwerkingsactie.RAADPLEGEN, g, vraag.leerlingId(), null, ik.gebruikersnaam(),
                doel, Verwerking.VERANTWOORDING, null)));
    }

    private static Set<String> moetMogen(Medewerker ik) {
        Set<String> gemeenten = ik.gemeentenMet(Recht.INZAGELOG_ZIEN);
        if (gemeenten.isEmpty()) {
            throw new GeenRecht("U mag het inzagelog niet zien.");
        }
        return gemeenten;
    }

    private static String csv(Logregel r) {
        return Stream.of(r.moment(), r.gemeente(), r.actie().code(), r.geweigerd() ? "ja" : "nee", r.leerlingId(), r.zaakId(), r.wie(), r.doel(),
                r.grondslag(), r.ontvanger(), r.onderwerp()).map(w -> cel(Objects.toString(w, ""))).collect(Collectors.joining(";"));
    }

    /** Quoted where needed; a spreadsheet shall not take a text for a formula. */
    private static String cel(String waarde) {
        String veilig = waarde.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + waarde : waarde;
        return veilig.matches("(?s).*[;\"\\r\\n].*") ? '"' + veilig.replace("\"", "\"\"") + '"' : veilig;
    }
}
