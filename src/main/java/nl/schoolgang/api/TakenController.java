package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.werkvoorraad.Formulier;
import nl.schoolgang.werkvoorraad.Inzagespoor;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Taakvraag;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.werkvoorraad.Werkvoorraad;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The inbox for other systems (02, "API"): the same rules, validation and rights as the screens. */
@RestController
@RequestMapping(path = "/api/v1/taken", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Taken", description = "De werkvoorraad")
class TakenController {

    private static final int MEESTE = 100;

    private final Werkvoorraad werkvoorraad;
    private final Taken taken;
    private final Medewerkers medewerkers;
    private final Inzagespoor spoor;

    TakenController(Werkvoorraad werkvoorraad, Taken taken, Medewerkers medewerkers, Inzagespoor spoor) {
        this.werkvoorraad = werkvoorraad;
        this.taken = taken;
        this.medewerkers = medewerkers;
        this.spoor = spoor;
    }

    @GetMapping
    @Operation(operationId = "taken", summary = "Open taken, de dringendste eerst",
            description = "Ten hoogste 100; zijn er meer, dan wijst de kop Link met rel=next naar het vervolg.")
    @ApiResponse(responseCode = "200", description = "De taken die u mag zien")
    ResponseEntity<List<Taakantwoord>> lijst(@RequestParam(required = false) String zaaknummer,
            @Parameter(description = "Code van een rol") @RequestParam(required = false) String rol,
            @Parameter(description = "Plek in de lijst, uit de kop Link") @RequestParam(required = false) String na,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Principal wie) {
        new Parameters(parameters, "zaaknummer", "rol", "na").controleer();
        Medewerker ik = ik(wie);
        if (!ik.magErgens(Recht.WERKVOORRAAD_ZIEN) && !ik.magErgens(Recht.ALLE_TAKEN_ZIEN)) {
            throw new GeenRecht("U mag de werkvoorraad niet zien.");
        }
        if (gevuld(rol) != null && Arrays.stream(Rol.values()).noneMatch(r -> r.code().equals(rol))) {
            throw new OngeldigeInvoer("rol", "Deze rol bestaat niet.");
        }
        Werkvoorraad.Bladzijde bladzijde = werkvoorraad.zoek(ik, Taakvraag.alle(gevuld(zaaknummer), gevuld(rol), gevuld(na)), MEESTE);
        ResponseEntity.BodyBuilder antwoord = ResponseEntity.ok();
        if (bladzijde.verder() != null) {
            String verder = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("na", bladzijde.verder()).toUriString();
            antwoord.header(HttpHeaders.LINK, "<" + verder + ">; rel=\"next\"");
        }
        return antwoord.body(bladzijde.taken().stream().map(Taakantwoord::van).toList());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "taak", summary = "Een taak met de velden van haar formulier")
    @ApiResponse(responseCode = "200", description = "De taak")
    @ApiResponse(responseCode = "404", description = "Er is geen taak met dit id die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De taak is al afgerond", content = @Content)
    Taakantwoord.MetFormulier taak(@PathVariable String id, Principal wie) {
        Medewerker ik = ik(wie);
        Taak taak = taken.open(id, ik);
        spoor.taak(taak, ik);
        Formulier formulier = taken.formulier(taak, ik);
        return Taakantwoord.MetFormulier.van(taak, formulier, taken.beginwaarden(taak, formulier));
    }

    @PostMapping("/{id}/oppakken")
    @Operation(operationId = "pakTaakOp", summary = "Pakt een taak op; een taak die u al hebt blijft van u")
    @ApiResponse(responseCode = "200", description = "De taak is van u")
    @ApiResponse(responseCode = "403", description = "De taak hoort bij een rol die u niet hebt", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen taak met dit id die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "Een ander heeft de taak, of zij is al afgerond", content = @Content)
    Taakantwoord pakOp(@PathVariable String id, Principal wie) {
        return Taakantwoord.van(taken.pakOp(id, ik(wie)));
    }

    @PostMapping(path = "/{id}/afronden", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "rondTaakAf", summary = "Rondt een taak af", description = """
            De velden van het formulier met hun waarde. Datums als 2026-03-31, een datum met tijd als 2026-03-31T14:30, \
            meer keuzes als lijst. Een veld dat niet getoond wordt telt niet mee; een veld dat het formulier niet kent is fout.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(type = "object"),
            examples = @ExampleObject("{\"terugmeldActie\":\"in-behandeling\",\"terugmeldToelichting\":\"Besproken met de school.\"}")))
    @ApiResponse(responseCode = "200", description = "Afgerond; dit zijn de open taken van de zaak")
    @ApiResponse(responseCode = "403", description = "De taak hoort bij een rol die u niet hebt", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen taak met dit id die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "Een ander heeft de taak, of zij is al afgerond", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    List<Taakantwoord> rondAf(@PathVariable String id, @RequestBody(required = false) Map<String, Object> velden, Principal wie) {
        return taken.rondAf(id, ik(wie), velden == null ? Map.of() : velden).stream().map(Taakantwoord::van).toList();
    }

    private Medewerker ik(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U bent hier niet bekend."));
    }

    private static String gevuld(String waarde) {
        return waarde == null || waarde.isBlank() ? null : waarde.replace("\0", "");
    }
}
