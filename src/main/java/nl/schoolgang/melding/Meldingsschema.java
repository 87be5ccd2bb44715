package nl.schoolgang.melding;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The bodies of the intake as the OpenAPI document shows them. The bodies are read by {@link Jsonbron} and judged by the list in
 * {@link Veld}; a test holds these records and that list together.
 */
final class Meldingsschema {

    static final String VOORBEELD_VERZUIMMELDING = """
            {"gemeente":"noordoostpolder","meldingsnummer":"2026-0001234","soort":"16-uur","status":"geregistreerd",
             "leerling":{"bsn":"123456782","voornamen":"Sem","achternaam":"de Vries","geboortedatum":"2012-05-14","geslacht":"m"},
             "school":{"brin":"01AB","vestiging":"00","soort":"vo","naam":"Demo College"},
             "begindatum":"2026-02-02","einddatum":"2026-02-20","uren":18,"reden":"ongeoorloofd afwezig","alleLessenGemist":false,
             "actieSchool":"gesprek met leerling en ouders","actieGemeenteGewenst":true,"toelichting":"",
             "contact":{"naam":"mentor 3B","functie":"mentor","telefoon":"0527-000000","email":"mentor@example.org"},"gemeldDoor":"directeur"}
            """;

    static final String VOORBEELD_KENNISGEVING = """
            {"gemeente":"bunnik","bron":"andere-bron","meldingsnummer":"K-2026-0017","soort":"overig",
             "leerling":{"voornamen":"Noor","achternaam":"Jansen","geboortedatum":"2013-09-01"},
             "begindatum":"2026-02-23","toelichting":"Elke ochtend gezien in het winkelcentrum.",
             "melder":{"naam":"wijkteam Odijk","functie":"jongerenwerker","telefoon":"030-0000000","email":"wijkteam@example.org"}}
            """;

    private static final String DATUM = "2026-02-20";
    private static final String BEGIN = "Niet na ontvangen; bij luxe en overig ten hoogste een jaar erna";
    private static final String EINDE = "Verplicht bij 16-uur, langdurig en rmc-18-plus; ten hoogste een jaar na ontvangen";

    private Meldingsschema() {
    }

    @Schema(name = "Verzuimmelding", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Verzuimmelding(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Code van de gemeente", example = "noordoostpolder") String gemeente,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, example = "2026-0001234") String meldingsnummer,
            @Schema(requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"16-uur", "langdurig", "luxe", "overig", "rmc-18-plus"}) String soort,
            @Schema(allowableValues = {"geregistreerd", "ingetrokken"}, defaultValue = "geregistreerd") String status,
            @Schema(requiredMode = RequiredMode.REQUIRED) Leerling leerling,
            @Schema(requiredMode = RequiredMode.REQUIRED) School school,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = BEGIN, example = "2026-02-02") LocalDate begindatum,
            @Schema(description = EINDE, example = DATUM) LocalDate einddatum,
            @Schema(minimum = "0", maximum = "999", description = "Ten hoogste twee decimalen", example = "18") BigDecimal uren,
            @Schema(maxLength = 500) String reden,
            Boolean alleLessenGemist,
            @Schema(maxLength = 2000) String actieSchool,
            Boolean actieGemeenteGewenst,
            @Schema(maxLength = 4000) String toelichting,
            Contact contact,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 100, description = "directeur, of de functie van een ander") String gemeldDoor,
            @Schema(format = "date-time", description = "Niet in de toekomst; zonder zone is het Nederlandse tijd; standaard nu",
                    example = "2026-02-23T08:30:00+01:00") String ontvangen) {
    }

    @Schema(name = "Kennisgeving", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Kennisgeving(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Code van de gemeente", example = "bunnik") String gemeente,
            @Schema(requiredMode = RequiredMode.REQUIRED, allowableValues = {"school-buiten-duo", "andere-bron"}) String bron,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, description = "Nummer bij de bron", example = "K-2026-0017")
            String meldingsnummer,
            @Schema(requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"16-uur", "langdurig", "luxe", "overig", "rmc-18-plus"}) String soort,
            @Schema(allowableValues = {"geregistreerd", "ingetrokken"}, defaultValue = "geregistreerd") String status,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "bsn of onderwijsnummer is alleen bij andere-bron niet verplicht")
            Leerling leerling,
            @Schema(description = "brin is alleen bij andere-bron niet verplicht") School school,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = BEGIN, example = "2026-02-02") LocalDate begindatum,
            @Schema(description = EINDE, example = DATUM) LocalDate einddatum,
            @Schema(minimum = "0", maximum = "999", description = "Ten hoogste twee decimalen", example = "18") BigDecimal uren,
            @Schema(maxLength = 500) String reden,
            Boolean alleLessenGemist,
            @Schema(maxLength = 2000) String actieSchool,
            Boolean actieGemeenteGewenst,
            @Schema(maxLength = 4000) String toelichting,
            @Schema(description = "Standaard de melder") Contact contact,
            @Schema(maxLength = 100, description = "Standaard de functie van de melder") String gemeldDoor,
            @Schema(format = "date-time", description = "Niet in de toekomst; zonder zone is het Nederlandse tijd; standaard nu",
                    example = "2026-02-23T08:30:00+01:00") String ontvangen,
            @Schema(description = "functie is verplicht als gemeldDoor ontbreekt; naam bij school-buiten-duo") Melder melder) {
    }

    @Schema(name = "MeldingLeerling", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Leerling(
            @Schema(description = "Negen cijfers (of acht, zonder de voorloopnul), elfproef; bsn of onderwijsnummer is verplicht",
                    example = "123456782") String bsn,
            @Schema(description = "Negen cijfers, begint met 10") String onderwijsnummer,
            @Schema(maxLength = 200, example = "Sem") String voornamen,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "de Vries") String achternaam,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "4 tot en met 27 jaar op de begindatum", example = "2012-05-14")
            LocalDate geboortedatum,
            @Schema(allowableValues = {"m", "v", "x", "o"}) String geslacht) {
    }

    @Schema(name = "MeldingSchool", additionalProperties = AdditionalPropertiesValue.FALSE)
    record School(
            @Schema(pattern = "[0-9]{2}[A-Z0-9]{2}", description = "Verplicht, behalve bij andere-bron", example = "01AB") String brin,
            @Schema(pattern = "[A-Z0-9]{2}", defaultValue = "00", example = "00") String vestiging,
            @Schema(allowableValues = {"po", "sbo", "so", "vso", "vo", "pro", "vavo", "mbo", "particulier", "b3", "overig"}) String soort,
            @Schema(maxLength = 200, example = "Demo College") String naam) {
    }

    @Schema(name = "MeldingContact", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Contact(@Schema(maxLength = 200) String naam, @Schema(maxLength = 100) String functie, @Schema(maxLength = 30) String telefoon,
                   @Schema(maxLength = 254) String email) {
    }

    @Schema(name = "MeldingMelder", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Melder(@Schema(maxLength = 200) String naam, @Schema(maxLength = 100) String functie, @Schema(maxLength = 30) String telefoon,
                  @Schema(maxLength = 254) String email) {
    }
}
