package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Dwangsom;
import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Opschorting;
import nl.schoolgang.kalender.Richting;
import nl.schoolgang.kalender.Termijnberekening;
import nl.schoolgang.kalender.Termijnregel;
import nl.schoolgang.kalender.Uitkomst;
import nl.schoolgang.kalender.Uitlegregel;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/kalender", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Kalender", description = "Rekenen met termijnen en werkdagen")
class KalenderController {

    private static final List<String> EENHEDEN = List.of("dagen", "werkdagen", "schooldagen", "weken", "maanden", "uren");
    private static final int MEESTE_AANVRAGERS = 20;
    private static final String[] PARAMETERS = {"aantal", "eenheid", "vanaf", "atw", "richting", "regio", "opgeschortVan", "opgeschortTot"};

    private final Termijnberekening berekening;

    KalenderController(Termijnberekening berekening) {
        this.berekening = berekening;
    }

    @GetMapping("/termijn")
    @Operation(operationId = "berekenVrijeTermijn", summary = "Berekent het einde van een vrij gekozen termijn",
            description = "De dag van de gebeurtenis telt niet mee. Het einde volgt de Algemene termijnenwet, tenzij atw=false. "
                    + "Opschorting: van de dag na opgeschortVan tot en met de dag vóór opgeschortTot.")
    @Parameter(name = "aantal", in = ParameterIn.QUERY, required = true, description = "Lengte van de termijn",
            schema = @Schema(type = "integer", minimum = "0", maximum = "10000"), example = "6")
    @Parameter(name = "eenheid", in = ParameterIn.QUERY, required = true,
            schema = @Schema(allowableValues = {"dagen", "werkdagen", "schooldagen", "weken", "maanden", "uren"}), example = "weken")
    @Parameter(name = "vanaf", in = ParameterIn.QUERY, required = true,
            description = "De dag van de gebeurtenis; bij uren een datum met tijd", schema = @Schema(type = "string"), example = "2026-02-20")
    @Parameter(name = "atw", in = ParameterIn.QUERY, description = "Of de Algemene termijnenwet geldt",
            schema = @Schema(type = "boolean", defaultValue = "true"))
    @Parameter(name = "richting", in = ParameterIn.QUERY, schema = @Schema(allowableValues = {"vooruit", "terug"}, defaultValue = "vooruit"))
    @Parameter(name = "regio", in = ParameterIn.QUERY, description = "Vakantieregio, verplicht bij schooldagen",
            schema = @Schema(allowableValues = {"noord", "midden", "zuid"}))
    @Parameter(name = "opgeschortVan", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date"),
            description = "De dag van het verzoek om aanvulling. De opschorting begint de dag erna (Awb 4:15)", example = "2026-09-08")
    @Parameter(name = "opgeschortTot", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date"),
            description = "De dag waarop de aanvraag is aangevuld, of de gestelde termijn ongebruikt is verstreken. Deze dag is zelf niet meer "
                    + "opgeschort", example = "2026-09-22")
    @ApiResponse(responseCode = "200", description = "Het einde van de termijn", content = @Content(schema = @Schema(implementation = BerekendeTermijn.class)))
    @ApiResponse(responseCode = "422", description = "Een parameter klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    BerekendeTermijn termijn(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        Parameters p = new Parameters(parameters, PARAMETERS);
        Optional<Integer> aantal = p.verplichtGetal("aantal", 0, Termijnregel.GROOTSTE_AANTAL);
        Optional<Eenheid> eenheid = p.verplichteKeuze("eenheid", EENHEDEN).map(Eenheid::vanCode);
        boolean atw = p.keuze("atw", "true", List.of("true", "false")).equals("true");
        Richting richting = Richting.vanCode(p.keuze("richting", "vooruit", List.of("vooruit", "terug")));
        String regio = p.keuze("regio", null, List.of("noord", "midden", "zuid"));
        if (eenheid.filter(Eenheid.SCHOOLDAGEN::equals).isPresent() && !p.heeft("regio")) {
            p.fout("regio", "Bij schooldagen is de vakantieregio verplicht: noord, midden of zuid.");
        }
        if (eenheid.filter(Eenheid.UREN::equals).isPresent()) {
            return Parameters.binnenKalender("aantal", inUren(p, aantal, richting));
        }
        Optional<LocalDate> vanaf = p.verplichteDatum("vanaf");
        Optional<Opschortingsvraag> opschorting = opschorting(p, richting, vanaf);
        p.controleer();
        Termijnregel regel = new Termijnregel(aantal.orElseThrow(), eenheid.orElseThrow(), atw, richting, regio);
        return Parameters.binnenKalender("aantal", bereken(regel, vanaf.orElseThrow(), opschorting));
    }

    @GetMapping("/dwangsom")
    @Operation(operationId = "berekenDwangsom", summary = "Berekent de dwangsom bij niet tijdig beslissen (Awb 4:17 en 4:18)",
            description = "Zonder beslist: alsof er tot en met de 42e dag niet wordt beslist.")
    @Parameter(name = "ontvangen", in = ParameterIn.QUERY, required = true, description = "De dag waarop de ingebrekestelling is ontvangen, na het "
            + "einde van de beslistermijn", schema = @Schema(type = "string", format = "date"), example = "2026-11-09")
    @Parameter(name = "beslist", in = ParameterIn.QUERY, description = "De dag waarop de beslissing is bekendgemaakt",
            schema = @Schema(type = "string", format = "date"), example = "2026-12-01")
    @Parameter(name = "aanvragers", in = ParameterIn.QUERY, schema = @Schema(type = "integer", minimum = "1", maximum = "20", defaultValue = "1"))
    @ApiResponse(responseCode = "200", description = "Het verloop, per dag")
    @ApiResponse(responseCode = "422", description = "Een parameter klopt niet; fouten noemt elk veld met de reden",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Probleem.class)))
    Dwangsomverloop dwangsom(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        Parameters p = new Parameters(parameters, "ontvangen", "beslist", "aanvragers");
        Optional<LocalDate> ontvangen = p.verplichteDatum("ontvangen");
        Optional<LocalDate> beslist = p.datum("beslist");
        int aanvragers = p.heeft("aanvragers") ? p.verplichtGetal("aanvragers", 1, MEESTE_AANVRAGERS).orElse(1) : 1;
        if (ontvangen.isPresent() && beslist.isPresent() && beslist.get().isBefore(ontvangen.get())) {
            p.fout("beslist", "De beslissing ligt voor de ingebrekestelling.");
        }
        p.controleer();
        LocalDate dag = ontvangen.orElseThrow();
        return Dwangsomverloop.van(new Dwangsom(berekening).verloop(dag, beslist.orElse(null), dag.plusYears(1)), aanvragers);
    }

    /**
     * A suspension as it is asked for (Awb 4:15).
     *
     * @param verzoek    the day of the request for completion; does not count as suspended
     * @param aangevuld  the day of the completion, not before {@code verzoek}; does not count as suspended
     */
    private record Opschortingsvraag(LocalDate verzoek, LocalDate aangevuld) {

        private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("EEEE d-M-yyyy", Locale.forLanguageTag("nl-NL"));

        List<Opschorting> dagen() {
            return aangevuld.isAfter(verzoek) ? List.of(new Opschorting(verzoek.plusDays(1), aangevuld.minusDays(1))) : List.of();
        }

        Uitkomst uitgelegd(Uitkomst uitkomst) {
            long dagen = Math.max(0, ChronoUnit.DAYS.between(verzoek, aangevuld) - 1);
            List<Uitlegregel> uitleg = new ArrayList<>(uitkomst.uitleg());
            uitleg.add(1, new Uitlegregel(verzoek, ("Op %s is om aanvulling gevraagd; de opschorting begint de dag erna. Op %s is de aanvraag "
                    + "aangevuld; die dag is niet meer opgeschort. Opgeschort: %s.").formatted(DAG.format(verzoek), DAG.format(aangevuld),
                    dagen == 1 ? "1 dag" : dagen + " dagen")));
            return new Uitkomst(uitkomst.laatsteDag(), uitkomst.tijdstip(), uitleg);
        }
    }

    private Uitkomst bereken(Termijnregel regel, LocalDate vanaf, Optional<Opschortingsvraag> opschorting) {
        Uitkomst zonder = berekening.bereken(regel, vanaf, List.of());
        if (opschorting.isEmpty()) {
            return zonder;
        }
        if (opschorting.get().verzoek().isAfter(zonder.laatsteDag())) {
            throw new OngeldigeInvoer("opgeschortVan", "Het verzoek om aanvulling ligt na het einde van de termijn.");
        }
        return opschorting.get().uitgelegd(berekening.bereken(regel, vanaf, opschorting.get().dagen()));
    }

    private Uitkomst inUren(Parameters p, Optional<Integer> aantal, Richting richting) {
        Optional<LocalDateTime> vanaf = p.verplichtTijdstip("vanaf");
        for (String naam : List.of("opgeschortVan", "opgeschortTot")) {
            if (p.heeft(naam)) {
                p.fout(naam, "Een termijn in uren kan niet worden opgeschort.");
            }
        }
        p.controleer();
        return richting == Richting.VOORUIT ? berekening.berekenUren(aantal.orElseThrow(), vanaf.orElseThrow())
                : berekening.berekenUrenTerug(aantal.orElseThrow(), vanaf.orElseThrow());
    }

    private static Optional<Opschortingsvraag> opschorting(Parameters p, Richting richting, Optional<LocalDate> vanaf) {
        if (!p.heeft("opgeschortVan") && !p.heeft("opgeschortTot")) {
            return Optional.empty();
        }
        if (richting == Richting.TERUG) {
            p.fout("opgeschortVan", "Een termijn die wordt teruggerekend kan niet worden opgeschort.");
            return Optional.empty();
        }
        Optional<LocalDate> van = p.verplichteDatum("opgeschortVan");
        Optional<LocalDate> tot = p.verplichteDatum("opgeschortTot");
        if (van.isPresent() && tot.isPresent() && tot.get().isBefore(van.get())) {
            p.fout("opgeschortTot", "De aanvraag is aangevuld voordat erom gevraagd is.");
            return Optional.empty();
        }
        if (van.isPresent() && vanaf.isPresent() && van.get().isBefore(vanaf.get())) {
            p.fout("opgeschortVan", "Het verzoek om aanvulling ligt voor het begin van de termijn.");
        }
        return van.flatMap(verzoek -> tot.map(aangevuld -> new Opschortingsvraag(verzoek, aangevuld)));
    }
}
