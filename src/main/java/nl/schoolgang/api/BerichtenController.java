package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.bericht.Berichtbeheer;
import nl.schoolgang.bericht.Berichtstatus;
import nl.schoolgang.bericht.Wachtrijregel;
import nl.schoolgang.bericht.Wachtrijvraag;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
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

/** The queue of messages for who keeps it going: never what a message says, or its address. */
@RestController
@RequestMapping(path = "/api/v1/berichten", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Berichten", description = "De wachtrij van berichten naar buiten, voor de functioneel beheerder")
class BerichtenController {

    private static final int MEESTE = 100;

    private final Berichtbeheer beheer;
    private final Medewerkers medewerkers;

    BerichtenController(Berichtbeheer beheer, Medewerkers medewerkers) {
        this.beheer = beheer;
        this.medewerkers = medewerkers;
    }

    /** A message in the queue. */
    @Schema(name = "Bericht")
    record Berichtantwoord(UUID id, String gemeente, String zaaknummer, @Schema(example = "terugmelding") String soort,
            @Schema(example = "duo") String aan, @Schema(allowableValues = {"bestand", "smtp"}) String kanaal,
            @Schema(allowableValues = {"klaar", "geen-adres", "verzonden", "mislukt", "vervallen"}) String status, Instant aangemaakt,
            int pogingen, @Schema(nullable = true) Instant volgendePoging, @Schema(nullable = true) Instant verzonden,
            @Schema(nullable = true, example = "geen-verbinding") String fout) {

        static Berichtantwoord van(Wachtrijregel r) {
            return new Berichtantwoord(r.id(), r.gemeente(), r.zaaknummer(), r.soort(), r.aan(), r.kanaal().code(), r.status().code(),
                    r.aangemaaktOp(), r.pogingen(), r.volgendePoging(), r.verzondenOp(), r.fout());
        }
    }

    /** @param reden why it need not be sent any more */
    @Schema(name = "BerichtVervallen")
    record Vervallen(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Dubbel verzonden", minLength = 3, maxLength = 200) String reden) {
    }

    @GetMapping
    @Operation(operationId = "berichten", summary = "De wachtrij, het oudste eerst",
            description = "Ten hoogste 100; zijn er meer, dan wijst de kop Link met rel=next naar het vervolg. Zonder status: wat nog niet is verzonden.")
    @ApiResponse(responseCode = "200", description = "De berichten van uw gemeenten")
    ResponseEntity<List<Berichtantwoord>> lijst(@Parameter(description = "klaar, geen-adres, verzonden, mislukt of vervallen")
            @RequestParam(required = false) String status, @Parameter(description = "Plek in de lijst, uit de kop Link")
            @RequestParam(required = false) UUID na, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Principal wie) {
        new Parameters(parameters, "status", "na").controleer();
        Medewerker ik = ik(wie);
        List<Berichtstatus> statussen = status == null || status.isBlank() ? Wachtrijvraag.OPENSTAAND
                : List.of(Berichtstatus.metCode(status).orElseThrow(() -> new OngeldigeInvoer("status", "Deze status bestaat niet.")));
        List<Wachtrijregel> gevonden = beheer.zoek(new Wachtrijvraag(ik.gemeentenMet(Recht.BERICHTEN_BEHEREN), statussen, null, null, na), ik,
                MEESTE + 1);
        ResponseEntity.BodyBuilder antwoord = ResponseEntity.ok();
        List<Wachtrijregel> berichten = gevonden;
        if (gevonden.size() > MEESTE) {
            berichten = gevonden.subList(0, MEESTE);
            antwoord.header(HttpHeaders.LINK, "<" + ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("na", berichten.get(MEESTE - 1).id()).toUriString() + ">; rel=\"next\"");
        }
        return antwoord.body(berichten.stream().map(Berichtantwoord::van).toList());
    }

    @PostMapping("/{id}/opnieuw")
    @Operation(operationId = "berichtOpnieuw", summary = "Een bericht meteen opnieuw proberen")
    @ApiResponse(responseCode = "200", description = "Het staat weer klaar")
    @ApiResponse(responseCode = "404", description = "Er is geen bericht met dit id in uw gemeenten", content = @Content)
    @ApiResponse(responseCode = "409", description = "Het is al verzonden of vervallen, of heeft geen adres", content = @Content)
    Berichtantwoord opnieuw(@PathVariable UUID id, Principal wie) {
        Medewerker ik = ik(wie);
        beheer.opnieuw(id, ik);
        return Berichtantwoord.van(beheer.metId(id, ik));
    }

    @PostMapping(path = "/{id}/laten-vervallen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "berichtLatenVervallen", summary = "Een bericht niet meer versturen",
            description = "De reden komt in de tijdlijn van de zaak: geen persoonsgegevens.")
    @ApiResponse(responseCode = "200", description = "Het wordt niet meer verzonden")
    @ApiResponse(responseCode = "404", description = "Er is geen bericht met dit id in uw gemeenten", content = @Content)
    @ApiResponse(responseCode = "409", description = "Het is al verzonden of vervallen", content = @Content)
    @ApiResponse(responseCode = "422", description = "De reden ontbreekt of past niet", content = @Content(
            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = Vervallen.class), examples = @ExampleObject("{\"reden\":\"De ontvanger bestaat niet meer\"}")))
    Berichtantwoord laatVervallen(@PathVariable UUID id, @RequestBody Vervallen waarom, Principal wie) {
        Medewerker ik = ik(wie);
        beheer.laatVervallen(id, waarom.reden(), ik);
        return Berichtantwoord.van(beheer.metId(id, ik));
    }

    private Medewerker ik(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U bent hier niet bekend."));
    }
}
