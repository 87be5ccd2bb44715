package nl.schoolgang.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.schoolgang.kalender.Dwangsom;
import nl.schoolgang.kalender.Uitlegregel;

@Schema(description = "De dwangsom bij niet tijdig beslissen (Awb 4:17), in hele euro's")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Dwangsomverloop(
        @Schema(description = "De laatste dag waarop een beslissing de dwangsom voorkomt", example = "2026-11-23") LocalDate uiterlijkBeslissen,
        @Schema(example = "2026-11-24") LocalDate eersteDag, @Schema(description = "De 42e dag", example = "2027-01-04") LocalDate laatsteDag,
        @Schema(description = "Over hoeveel dagen een dwangsom verschuldigd is") int dagen, int bedrag,
        @Schema(description = "Gelijk deel van elke aanvrager (Awb 4:17 lid 5)") BigDecimal perAanvrager,
        @Schema(description = "De laatste dag om het bedrag vast te stellen (Awb 4:18)") LocalDate vaststellenVoor,
        List<Dag> perDag, List<Uitlegregel> uitleg) {

    @Schema(name = "DwangsomDag")
    record Dag(LocalDate datum, int bedrag, @Schema(description = "Samen tot en met deze dag") int totaal) {
    }

    static Dwangsomverloop van(Dwangsom.Verloop v, int aanvragers) {
        List<Dag> dagen = IntStream.rangeClosed(1, v.dagen())
                .mapToObj(n -> new Dag(v.eersteDag().plusDays(n - 1L), Dwangsom.dagbedrag(n), Dwangsom.bedrag(n))).toList();
        return new Dwangsomverloop(v.uiterlijkBeslissen(), v.eersteDag(), v.laatsteDag(), v.dagen(), v.bedrag(),
                BigDecimal.valueOf(v.bedrag()).divide(BigDecimal.valueOf(aanvragers), 2, RoundingMode.HALF_UP), v.vaststellenVoor(), dagen, v.uitleg());
    }
}
