package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.OntbrekendeKalendergegevens;
import nl.schoolgang.kalender.Verzuimdag;
import nl.schoolgang.kalender.Verzuimvenster;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The 16 hours in four successive lesweken; nothing personal is sent or kept. */
@RestController
@Tag(name = "Kalender", description = "Rekenen met termijnen en werkdagen")
class VerzuimvensterController {

    private static final List<String> REGIOS = List.of("noord", "midden", "zuid");
    private static final int MEESTE_DAGEN = 500;
    private static final BigDecimal MEESTE_UREN = BigDecimal.valueOf(24);

    private final Kalender kalender;

    VerzuimvensterController(Kalender kalender) {
        this.kalender = kalender;
    }

    @PostMapping(path = "/api/v1/kalender/verzuimvenster", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "berekenVerzuimvenster", summary = "Telt verzuim over vier opeenvolgende lesweken", description = """
            Een lesweek is een kalenderweek met ten minste één schooldag; vakantieweken tellen niet mee. Het antwoord noemt de vier lesweken met de
            meeste uren, en de eerste dag waarop 16 uur is bereikt.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(examples = @ExampleObject(
            "{\"regio\":\"noord\",\"afwezig\":[{\"datum\":\"2026-02-16\",\"uren\":8},{\"datum\":\"2026-03-03\",\"uren\":8}]}")))
    @ApiResponse(responseCode = "200", description = "De uitkomst met de stappen")
    @ApiResponse(responseCode = "422", description = "Een veld klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Verzuimvenster.Uitslag venster(@RequestBody Map<String, Object> gestuurd) {
        Velden velden = new Velden(gestuurd, "regio", "afwezig");
        String regio = velden.tekst("regio", true);
        if (regio != null && !REGIOS.contains(regio)) {
            velden.fout("regio", "Kies uit: " + String.join(", ", REGIOS) + ".");
        }
        List<Verzuimdag> dagen = new ArrayList<>();
        if (gestuurd.get("afwezig") instanceof List<?> lijst && !lijst.isEmpty() && lijst.size() <= MEESTE_DAGEN) {
            for (int i = 0; i < lijst.size(); i++) {
                Verzuimdag dag = dag(lijst.get(i), "afwezig[" + i + "]", velden);
                if (dag != null) {
                    dagen.add(dag);
                }
            }
        } else {
            velden.fout("afwezig", "Geef een lijst van 1 tot en met " + MEESTE_DAGEN + " dagen, elk met datum en uren.");
        }
        velden.controleer();
        for (int i = 0; i < dagen.size(); i++) {
            if (!isSchooldag(dagen.get(i), regio)) {
                velden.fout("afwezig[" + i + "].datum", "Op deze dag is er geen school.");
            }
        }
        velden.controleer();
        return new Verzuimvenster(kalender).bepaal(dagen, regio, null);
    }

    private boolean isSchooldag(Verzuimdag dag, String regio) {
        try {
            return kalender.isSchooldag(dag.datum(), regio);
        } catch (OntbrekendeKalendergegevens e) {
            throw new OngeldigeInvoer("afwezig", e.getMessage());
        }
    }

    private static Verzuimdag dag(Object waarde, String pad, Velden velden) {
        if (!(waarde instanceof Map<?, ?> kaart)) {
            velden.fout(pad, "Geef datum en uren.");
            return null;
        }
        Map<String, Object> inhoud = new HashMap<>();
        kaart.forEach((naam, inhoudswaarde) -> inhoud.put(pad + "." + naam, inhoudswaarde));
        inhoud.keySet().stream().filter(naam -> !naam.equals(pad + ".datum") && !naam.equals(pad + ".uren")).sorted()
                .forEach(naam -> velden.fout(naam, "Dit veld bestaat niet."));
        LocalDate datum = velden.binnen(inhoud).datum(pad + ".datum", true);
        BigDecimal uren = inhoud.get(pad + ".uren") instanceof Number getal ? new BigDecimal(getal.toString()) : BigDecimal.ZERO;
        if (uren.signum() <= 0 || uren.compareTo(MEESTE_UREN) > 0 || uren.scale() > 2) {
            velden.fout(pad + ".uren", "Geef het aantal uren, meer dan 0 en ten hoogste 24.");
            return null;
        }
        return datum == null ? null : new Verzuimdag(datum, uren);
    }
}
