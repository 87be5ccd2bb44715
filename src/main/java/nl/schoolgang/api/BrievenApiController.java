package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.werkvoorraad.Brieftoegang;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters in the API. A letter of a case that one may not see does not exist. */
@RestController
@RequestMapping("/api/v1/brieven/{id}")
@Tag(name = "Brieven", description = "Brieven lezen en vastleggen wat ervan kwam")
class BrievenApiController {

    private final Brieftoegang brieven;
    private final Medewerkers medewerkers;

    BrievenApiController(Brieftoegang brieven, Medewerkers medewerkers) {
        this.brieven = brieven;
        this.medewerkers = medewerkers;
    }

    /** Where the letter stands now. */
    @Schema(name = "BriefAntwoord")
    record Briefantwoord(UUID id, String zaaknummer, String soort, String aan, String status, @Schema(nullable = true) LocalDate verzonden) {
    }

    @GetMapping
    @Operation(operationId = "brief", summary = "Een brief als PDF", description = "Een geheim adres staat er niet in.")
    @ApiResponse(responseCode = "200", description = "De brief", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE,
            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(@PathVariable String id, Principal wie) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .body(brieven.pdf(id, ik(wie)).inhoud());
    }

    @PostMapping(path = "/verzonden", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "briefVerzonden", summary = "De brief is verzonden", description = """
            De termijn die bij verzending begint, wordt vanaf deze dag gerekend. Dezelfde dag nog eens sturen verandert niets.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"datum\":\"2026-03-03\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    Briefantwoord verzonden(@PathVariable String id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        brieven.open(id, ik);
        brieven.verzonden(List.of(id), veld(gestuurd, "datum"), ik);
        return antwoord(id, ik);
    }

    @PostMapping(path = "/retour", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "briefRetour", summary = "De brief kwam terug", description = """
            Redenen: verhuisd, onbekend, geweigerd, niet-afgehaald, adres-onvolledig, anders. In de zaak komt een taak om het adres te zoeken.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject("{\"reden\":\"verhuisd\"}")))
    @ApiResponse(responseCode = "200", description = "Vastgelegd")
    Briefantwoord retour(@PathVariable String id, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        brieven.open(id, ik);
        brieven.retour(id, veld(gestuurd, "reden"), ik);
        return antwoord(id, ik);
    }

    private Briefantwoord antwoord(String id, Medewerker ik) {
        Brieftoegang.Briefregel regel = brieven.open(id, ik);
        Brief b = regel.brief();
        return new Briefantwoord(b.id(), regel.zaak().zaaknummer(), b.code(), b.aanSoort().code(), b.status().code(), b.verzondenOp());
    }

    /** The one field that this call has; anything else that is sent is refused. */
    private static String veld(Map<String, Object> gestuurd, String naam) {
        List<Fout> fouten = new ArrayList<>();
        gestuurd.keySet().stream().filter(v -> !v.equals(naam)).forEach(v -> fouten.add(new Fout(v, "Dit veld is hier niet bekend.")));
        if (gestuurd.get(naam) != null && !(gestuurd.get(naam) instanceof String)) {
            fouten.add(new Fout(naam, "Dit is geen tekst."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return (String) gestuurd.get(naam);
    }

    private Medewerker ik(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U bent hier niet bekend."));
    }
}
