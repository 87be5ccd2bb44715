package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.leerling.School;
import nl.schoolgang.termijn.Kalenderbeheer;
import nl.schoolgang.termijn.Kalenderwijziging;
import nl.schoolgang.termijn.KbDag;
import nl.schoolgang.termijn.Vakantieregel;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The days of the calendar, for who keeps them: nothing personal is in them. The right is the address's; the calendar is of all municipalities. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Kalender", description = "Rekenen met termijnen en werkdagen")
class KalenderbeheerApiController {

    private final Kalenderbeheer beheer;
    private final Scholen scholen;

    KalenderbeheerApiController(Kalenderbeheer beheer, Scholen scholen) {
        this.beheer = beheer;
        this.scholen = scholen;
    }

    @GetMapping("/kalender/kb-dagen")
    @Operation(operationId = "kbDagen", summary = "De vrije dagen bij koninklijk besluit (Algemene termijnenwet, artikel 3 lid 3)")
    List<KbDag> kbDagen() {
        return beheer.kbDagen();
    }

    @GetMapping("/kalender/vakanties")
    @Operation(operationId = "schoolvakanties", summary = "De schoolvakanties van regio's, en van scholen met eigen dagen")
    List<Vakantieregel> vakanties() {
        return beheer.vakanties();
    }

    @PostMapping(path = "/kalender/kb-dagen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "voegKbDagToe", summary = "Voegt een vrije dag bij koninklijk besluit toe en berekent de lopende termijnen die zij raakt opnieuw")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            examples = @ExampleObject("{\"datum\":\"2029-05-11\",\"omschrijving\":\"dag na Hemelvaartsdag\",\"reden\":\"Koninklijk besluit\"}")))
    @ApiResponse(responseCode = "200", description = "De wijziging, met hoeveel lopende termijnen een andere laatste dag kregen")
    Kalenderwijziging voegKbDagToe(@RequestBody Map<String, Object> gestuurd, Principal wie) {
        Velden velden = new Velden(gestuurd, "datum", "omschrijving", "reden");
        LocalDate datum = velden.datum("datum", true);
        String omschrijving = velden.tekst("omschrijving", true);
        String reden = velden.tekst("reden", true);
        velden.controleer();
        beheer.voegKbDagToe(datum, omschrijving, reden, wie.getName());
        return laatste();
    }

    @PostMapping(path = "/kalender/kb-dagen/{datum}/intrekking", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "haalKbDagWeg", summary = "Haalt een vrije dag bij koninklijk besluit weg")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"reden\":\"Vergissing\"}")))
    @ApiResponse(responseCode = "200", description = "De wijziging")
    @ApiResponse(responseCode = "404", description = "Deze dag staat niet in de lijst", content = @Content)
    Kalenderwijziging haalKbDagWeg(@PathVariable LocalDate datum, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Velden velden = new Velden(gestuurd, "reden");
        String reden = velden.tekst("reden", true);
        velden.controleer();
        beheer.haalKbDagWeg(datum, reden, wie.getName());
        return laatste();
    }

    @PostMapping(path = "/kalender/vakanties", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "bewaarVakantie", summary = "Legt een schoolvakantie vast, van een regio of van een school (brin en vestiging)")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject(
            "{\"schooljaar\":\"2026-2027\",\"vakantie\":\"herfst\",\"brin\":\"01AB\",\"vestiging\":\"00\",\"begin\":\"2026-10-10\",\"eind\":\"2026-10-18\",\"reden\":\"Besluit van de school\"}")))
    @ApiResponse(responseCode = "200", description = "De wijziging")
    Kalenderwijziging bewaarVakantie(@RequestBody Map<String, Object> gestuurd, Principal wie) {
        Velden velden = new Velden(gestuurd, "schooljaar", "vakantie", "regio", "brin", "vestiging", "begin", "eind", "reden");
        String schooljaar = velden.tekst("schooljaar", true);
        String vakantie = velden.tekst("vakantie", true);
        String regio = velden.tekst("regio", false);
        String brin = velden.tekst("brin", false);
        String vestiging = velden.tekst("vestiging", false);
        LocalDate begin = velden.datum("begin", true);
        LocalDate eind = velden.datum("eind", true);
        String reden = velden.tekst("reden", true);
        UUID school = brin == null ? null : scholen.metBrin(brin, vestiging == null ? "00" : vestiging).map(School::id).orElse(null);
        if (brin != null && school == null) {
            velden.fout("brin", "Deze school is niet bekend.");
        }
        velden.controleer();
        beheer.bewaarVakantie(schooljaar, vakantie, regio, school, begin, eind, reden, wie.getName());
        return laatste();
    }

    @PostMapping(path = "/termijnen/ook-lopende", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "ookLopende", summary = "Laat de regel van een termijn ook gelden voor termijnen die al lopen")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            examples = @ExampleObject("{\"code\":\"verzuim.contact-melder\",\"gemeente\":\"bunnik\",\"reden\":\"Instructie gewijzigd\"}")))
    @ApiResponse(responseCode = "200", description = "De wijziging")
    Kalenderwijziging ookLopende(@RequestBody Map<String, Object> gestuurd, Principal wie) {
        Velden velden = new Velden(gestuurd, "code", "gemeente", "reden");
        String code = velden.tekst("code", true);
        String gemeente = velden.tekst("gemeente", true);
        String reden = velden.tekst("reden", true);
        velden.controleer();
        beheer.ookLopende(code, gemeente, reden, wie.getName());
        return laatste();
    }

    private Kalenderwijziging laatste() {
        return beheer.wijzigingen(1).get(0);
    }
}
