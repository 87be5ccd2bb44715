package nl.schoolgang.bewaking;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.bewaking.Bewakingsvraag.Plek;
import nl.schoolgang.bewaking.Termijnexport.Bron;
import nl.schoolgang.bewaking.Zichtvlak.Vak;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Scherm;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The list of the screen, with the same filters, as a file. */
@Scherm
class ExportController {

    private static final int PORTIE = 500;

    private final Termijnlezer termijnen;
    private final Termijnexport export;
    private final Zichtvlak zicht;
    private final Verwerkingslog log;

    ExportController(Termijnlezer termijnen, Termijnexport export, Zichtvlak zicht, Verwerkingslog log) {
        this.termijnen = termijnen;
        this.export = export;
        this.zicht = zicht;
        this.log = log;
    }

    @GetMapping("/bewaking/export.csv")
    void csv(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> filter, HttpServletResponse antwoord)
            throws IOException {
        Bron bron = bron(ik, filter);
        koppen(antwoord, "text/csv;charset=UTF-8", "termijnen.csv");
        export.csv(bron, adres(), antwoord.getOutputStream());
    }

    @GetMapping("/bewaking/export.xlsx")
    void xlsx(@ModelAttribute(name = "ik", binding = false) Medewerker ik, @RequestParam Map<String, String> filter, HttpServletResponse antwoord)
            throws IOException {
        Bron bron = bron(ik, filter);
        koppen(antwoord, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "termijnen.xlsx");
        export.xlsx(bron, adres(), antwoord.getOutputStream());
    }

    private Bron bron(Medewerker ik, Map<String, String> filter) {
        Set<String> mijn = ik.gemeentenMet(Recht.BEWAKEN);
        List<Vak> alle = zicht.van(ik, mijn);
        Bewakingsvraag vraag = BewakingController.vraag(filter, mijn, alle).vanaf(null);
        List<Vak> vakken = BewakingController.passend(alle, vraag);
        mijn.forEach(g -> log.noteer(Verwerking.raadplegen(g, null, null, ik.gebruikersnaam(), "termijnen exporteren")));
        return ontvanger -> {
            Bewakingsvraag verder = vraag;
            List<BewaakteTermijn> portie;
            do {
                portie = termijnen.zoek(vakken, verder, PORTIE);
                portie.forEach(ontvanger);
                verder = portie.isEmpty() ? verder
                        : verder.vanaf(new Plek(portie.get(portie.size() - 1).laatsteDag(), portie.get(portie.size() - 1).id()));
            } while (portie.size() == PORTIE);
        };
    }

    private static String adres() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path("/zaken/").toUriString();
    }

    private static void koppen(HttpServletResponse antwoord, String soort, String naam) {
        antwoord.setContentType(soort);
        antwoord.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + naam + "\"");
        antwoord.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
