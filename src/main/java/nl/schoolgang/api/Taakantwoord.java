package nl.schoolgang.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schoolgang.werkvoorraad.Formulier;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Veld;

/** A task in the API. */
@Schema(name = "Taak", description = "Een open taak")
record Taakantwoord(
        String id,
        @Schema(description = "Wat er te doen is", example = "Contact opnemen met ouders en jongere") String naam,
        @Schema(description = "Vaste naam van de taak in het proces", example = "contact-ouders") String definitie,
        @Schema(example = "leerplichtambtenaar") String rol,
        @Schema(description = "De melding waar de taak bij hoort; null als zij bij de hele zaak hoort", nullable = true) String meldingsnummer,
        @Schema(description = "De laatste dag; null zonder termijn", nullable = true, example = "2026-03-09") LocalDate vervalt,
        @Schema(example = "NOP-2026-000123") String zaaknummer,
        String gemeente,
        String procedure,
        @Schema(description = "Gebruikersnaam van wie de taak heeft opgepakt; null als niemand dat deed", nullable = true) String behandelaar) {

    static Taakantwoord van(Taak t) {
        return new Taakantwoord(t.id(), t.naam(), t.definitie(), t.rol(), t.meldingsnummer(), t.laatsteDag(), t.zaaknummer(), t.gemeente(),
                t.procedure(), t.behandelaar());
    }

    /** A task with the fields of its form. */
    @Schema(name = "TaakMetFormulier", description = "Een taak met de velden die bij het afronden gevraagd worden")
    record MetFormulier(String id, String naam, String definitie, String rol, @Schema(nullable = true) String meldingsnummer,
            @Schema(nullable = true) LocalDate vervalt, String zaaknummer, String gemeente, String procedure,
            @Schema(nullable = true) String behandelaar,
            @Schema(description = "Wat de wet hier wil", nullable = true) String uitleg,
            @Schema(description = "Naam van het formulier") String formulier,
            List<Formulierveld> velden) {

        static MetFormulier van(Taak t, Formulier formulier, Map<String, List<String>> waarden) {
            return new MetFormulier(t.id(), t.naam(), t.definitie(), t.rol(), t.meldingsnummer(), t.laatsteDag(), t.zaaknummer(), t.gemeente(),
                    t.procedure(), t.behandelaar(), t.uitleg(), formulier.id(),
                    formulier.onderdelen().stream().flatMap(v -> Formulierveld.van(v, null, waarden)).toList());
        }
    }

    /** A field; demands that it does not make are left out. */
    @Schema(name = "Formulierveld")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Formulierveld(
            @Schema(description = "De naam van het veld bij het afronden") String sleutel,
            String label,
            String omschrijving,
            @Schema(allowableValues = {"tekst", "tekstvak", "getal", "datum", "tijd", "datumtijd", "aankruisvak", "keuzerondjes", "keuzelijst",
                    "aankruislijst"}) String soort,
            @Schema(description = "Verplicht als het veld getoond wordt") boolean verplicht,
            @Schema(description = "Wat er gekozen kan worden") List<Veld.Optie> opties,
            BigDecimal minimum,
            BigDecimal maximum,
            Integer minimumLengte,
            Integer maximumLengte,
            @Schema(description = "FEEL; is dit waar, dan hoort het veld er niet bij en telt het niet mee") String verborgenAls,
            @Schema(description = "FEEL; is dit waar, dan is het veld verplicht") String verplichtAls,
            @Schema(description = "Grenzen van een datum: vandaag, of de sleutel van een andere datum") List<String> nietVoor,
            List<String> nietNa,
            @Schema(description = "De waarde die het formulier zelf meegeeft") Object standaard,
            @Schema(description = "De waarden waarmee het veld nu begint, als tekst: wat de zaak al weet, anders de standaard")
            List<String> waarde) {

        /**
         * The fields of a component and of all that is in it, in the order of the form.
         *
         * @param omgeving condition under which the group around it is hidden; null when it is always shown
         * @param waarden  what the form opens with, by key
         */
        static Stream<Formulierveld> van(Veld v, String omgeving, Map<String, List<String>> waarden) {
            String verborgen = of(omgeving, v.verbergen());
            Stream<Formulierveld> zelf = v.soort().heeftWaarde() ? Stream.of(new Formulierveld(v.sleutel(), v.label(), v.omschrijving(),
                    v.soort().code(), v.eisen().verplicht(), v.opties(), v.eisen().minimum(), v.eisen().maximum(), v.eisen().minimumLengte(),
                    v.eisen().maximumLengte(), verborgen, v.eisen().verplichtAls(), v.eisen().nietVoor(), v.eisen().nietNa(), v.standaard(),
                    waarden.getOrDefault(v.sleutel(), List.of()))) : Stream.empty();
            return Stream.concat(zelf, v.onderdelen().stream().flatMap(deel -> van(deel, verborgen, waarden)));
        }

        /** Hidden by either condition. */
        private static String of(String omgeving, String eigen) {
            if (omgeving == null || eigen == null) {
                return omgeving == null ? eigen : omgeving;
            }
            return "=(" + zonderTeken(omgeving) + ") or (" + zonderTeken(eigen) + ")";
        }

        private static String zonderTeken(String feel) {
            return feel.startsWith("=") ? feel.substring(1) : feel;
        }
    }
}
