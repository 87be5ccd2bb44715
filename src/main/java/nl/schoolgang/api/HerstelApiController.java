package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.herstel.Heropening;
import nl.schoolgang.herstel.Intrekkingherstel;
import nl.schoolgang.herstel.Meldingverplaatsing;
import nl.schoolgang.herstel.Samenvoeging;
import nl.schoolgang.herstel.Vergelijking;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.werkvoorraad.Hersteltoegang;
import nl.schoolgang.werkvoorraad.Inzagespoor;
import nl.schoolgang.zaak.Zaak;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Putting right in the API: the same rules and rights as the screens. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Herstellen", description = "Wat verkeerd ging rechtzetten")
class HerstelApiController {

    private final Hersteltoegang toegang;
    private final Samenvoeging samenvoeging;
    private final Meldingverplaatsing verplaatsing;
    private final Heropening heropening;
    private final Intrekkingherstel intrekkingherstel;
    private final Medewerkers medewerkers;
    private final Inzagespoor spoor;

    HerstelApiController(Hersteltoegang toegang, Samenvoeging samenvoeging, Meldingverplaatsing verplaatsing, Heropening heropening,
            Intrekkingherstel intrekkingherstel, Medewerkers medewerkers, Inzagespoor spoor) {
        this.toegang = toegang;
        this.samenvoeging = samenvoeging;
        this.verplaatsing = verplaatsing;
        this.heropening = heropening;
        this.intrekkingherstel = intrekkingherstel;
        this.medewerkers = medewerkers;
        this.spoor = spoor;
    }

    /** @param zaaknummer the case that goes on with it */
    @Schema(name = "Hersteld")
    record Hersteld(@Schema(example = "NOP-2026-000123") String zaaknummer) {
    }

    @Schema(name = "Samengevoegd")
    record Samengevoegd(@Schema(description = "Id van de leerling die blijft") UUID leerling) {
    }

    @Schema(name = "LeerlingVergelijking")
    record Naast(@Schema(description = "Stuur dit mee bij het samenvoegen") String kenmerk,
            @Schema(description = "Waarom het niet kan; leeg als het kan") List<String> bezwaren, List<Veld> velden,
            @Schema(description = "De open zaak die blijft", nullable = true) String blijvendeZaak,
            @Schema(description = "De open zaak die daarin opgaat", nullable = true) String opgaandeZaak) {
    }

    @Schema(name = "LeerlingVergelijkingVeld")
    record Veld(String veld, @Schema(nullable = true) String blijft, @Schema(nullable = true) String verdwijnt,
            @Schema(description = "Kies bij dit veld blijft of verdwijnt") boolean keuze) {
    }

    @GetMapping("/leerlingen/{id}/samenvoegen/{ander}")
    @Operation(operationId = "vergelijkLeerlingen", summary = "Legt twee vastgelegde leerlingen naast elkaar; verandert niets",
            description = "`id` blijft, `ander` verdwijnt. Een geheim adres staat er niet bij.")
    @ApiResponse(responseCode = "200", description = "De vergelijking")
    @ApiResponse(responseCode = "403", description = "U mag in deze gemeente niets herstellen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen leerling met dit id die u mag zien", content = @Content)
    Naast vergelijk(@PathVariable UUID id, @PathVariable UUID ander, Principal wie) {
        Medewerker ik = ik(wie);
        Leerling blijft = toegang.leerling(id, ik);
        Leerling verdwijnt = toegang.leerling(ander, ik);
        spoor.leerling(blijft, ik, "leerlingen vergelijken");
        spoor.leerling(verdwijnt, ik, "leerlingen vergelijken");
        Vergelijking v = samenvoeging.vergelijk(blijft.id(), verdwijnt.id());
        return new Naast(v.kenmerk(), v.bezwaren(), v.velden().stream().map(f -> new Veld(f.veld(), f.blijft(), f.verdwijnt(), f.keuze())).toList(),
                v.blijvendeZaak() == null ? null : v.blijvendeZaak().zaaknummer(), v.opgaandeZaak() == null ? null : v.opgaandeZaak().zaaknummer());
    }

    @PostMapping(path = "/leerlingen/{id}/samenvoegen/{ander}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "voegLeerlingenSamen", summary = "Voegt een leerling die twee keer is vastgelegd samen", description = """
            `id` blijft, `ander` verdwijnt; zaken, meldingen, termijnen en dossier gaan mee. Dit kan niet ongedaan worden gemaakt. Vraag eerst de \
            vergelijking op en stuur haar kenmerk mee.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = Herstelinvoer.VoegSamen.class), examples = @ExampleObject(Herstelinvoer.VOORBEELD_SAMEN)))
    @ApiResponse(responseCode = "200", description = "Samengevoegd")
    @ApiResponse(responseCode = "403", description = "U mag in deze gemeente niets herstellen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen leerling met dit id die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "Zij kunnen niet worden samengevoegd, of er is intussen iets gewijzigd", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Samengevoegd voegSamen(@PathVariable UUID id, @PathVariable UUID ander, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        UUID blijft = toegang.leerling(id, ik).id();
        UUID verdwijnt = toegang.leerling(ander, ik).id();
        Herstelinvoer.VoegSamen invoer = Herstelinvoer.voegSamen(gestuurd);
        samenvoeging.voegSamen(blijft, verdwijnt, invoer.keuzes(), invoer.kenmerk(), ik);
        return new Samengevoegd(blijft);
    }

    @PostMapping(path = "/zaken/{zaaknummer}/meldingen/{meldingsnummer}/verplaatsen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "verplaatsMelding", summary = "Verplaatst een melding naar de juiste leerling", description = """
            De melding gaat naar de open zaak van die leerling, of naar een nieuwe. Was de verplaatsing zelf een vergissing, verplaats haar dan terug.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = Herstelinvoer.Verplaats.class), examples = @ExampleObject(Herstelinvoer.VOORBEELD_VERPLAATS)))
    @ApiResponse(responseCode = "200", description = "Verplaatst; deze zaak heeft de melding nu")
    @ApiResponse(responseCode = "403", description = "U mag in deze gemeente niets herstellen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of melding met dit nummer die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De melding kan niet naar deze leerling, of staat al ergens anders", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Hersteld verplaats(@PathVariable String zaaknummer, @PathVariable String meldingsnummer, @RequestBody Map<String, Object> gestuurd,
            Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = toegang.zaak(zaaknummer, ik);
        Herstelinvoer.Verplaats invoer = Herstelinvoer.verplaats(gestuurd);
        UUID melding = toegang.melding(zaak, meldingsnummer).id();
        return new Hersteld(verplaatsing.verplaats(zaak, melding, toegang.leerling(invoer.leerling(), ik).id(), invoer.correctie(), invoer.reden(), ik)
                .zaaknummer());
    }

    @PostMapping(path = "/zaken/{zaaknummer}/meldingen/{meldingsnummer}/intrekking-ongedaan", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "maakIntrekkingOngedaan", summary = "Maakt een intrekking die een vergissing was ongedaan", description = """
            De melding telt weer mee, met termijnen vanaf nu. Een gesloten zaak gaat weer open; heeft de leerling een nieuwere open zaak, dan gaat \
            de melding daarheen.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = Herstelinvoer.Ongedaan.class), examples = @ExampleObject(Herstelinvoer.VOORBEELD_ONGEDAAN)))
    @ApiResponse(responseCode = "200", description = "Ongedaan gemaakt; deze zaak behandelt de melding nu")
    @ApiResponse(responseCode = "403", description = "U mag in deze gemeente niets herstellen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak of melding met dit nummer die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De melding is niet ingetrokken, of vraagt niets meer", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Hersteld maakOngedaan(@PathVariable String zaaknummer, @PathVariable String meldingsnummer, @RequestBody Map<String, Object> gestuurd,
            Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = toegang.zaak(zaaknummer, ik);
        Herstelinvoer.Ongedaan invoer = Herstelinvoer.ongedaan(gestuurd);
        return new Hersteld(intrekkingherstel.maakOngedaan(zaak, toegang.melding(zaak, meldingsnummer).id(), invoer.reden(), ik).zaaknummer());
    }

    @PostMapping(path = "/zaken/{zaaknummer}/heropenen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "heropenZaak", summary = "Opent een zaak die ten onrechte is gesloten",
            description = "De zaak gaat verder onder hetzelfde nummer. Wie meldde, hoort dat de melding weer in behandeling is.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = Herstelinvoer.Heropen.class), examples = @ExampleObject(Herstelinvoer.VOORBEELD_HEROPEN)))
    @ApiResponse(responseCode = "200", description = "De zaak is weer open")
    @ApiResponse(responseCode = "403", description = "U mag in deze gemeente niets herstellen", content = @Content)
    @ApiResponse(responseCode = "404", description = "Er is geen zaak met dit nummer die u mag zien", content = @Content)
    @ApiResponse(responseCode = "409", description = "De zaak is open, samengevoegd of leeg, of de leerling heeft een nieuwere open zaak", content = @Content)
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Hersteld heropen(@PathVariable String zaaknummer, @RequestBody Map<String, Object> gestuurd, Principal wie) {
        Medewerker ik = ik(wie);
        Zaak zaak = toegang.zaak(zaaknummer, ik);
        heropening.heropen(zaak, Herstelinvoer.heropen(gestuurd), ik);
        return new Hersteld(zaak.zaaknummer());
    }

    private Medewerker ik(Principal wie) {
        return medewerkers.metNaam(wie == null ? "" : wie.getName()).orElseThrow(() -> new GeenRecht("U mag niets herstellen."));
    }
}
