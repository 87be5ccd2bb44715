package nl.schoolgang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo clock for other systems and for trying things out. */
@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo/klok")
@Tag(name = "Demo", description = "Alleen in het profiel demo")
class DemoklokApiController {

    private final Demoklok klok;

    DemoklokApiController(Demoklok klok) {
        this.klok = klok;
    }

    @GetMapping
    @Operation(summary = "De stand van de demoklok (Europe/Amsterdam)")
    Demoklok.Stand stand(Medewerker medewerker) {
        eisRecht(medewerker);
        return klok.stand();
    }

    @PostMapping
    @Operation(summary = "Zet de demoklok vooruit",
            description = "Wat onderweg vervalt, gebeurt op zijn eigen moment en op volgorde. Antwoordt als alles klaar is. "
                    + "Terug kan niet (409).",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Klokinvoer.class),
                    examples = @ExampleObject("{\"nu\":\"2026-03-09T09:00:00\"}"))))
    Demoklok.Stand verzet(@RequestBody JsonNode lichaam, Medewerker medewerker) {
        eisRecht(medewerker);
        return klok.verzet(lees(lichaam));
    }

    /** The body as the OpenAPI document shows it. */
    @Schema(name = "Klokstand", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Klokinvoer(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", format = "date-time",
            description = "De nieuwe stand, in Nederlandse tijd, zonder zone", example = "2026-03-09T09:00:00") LocalDateTime nu) {
    }

    private static void eisRecht(Medewerker medewerker) {
        if (!medewerker.magErgens(Recht.KLOK_ZETTEN)) {
            throw new GeenRecht("U mag de demoklok niet lezen of verzetten");
        }
    }

    private static LocalDateTime lees(JsonNode lichaam) {
        if (!(lichaam instanceof ObjectNode object)) {
            throw new OngeldigeInvoer("nu", "Stuur een object met het veld nu, bijvoorbeeld {\"nu\":\"2026-03-09T09:00:00\"}");
        }
        List<Fout> fouten = new ArrayList<>();
        object.fieldNames().forEachRemaining(veld -> {
            if (!"nu".equals(veld)) {
                fouten.add(new Fout(veld, "Onbekend veld"));
            }
        });
        LocalDateTime nu = null;
        JsonNode waarde = object.path("nu");
        if (!waarde.isTextual()) {
            fouten.add(new Fout("nu", "Verplicht: een tijdstip zoals 2026-03-09T09:00:00"));
        } else {
            try {
                nu = LocalDateTime.parse(waarde.textValue());
            } catch (DateTimeParseException e) {
                fouten.add(new Fout("nu", "Geen tijdstip; schrijf het als 2026-03-09T09:00:00"));
            }
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return nu;
    }
}
