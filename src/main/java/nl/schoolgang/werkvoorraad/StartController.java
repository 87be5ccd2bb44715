package nl.schoolgang.werkvoorraad;

import java.util.List;
import java.util.Locale;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Taakvraag.Lijst;
import nl.schoolgang.werkvoorraad.Taakvraag.Termijnstand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page after log-in: what needs attention. */
@Controller
class StartController {

    private static final int MEESTE = 8;

    private final Werkvoorraad werkvoorraad;
    private final List<Startblok> blokken;

    StartController(Werkvoorraad werkvoorraad, List<Startblok> blokken) {
        this.werkvoorraad = werkvoorraad;
        this.blokken = blokken;
    }

    @GetMapping("/")
    String start(@ModelAttribute(name = "ik", binding = false) Medewerker ik, Model model) {
        boolean alles = ik.magErgens(Recht.ALLE_TAKEN_ZIEN);
        Taakvraag vraag = Taakvraag.van(alles ? Lijst.ALLES : Lijst.TEAM);
        model.addAttribute("lijst", vraag.lijst().name().toLowerCase(Locale.ROOT));
        model.addAttribute("verlopen", werkvoorraad.aantal(ik, vraag.met(Termijnstand.VERLOPEN)));
        model.addAttribute("dreigt", werkvoorraad.aantal(ik, vraag.met(Termijnstand.DREIGT)));
        model.addAttribute("mijn", werkvoorraad.aantal(ik, Taakvraag.van(Lijst.MIJN)));
        model.addAttribute("open", werkvoorraad.aantal(ik, vraag));
        model.addAttribute("eerst", werkvoorraad.zoek(ik, vraag, MEESTE).taken());
        model.addAttribute("blokken", blokken.stream()
                .flatMap(b -> b.inhoud(ik).map(i -> new Startblok.Gevuld(b.sjabloon(), i)).stream()).toList());
        return "start";
    }
}
