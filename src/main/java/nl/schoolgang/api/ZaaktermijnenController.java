package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.termijn.Ingebrekestellingen;
import nl.schoolgang.termijn.Opschortgrond;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnwijzigingen;
import nl.schoolgang.werkvoorraad.Inzagespoor;
import nl.schoolgang.werkvoorraad.Termijnwerk;
import nl.schoolgang.werkvoorraad.Zaakzicht;
import nl.schoolgang.zaak.Zaak;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A term of a case, and what is done to it. */
@RestController
@RequestMapping(path = "/api/v1/zaken/{zaaknummer}/termijnen/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Termijnen", description = "De termijnen van de procedures")
class ZaaktermijnenController {

    private final Zaakzicht zicht;
    private final Termijnwerk werk;
    private final Termijnwijzigingen wijzigingen;
    private final Ingebrekestellingen ingebrekestellingen;
    private final Medewerkers medewerkers;
    private final Inzagespoor spoor;

    ZaaktermijnenController(Zaakzicht zicht, Termijnwerk werk, Termijnwijzigingen wijzigingen, Ingebrekestellingen ingebrekestellingen,
            Medewerkers medewerkers, Inzagespoor spoor) {
        this.zicht = zicht;
        this.werk = werk;
        this.wijzigingen = wijzigingen;
        this.ingebrekestellingen = ingebrekestellingen;
        this.medewerkers = medewerkers;
        this.spoor = spoor;
    }

    @GetMapping
    @Operation(operationId = "zaakTermijn", summary = "Een termijn met uitleg, opschortingen, verlengingen en wie haar waarom verplaatste")
    @ApiResponse(responseCode = "200", description = "De termijn")
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    Termijnantwoord termijn(@PathVariable String zaaknummer, @PathVariable UUID id, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        spoor.zaak(zaak, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/opschorting", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "schortOp", summary = "Schort de termijn op", description = """
            Gronden: `aanvulling` en `buitenlandse-instantie` (vanaf de dag na `op`), `instemming`, `aanvrager`, `overmacht` (vanaf `op`; Awb 4:15),
            `verzuim-herstellen` (bezwaar, vanaf de dag van het verzoek; Awb 7:10 lid 2). `uiterlijk` is de laatste dag; verplicht bij aanvulling,
            instemming en verzuim-herstellen. Daarna loopt de termijn vanzelf verder.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"grond\":\"aanvulling\",\"op\":\"2026-09-08\",\"uiterlijk\":\"2026-09-29\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord schortOp(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "grond", "op", "uiterlijk");
        List<String> gronden = Arrays.stream(Opschortgrond.values()).map(Opschortgrond::code).toList();
        String grond = velden.tekst("grond", true);
        if (grond != null && !gronden.contains(grond)) {
            velden.fout("grond", "Kies uit: " + String.join(", ", gronden) + ".");
        }
        LocalDate op = velden.datum("op", true);
        LocalDate uiterlijk = velden.datum("uiterlijk", false);
        velden.controleer();
        werk.schortOp(zaak, id, Opschortgrond.vanCode(grond), op, uiterlijk, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/hervatting", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "hervat", summary = "Beëindigt de opschorting", description = """
            `op` is de dag waarop is aangevuld of ontvangen (die telt niet meer als opgeschort); bij instemming, aanvrager en overmacht de laatste
            opgeschorte dag.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"op\":\"2026-09-22\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord hervat(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "op");
        LocalDate op = velden.datum("op", true);
        velden.controleer();
        werk.hervat(zaak, id, op, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/verlenging", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "verleng", summary = "Legt een mededeling vast dat later wordt beslist", description = """
            Bij verlof en instructietermijnen noemt de mededeling een dag (`tot`; Awb 4:14 lid 3). Bij bezwaar geeft u `weken` op: één keer ten hoogste
            zes, meer met `instemming` (Awb 7:10). Waar een wet de termijn stelt (vervangende leerplicht) verandert de termijn niet (Awb 4:14 lid 1).""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"op\":\"2026-10-20\",\"tot\":\"2026-11-20\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord verleng(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "op", "weken", "tot", "instemming");
        LocalDate op = velden.datum("op", true);
        Integer weken = velden.getal("weken");
        LocalDate tot = velden.datum("tot", false);
        boolean instemming = velden.vlag("instemming");
        velden.controleer();
        werk.verleng(zaak, id, op, weken, tot, instemming, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/verplaatsing", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "verplaats", summary = "Geeft de termijn een andere laatste dag", description = """
            Alleen voor een termijn van orde of een eigen termijn, met een reden. Een wettelijke termijn verplaatst u alleen op een grond in de wet:
            leg een opschorting of verlenging vast.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"naar\":\"2026-03-16\",\"reden\":\"De school is deze week gesloten\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord verplaats(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "naar", "reden");
        LocalDate naar = velden.datum("naar", true);
        String reden = velden.tekst("reden", true);
        velden.controleer();
        werk.verplaats(zaak, id, naar, reden, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/ingebrekestelling", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "stelInGebreke", summary = "Legt een ingebrekestelling vast", description = """
            Ontvangen op of voor de laatste dag: te vroeg, er volgt niets. Daarna: twee weken, dan ten hoogste 42 dagen dwangsom (Awb 4:17).
            Uitzonderingen (lid 6): onredelijk-laat, geen-belanghebbende, kennelijk-ongegrond.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"ontvangen\":\"2026-11-09\",\"aanvragers\":2}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord stelInGebreke(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "ontvangen", "aanvragers", "uitzondering");
        LocalDate ontvangen = velden.datum("ontvangen", true);
        Integer aanvragers = velden.getal("aanvragers");
        String uitzondering = velden.tekst("uitzondering", false);
        velden.controleer();
        werk.stelInGebreke(zaak, id, ontvangen, aanvragers == null ? 1 : aanvragers, uitzondering, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/ingebrekestelling/beslissing", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "beslistNaIngebrekestelling", summary = "De beslissing is bekendgemaakt: de dwangsom loopt niet verder", description = """
            Over de dag zelf is geen dwangsom meer verschuldigd.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"op\":\"2026-12-01\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord beslistNaIngebrekestelling(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "op");
        LocalDate op = velden.datum("op", true);
        velden.controleer();
        werk.beslist(zaak, id, op, ik);
        return antwoord(zaak, id);
    }

    @PostMapping(path = "/ingebrekestelling/vaststelling", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "stelDwangsomVast", summary = "De dwangsom is vastgesteld bij besluit (Awb 4:18)", description = """
            Het bedrag volgt uit de dagen.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"op\":\"2026-12-10\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    @ApiResponse(responseCode = "403", description = "U mag termijnen hier niet wijzigen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of termijn die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De termijn loopt niet (meer), of staat al zo", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Termijnantwoord stelDwangsomVast(@PathVariable String zaaknummer, @PathVariable UUID id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        Velden velden = new Velden(gestuurd, "op");
        LocalDate op = velden.datum("op", true);
        velden.controleer();
        werk.stelVast(zaak, id, op, ik);
        return antwoord(zaak, id);
    }

    private Termijnantwoord antwoord(Zaak zaak, UUID id) {
        Termijn termijn = wijzigingen.metId(zaak.id(), id);
        return Termijnantwoord.van(termijn, wijzigingen.opschortingen(id), wijzigingen.verlengingen(id), wijzigingen.spoor(id),
                ingebrekestellingen.van(id).stream()
                        .map(i -> Termijnantwoord.InGebreke.van(i, i.prematuur() ? null : ingebrekestellingen.verloop(i))).toList());
    }

    private Medewerker ik(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U bent hier niet bekend."));
    }
}
