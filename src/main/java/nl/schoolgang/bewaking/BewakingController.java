package nl.schoolgang.bewaking;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.bewaking.Bewakingsvraag.Plek;
import nl.schoolgang.bewaking.Zichtvlak.Vak;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Scherm;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The watch over terms: by week and procedure, what lapsed, what is about to, and who is how busy. */
@Scherm
class BewakingController {

    static final int PER_BLADZIJDE = 50;

    private final Termijnlezer termijnen;
    private final Werkdruk werkdruk;
    private final Zichtvlak zicht;
    private final Verwerkingslog log;
    private final Clock klok;

    BewakingController(Termijnlezer termijnen, Werkdruk werkdruk, Zichtvlak zicht, Verwerkingslog log, Clock klok) {
        this.termijnen = termijnen;
        this.werkdruk = werkdruk;
        this.zicht = zicht;
        this.log = log;
        this.klok = klok;
    }

    @GetMapping("/bewaking")
    String toon(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> filter, Model model) {
        Set<String> mijn = ik.gemeentenMet(Recht.BEWAKEN);
        List<Vak> alle = zicht.van(ik, mijn);
        Bewakingsvraag vraag = vraag(filter, mijn, alle);
        List<Vak> vakken = passend(alle, vraag);
        LocalDate vandaag = LocalDate.now(klok);
        Weekoverzicht weken = Weekoverzicht.van(vandaag, termijnen.perWeek(vakken, Weekoverzicht.totEnMet(vandaag)));
        Map<Stand, Map<String, Long>> standen = termijnen.perStand(vakken);
        List<BewaakteTermijn> gevonden = termijnen.zoek(vakken, vraag, PER_BLADZIJDE + 1);
        boolean meer = gevonden.size() > PER_BLADZIJDE;
        List<BewaakteTermijn> getoond = meer ? gevonden.subList(0, PER_BLADZIJDE) : gevonden;
        mijn.forEach(g -> log.noteer(Verwerking.raadplegen(g, null, null, ik.gebruikersnaam(), "termijnen bewaken")));
        model.addAttribute("vraag", vraag);
        model.addAttribute("gemeenten", mijn);
        model.addAttribute("procedures", alle.stream().map(Vak::procedure).distinct().sorted().toList());
        model.addAttribute("weken", weken);
        model.addAttribute("weeknummers", weken.weken().stream().map(Weekoverzicht::nummer).toList());
        model.addAttribute("grafiek", Grafiek.van(weken.reeksen(), weken.weken().size()));
        model.addAttribute("standen", totalen(standen));
        model.addAttribute("perStand", standen);
        model.addAttribute("termijnen", getoond);
        model.addAttribute("verder", meer ? plek(getoond.get(PER_BLADZIJDE - 1)) : null);
        model.addAttribute("werkdruk", werkdruk.van(vakken));
        model.addAttribute("gefilterd", vraag.gemeente() != null || vraag.procedure() != null || vraag.week() != null);
        return "bewaking";
    }

    /** All procedures together, by the code of the stand. */
    private static Map<String, Long> totalen(Map<Stand, Map<String, Long>> standen) {
        Map<String, Long> totalen = new LinkedHashMap<>();
        standen.forEach((stand, perProcedure) -> totalen.put(stand.code(), perProcedure.values().stream().mapToLong(Long::longValue).sum()));
        return totalen;
    }

    static List<Vak> passend(List<Vak> alle, Bewakingsvraag vraag) {
        return alle.stream().filter(v -> vraag.gemeente() == null || v.gemeente().equals(vraag.gemeente()))
                .filter(v -> vraag.procedure() == null || v.procedure().equals(vraag.procedure())).toList();
    }

    /** A filter that does not exist, or is none of one's own, filters nothing; one may have bookmarked it. */
    static Bewakingsvraag vraag(Map<String, String> filter, Set<String> mijn, List<Vak> alle) {
        String gekozen = filter.getOrDefault("gemeente", "");
        String gemeente = mijn.contains(gekozen) ? gekozen : null;
        String procedure = alle.stream().map(Vak::procedure).filter(p -> p.equals(filter.get("procedure"))).findFirst().orElse(null);
        LocalDate week = week(filter.get("week"));
        Stand.Lijst lijst = Stand.Lijst.vanCode(filter.getOrDefault("lijst", "")).orElse(week == null ? Stand.Lijst.AANDACHT : Stand.Lijst.ALLES);
        return new Bewakingsvraag(lijst, gemeente, procedure, week, leesPlek(filter.get("na")));
    }

    private static LocalDate week(String tekst) {
        try {
            LocalDate dag = tekst == null || tekst.isBlank() ? null : LocalDate.parse(tekst.strip());
            return dag == null || dag.getYear() < 2000 || dag.getYear() > 2100 ? null : Weekoverzicht.maandag(dag);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String plek(BewaakteTermijn laatste) {
        return laatste.laatsteDag() + "_" + laatste.id();
    }

    private static Plek leesPlek(String tekst) {
        try {
            String[] delen = tekst == null ? new String[0] : tekst.split("_", 2);
            return delen.length == 2 ? new Plek(LocalDate.parse(delen[0]), UUID.fromString(delen[1])) : null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
