package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Intake;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.werkvoorraad.Brieftoegang;
import nl.schoolgang.werkvoorraad.Inzagespoor;
import nl.schoolgang.werkvoorraad.Werkvoorraad;
import nl.schoolgang.werkvoorraad.Zaakzicht;
import nl.schoolgang.zaak.Zaak;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases in the API. A case that one may not see does not exist. */
@RestController
@RequestMapping(path = "/api/v1/zaken/{zaaknummer}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Zaken", description = "Zaken en wat er van buiten bij komt")
class ZakenController {

    private final Zaakzicht zicht;
    private final Leerlingen leerlingen;
    private final Meldingen meldingen;
    private final Termijnen termijnen;
    private final Berichten berichten;
    private final Brieftoegang brieven;
    private final Werkvoorraad werkvoorraad;
    private final Intake intake;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Medewerkers medewerkers;
    private final Inzagespoor spoor;
    private final Clock klok;

    ZakenController(Zaakzicht zicht, Leerlingen leerlingen, Meldingen meldingen, Termijnen termijnen, Berichten berichten, Brieftoegang brieven,
            Werkvoorraad werkvoorraad, Intake intake, Zaakgebeurtenissen gebeurtenissen, Medewerkers medewerkers, Inzagespoor spoor, Clock klok) {
        this.zicht = zicht;
        this.leerlingen = leerlingen;
        this.meldingen = meldingen;
        this.termijnen = termijnen;
        this.berichten = berichten;
        this.brieven = brieven;
        this.werkvoorraad = werkvoorraad;
        this.intake = intake;
        this.gebeurtenissen = gebeurtenissen;
        this.medewerkers = medewerkers;
        this.spoor = spoor;
        this.klok = klok;
    }

    /** @param zaaknummer the case that the event reached */
    @Schema(name = "GebeurtenisAntwoord")
    record Verwerkt(@Schema(example = "NOP-2026-000123") String zaaknummer) {
    }

    @GetMapping
    @Operation(operationId = "zaak", summary = "Een zaak met haar open taken, termijnen en berichten")
    @ApiResponse(responseCode = "200", description = "De zaak")
    @ApiResponse(responseCode = "404", description = "Er is geen zaak met dit nummer die u mag zien", content = @Content)
    Zaakantwoord zaak(@PathVariable String zaaknummer, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.open(zaaknummer, ik);
        spoor.zaak(zaak, ik);
        Leerling leerling = leerlingen.metId(zaak.leerlingId());
        Map<UUID, String> nummers = meldingen.vanZaak(zaak.id()).stream().collect(Collectors.toMap(Melding::id, Melding::meldingsnummer));
        return new Zaakantwoord(zaak.zaaknummer(), zaak.procedure(), zaak.gemeente(), zaak.status().code(),
                new Zaakantwoord.Leerlinggegevens(leerling.id(), leerling.naam(), leerling.geboortedatum()),
                zicht.gekoppeld(zaak.id(), ik).stream().map(Zaak::zaaknummer).toList(),
                werkvoorraad.vanZaak(zaak.id()).stream().map(Zaakantwoord.Zaaktaak::van).toList(),
                termijnen.vanZaak(zaak.id()).stream().map(t -> Zaakantwoord.Zaaktermijn.van(t, nummers)).toList(),
                berichten.vanZaak(zaak.id()).stream().map(Zaakantwoord.Verzending::van).toList(),
                brieven.vanZaak(zaak, ik).stream().map(Zaakantwoord.Zaakbrief::van).toList());
    }

    @PostMapping(path = "/gebeurtenissen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "meldGebeurtenis", summary = "Iets van buiten bereikte de zaak", description = """
            Soorten: `melding-ingetrokken` (de melder trekt de melding met dit `meldingsnummer` in), `verhuisd` (met `nieuweGemeente` als die bekend
            is), `achttien-geworden`, `startkwalificatie`, `overleden`. Die laatste vier beëindigen het werk aan de zaak; wat er met gestarte
            maatregelen gebeurt staat in de tabel gebeurtenis-gevolgen. Nog eens sturen verandert niets.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = Gebeurtenisinvoer.class), examples = {@ExampleObject(name = "ingetrokken", value = Gebeurtenisinvoer.VOORBEELD),
                @ExampleObject(name = "verhuisd", value = Gebeurtenisinvoer.VOORBEELD_VERHUISD)}))
    @ApiResponse(responseCode = "200", description = "Verwerkt")
    @ApiResponse(responseCode = "403", description = "U mag niet aanleveren", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak met dit nummer die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De zaak is gesloten, of verwerkt al een andere gebeurtenis", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Verwerkt gebeurtenis(@PathVariable String zaaknummer, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = zicht.voortgezet(zicht.open(zaaknummer, ik), ik);
        if (!ik.mag(Recht.MELDING_AANLEVEREN, zaak.gemeente())) {
            throw new GeenRecht("U mag niet aanleveren voor deze gemeente.");
        }
        Gebeurtenisinvoer gebeurtenis = Gebeurtenisinvoer.lees(gestuurd, klok);
        if (gebeurtenis.gebeurtenis() != null) {
            gebeurtenissen.legVast(zaak, gebeurtenis.gebeurtenis(), gebeurtenis.ontvangen(), ik);
            return new Verwerkt(zaak.zaaknummer());
        }
        return new Verwerkt(intake.trekIn(zaak, gebeurtenis.meldingsnummer(), gebeurtenis.ontvangen(), ik).zaaknummer());
    }

    private Medewerker ik(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U bent hier niet bekend."));
    }
}
