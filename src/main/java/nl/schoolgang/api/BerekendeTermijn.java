package nl.schoolgang.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.schoolgang.kalender.Uitkomst;
import nl.schoolgang.kalender.Uitlegregel;

@Schema(description = "Het einde van een termijn, met de stappen van de berekening")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BerekendeTermijn(
        @Schema(description = "De laatste dag van de termijn", example = "2026-04-07") LocalDate vervaldatum,
        @Schema(description = "Alleen bij uren: het tijdstip waarop de termijn eindigt, in Nederlandse tijd") LocalDateTime tijdstip,
        @Schema(description = "De stappen van de berekening, in volgorde") List<Uitlegregel> uitleg) {

    static BerekendeTermijn van(Uitkomst uitkomst) {
        return new BerekendeTermijn(uitkomst.laatsteDag(), uitkomst.tijdstip(), uitkomst.uitleg());
    }
}
