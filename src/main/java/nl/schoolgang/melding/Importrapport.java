package nl.schoolgang.melding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of the lines of a file.
 *
 * @param aangenomen lines with a new meldingsnummer
 * @param dubbel     lines that were known, with the same content
 * @param gewijzigd  lines that were known, with other content
 * @param afgewezen  what was wrong, by line; a line may stand here more than once
 */
public record Importrapport(
        @Schema(description = "Nieuwe meldingsnummers", example = "4987") int aangenomen,
        @Schema(description = "Bekende meldingsnummers met dezelfde inhoud", example = "5") int dubbel,
        @Schema(description = "Bekende meldingsnummers met andere inhoud: de zaak is bijgewerkt", example = "3") int gewijzigd,
        @Schema(description = "Wat er mis is; een regel kan hier vaker staan") List<Afwijzing> afgewezen) {

    /**
     * One fault in a line.
     *
     * @param regel number of the line in the file; the header is line 1
     * @param veld  name of the column, or {@code regel} when it is about the line as a whole
     * @param reden what is wrong and how to mend it, in Dutch
     */
    public record Afwijzing(
            @Schema(description = "Regelnummer in het bestand; de kop is regel 1", example = "17") int regel,
            @Schema(description = "Naam van de kolom; 'regel' als het de hele regel betreft", example = "leerling.bsn") String veld,
            @Schema(description = "Wat er mis is en hoe het goed komt") String reden) {
    }
}
