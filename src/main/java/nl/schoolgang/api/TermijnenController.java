package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
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

    /** Terms of which the law or an instruction names the date itself (03): there is no length to count. */
    private static final Map<String, String> VASTE_DATUM = Map.of(
            "vrijstelling.kennisgeving-jaarlijks", "de kennisgeving is elk jaar vóór 1 juli binnen, de laatste dag is 30 juni "
                    + "(Leerplichtwet 1969, artikel 6 lid 2 onder b)",
            "vrijstelling.herinnering", "de herinnering gaat elk jaar op 1 april uit (standaard, niet in de instructie; bij Ambtsinstructie Bunnik, "
                    + "artikel 12 lid 5, en Noordoostpolder, paragraaf 3.3)",
            "svb.stopzetting", "de kinderbijslag stopt op de eerste dag van het volgende kwartaal (Algemene Kinderbijslagwet, artikel 11)",
            "jikp.startset", "de startset gaat uit in de week na het eerste volle weekend van november (Ambtsinstructie Bunnik, artikel 9a lid 1)",
            "jaarverslag.raad", "het jaarverslag is elk jaar vóór 1 oktober bij de raad (Leerplichtwet 1969, artikel 25)",
            "effectrapportage", "de effectrapportage is elk jaar op 1 december klaar (Ambtsinstructie Bunnik, artikel 21 lid 1; DUO: 15 december)");
    private static final Map<String, String> VASTE_DATUM_NOORDOOSTPOLDER = Map.of(
            "absoluut-verzuim.administratieve-controle", "de controle hoort bij de maandelijkse ronde, uiterlijk aan het einde van de maand "
                    + "(Ambtsinstructie Noordoostpolder, paragraaf 3.2)",
            "vroege-inschrijving.brief", "de brief volgt uit de maandelijkse lijst van vijfjarigen (Ambtsinstructie Noordoostpolder, paragraaf 2.1)");

    private final Termijnen termijnen;
    private final Gemeenten gemeenten;

    TermijnenController(Termijnen termijnen, Gemeenten gemeenten) {
        this.termijnen = termijnen;
        this.gemeenten = gemeenten;
    }

    @GetMapping("/bereken")
    @Operation(operationId = "berekenTermijn", summary = "Berekent het einde van een termijn uit de tabel met termijnen",
            description = "Een code met een vaste datum (zoals vóór 1 juli) geeft 422: die wordt niet geteld vanaf een gebeurtenis.")
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
        code.map(c -> vasteDatum(gemeente.orElse(""), c)).ifPresent(regel -> p.fout("code", "Deze termijn heeft een vaste datum en wordt niet "
                + "geteld vanaf een gebeurtenis: " + regel + "."));
        p.controleer();
        return Parameters.binnenKalender("vanaf", termijnen.bereken(gemeente.orElseThrow(), code.orElseThrow(), vanaf.orElseThrow()));
    }

    /** The rule that sets the date; null when the term has a length. */
    private static String vasteDatum(String gemeente, String code) {
        return gemeente.equals("noordoostpolder") && VASTE_DATUM_NOORDOOSTPOLDER.containsKey(code) ? VASTE_DATUM_NOORDOOSTPOLDER.get(code)
                : VASTE_DATUM.get(code);
    }
}
