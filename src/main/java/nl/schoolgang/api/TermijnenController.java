package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.termijn.Termijnen;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/termijnen", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Termijnen", description = "De termijnen van de procedures")
class TermijnenController {

    private final Termijnen termijnen;
    private final Gemeenten gemeenten;

    TermijnenController(Termijnen termijnen, Gemeenten gemeenten) {
        this.termijnen = termijnen;
        this.gemeenten = gemeenten;
    }

    @GetMapping("/bereken")
    @Operation(operationId = "berekenTermijn", summary = "Berekent het einde van een termijn uit de tabel met termijnen",
            description = "Een code met een vaste datum (zoals vóór 1 juli) geeft de eerste datum na de gebeurtenis. Een code waarvan "
                    + "de datum in elke zaak apart wordt bepaald geeft 422.")
    @Parameter(name = "gemeente", in = ParameterIn.QUERY, required = true, schema = @Schema(type = "string"), example = "noordoostpolder")
    @Parameter(name = "code", in = ParameterIn.QUERY, required = true, schema = @Schema(type = "string"), example = "bezwaar.indienen")
    @Parameter(name = "vanaf", in = ParameterIn.QUERY, required = true, description = "De dag van de gebeurtenis; telt zelf niet mee",
            schema = @Schema(type = "string", format = "date"), example = "2026-02-20")
    @ApiResponse(responseCode = "200", description = "Het einde van de termijn", content = @Content(schema = @Schema(implementation = BerekendeTermijn.class)))
    @ApiResponse(responseCode = "422", description = "Een parameter klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    BerekendeTermijn bereken(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        Parameters p = new Parameters(parameters, "gemeente", "code", "vanaf");
        Optional<String> gemeente = p.verplicht("gemeente");
        Optional<String> code = p.verplicht("code");
        Optional<LocalDate> vanaf = p.verplichteDatum("vanaf");
        if (gemeente.isPresent() && gemeenten.metCode(gemeente.get()).isEmpty()) {
            p.fout("gemeente", "Deze gemeente is niet bekend. Kies uit: "
                    + String.join(", ", gemeenten.alle().stream().map(Gemeente::code).sorted().toList()) + ".");
        }
        p.controleer();
        return Parameters.binnenKalender("vanaf", termijnen.bereken(gemeente.orElseThrow(), code.orElseThrow(), vanaf.orElseThrow()));
    }
}
