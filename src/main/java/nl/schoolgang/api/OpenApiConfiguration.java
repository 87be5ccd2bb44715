package nl.schoolgang.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of every address alike, so that no controller needs to repeat it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BESTAND = "/api/v1/verzuimmeldingen/bestand";
    static final String VOORBEELD_BESTAND = """
            gemeente;meldingsnummer;soort;leerling.bsn;leerling.achternaam;leerling.geboortedatum;school.brin;begindatum;einddatum;gemeldDoor
            noordoostpolder;2026-0001234;16-uur;123456782;de Vries;2012-05-14;01AB;2026-02-02;2026-02-20;directeur
            """;
    private static final String BASIC = "basic";
    private static final String PROBLEM_JSON = "application/problem+json";

    @Bean
    OpenAPI beschrijving() {
        return new OpenAPI().info(new Info().title("Schoolgang").version("1").description("""
                        Verzuimmeldingen aanleveren, zaken en taken lezen en afronden, en rekenen met termijnen. \
                        Wat niet lukt, wordt beantwoord met application/problem+json in het Nederlands; bij 422 noemt fouten elk veld met de reden."""))
                .components(new Components().addSecuritySchemes(BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC)
                        .description("Gebruikersnaam en wachtwoord van een koppeling of een medewerker")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    OpenApiCustomizer alleAdressen() {
        return document -> {
            ModelConverters.getInstance().readAll(Probleem.class).forEach((naam, schema) -> {
                if (document.getComponents().getSchemas() == null || !document.getComponents().getSchemas().containsKey(naam)) {
                    document.getComponents().addSchemas(naam, schema);
                }
            });
            document.getPaths().forEach((pad, adres) -> adres.readOperationsMap().forEach((methode, operatie) -> fouten(pad, methode, operatie)));
            if (document.getPaths().containsKey(BESTAND)) {
                document.getPaths().get(BESTAND).getPost().getRequestBody().getContent().values()
                        .forEach(inhoud -> inhoud.setExample(Map.of("bestand", VOORBEELD_BESTAND)));
            }
        };
    }

    private static void fouten(String pad, PathItem.HttpMethod methode, Operation operatie) {
        boolean metInhoud = operatie.getRequestBody() != null;
        boolean metParameters = operatie.getParameters() != null && operatie.getParameters().stream().anyMatch(p -> "query".equals(p.getIn()));
        fout(operatie, "401", "Geen geldige gebruikersnaam en wachtwoord");
        fout(operatie, "403", "U hebt dit recht niet, of niet in deze gemeente");
        if (metInhoud) {
            fout(operatie, "400", "De inhoud van het verzoek is niet te lezen");
        }
        if (metInhoud || metParameters) {
            fout(operatie, "422", "Een veld of parameter klopt niet; fouten noemt elk veld met de reden");
        }
        if (pad.contains("{")) {
            fout(operatie, "404", "Dit is er niet, of u mag het niet zien");
        }
        if (methode == PathItem.HttpMethod.POST) {
            fout(operatie, "409", "Dit kan nu niet, of iemand anders wijzigde het op hetzelfde moment");
        }
        operatie.getResponses().forEach((status, antwoord) -> {
            if (status.startsWith("4")) {
                antwoord.setContent(new Content().addMediaType(PROBLEM_JSON,
                        new MediaType().schema(new Schema<Probleem>().$ref("#/components/schemas/Probleem"))));
            }
        });
    }

    private static void fout(Operation operatie, String status, String omschrijving) {
        operatie.getResponses().putIfAbsent(status, new ApiResponse().description(omschrijving));
    }
}
