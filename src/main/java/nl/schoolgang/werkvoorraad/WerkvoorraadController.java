package nl.schoolgang.werkvoorraad;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.werkvoorraad.Taakvraag.Lijst;
import nl.schoolgang.werkvoorraad.Taakvraag.Termijnstand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox. */
@Controller
class WerkvoorraadController {

    static final int PER_BLADZIJDE = 50;

    private final Werkvoorraad werkvoorraad;

    WerkvoorraadController(Werkvoorraad werkvoorraad) {
        this.werkvoorraad = werkvoorraad;
    }

    @GetMapping("/werkvoorraad")
    String lijst(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam(required = false) String lijst,
            @RequestParam(required = false) String procedure, @RequestParam(required = false) String rol,
            @RequestParam(required = false) String gemeente, @RequestParam(required = false) String termijn,
            @RequestParam(required = false) String na, Model model) {
        boolean alles = ik.magErgens(Recht.ALLE_TAKEN_ZIEN);
        Lijst gevraagd = keuze(Lijst.class, lijst, alles ? Lijst.ALLES : Lijst.TEAM);
        Lijst getoond = gevraagd == Lijst.ALLES && !alles ? Lijst.TEAM : gevraagd;
        Taakvraag vraag = new Taakvraag(getoond, null, leeg(procedure), leeg(rol), leeg(gemeente), keuze(Termijnstand.class, termijn, null), leeg(na));
        Werkvoorraad.Bladzijde bladzijde = werkvoorraad.zoek(ik, vraag, PER_BLADZIJDE);
        model.addAttribute("vraag", vraag);
        model.addAttribute("bladzijde", bladzijde);
        model.addAttribute("tabs", tabs(ik, alles));
        model.addAttribute("procedures", werkvoorraad.procedures(ik));
        model.addAttribute("rollen", alles ? List.of(Rol.values()) : ik.rollen().values().stream().flatMap(r -> r.stream()).distinct().sorted().toList());
        model.addAttribute("gefilterd", vraag.procedure() != null || vraag.rol() != null || vraag.gemeente() != null || vraag.termijn() != null);
        return "werkvoorraad";
    }

    private Map<String, Long> tabs(Medewerker ik, boolean alles) {
        Map<String, Long> tabs = new LinkedHashMap<>();
        for (Lijst lijst : Lijst.values()) {
            if (lijst != Lijst.ALLES || alles) {
                tabs.put(lijst.name().toLowerCase(Locale.ROOT), werkvoorraad.aantal(ik, Taakvraag.van(lijst)));
            }
        }
        return tabs;
    }

    private static String leeg(String waarde) {
        return waarde == null || waarde.isBlank() || waarde.indexOf('\0') >= 0 ? null : waarde;
    }

    private static <E extends Enum<E>> E keuze(Class<E> soort, String code, E anders) {
        return Arrays.stream(soort.getEnumConstants()).filter(e -> e.name().equalsIgnoreCase(code)).findFirst().orElse(anders);
    }
}
