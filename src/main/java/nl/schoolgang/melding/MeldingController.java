package nl.schoolgang.melding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.melding.Aanname.Gevolg;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The intake's part of the API (02, "API"). */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Meldingen", description = "Verzuim aanleveren")
class MeldingController {

    private static final int GROOTSTE_MELDING = 256 * 1024;

    private final Intake intake;
    private final Bestandsimport bestandsimport;
    private final Medewerkers medewerkers;

    MeldingController(Intake intake, Bestandsimport bestandsimport, Medewerkers medewerkers) {
        this.intake = intake;
        this.bestandsimport = bestandsimport;
        this.medewerkers = medewerkers;
    }

    /** @param zaaknummer the case that has the melding */
    record Antwoord(@Schema(example = "NOP-2026-000123") String zaaknummer) {
    }

    @PostMapping(path = "/verzuimmeldingen", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Eén verzuimmelding van DUO", description = """
            Herkenning op gemeente en meldingsnummer: dezelfde melding nog eens verandert niets, andere inhoud werkt de zaak bij, \
            status ingetrokken trekt haar in. Een leeg veld telt als niet ingevuld; ontvangen telt niet mee bij het vergelijken.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Meldingsschema.Verzuimmelding.class),
            examples = @ExampleObject(Meldingsschema.VOORBEELD_VERZUIMMELDING)))
    @ApiResponse(responseCode = "201", description = "Nieuw: een zaak geopend, of gevoegd bij de lopende zaak van de leerling")
    @ApiResponse(responseCode = "200", description = "Al bekend: zelfde zaaknummer, zo nodig bijgewerkt")
    ResponseEntity<Antwoord> verzuimmelding(HttpServletRequest verzoek, Principal wie) throws IOException {
        return antwoord(intake.neemAan(Jsonbron.lees(inhoud(verzoek), Meldingsvorm.VERZUIMMELDING), Meldingsvorm.VERZUIMMELDING, medewerker(wie)));
    }

    @PostMapping(path = "/kennisgevingen", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Verzuim dat buiten DUO om is gemeld", description = """
            Van een school die (nog) niet op DUO is aangesloten (bron school-buiten-duo), of van een ander dan de directeur \
            (bron andere-bron). Bij andere-bron mogen het BSN, het onderwijsnummer en de school ontbreken: de leerling wordt dan \
            gezocht op naam en geboortedatum en anders nieuw vastgelegd. Herkenning op gemeente, bron en meldingsnummer.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Meldingsschema.Kennisgeving.class),
            examples = @ExampleObject(Meldingsschema.VOORBEELD_KENNISGEVING)))
    @ApiResponse(responseCode = "201", description = "Nieuw: een zaak geopend, of gevoegd bij de lopende zaak van de leerling")
    @ApiResponse(responseCode = "200", description = "Al bekend: zelfde zaaknummer, zo nodig bijgewerkt")
    ResponseEntity<Antwoord> kennisgeving(HttpServletRequest verzoek, Principal wie) throws IOException {
        return antwoord(intake.neemAan(Jsonbron.lees(inhoud(verzoek), Meldingsvorm.KENNISGEVING), Meldingsvorm.KENNISGEVING, medewerker(wie)));
    }

    @PostMapping(path = "/verzuimmeldingen/bestand", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Een CSV-bestand met verzuimmeldingen", description = """
            UTF-8, ; als scheidingsteken, een kop met de namen van de velden (leerling.bsn), ten hoogste 20.000 regels. \
            Een foute regel houdt een goede niet tegen. Het antwoord komt als alle regels klaar zijn.""")
    @ApiResponse(responseCode = "200", description = "Het rapport")
    Importrapport bestand(@RequestParam("bestand") MultipartFile bestand, Principal wie) throws IOException {
        return bestandsimport.importeer(bestand.getBytes(), medewerker(wie));
    }

    private Medewerker medewerker(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U mag geen meldingen aanleveren."));
    }

    private static byte[] inhoud(HttpServletRequest verzoek) throws IOException {
        byte[] inhoud = verzoek.getInputStream().readNBytes(GROOTSTE_MELDING + 1);
        if (inhoud.length > GROOTSTE_MELDING) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "Eén melding is ten hoogste 256 kB.");
        }
        return inhoud;
    }

    private static ResponseEntity<Antwoord> antwoord(Aanname aanname) {
        return ResponseEntity.status(aanname.gevolg() == Gevolg.AANGENOMEN ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Antwoord(aanname.zaaknummer()));
    }
}
