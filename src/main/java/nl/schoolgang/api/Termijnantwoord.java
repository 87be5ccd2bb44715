package nl.schoolgang.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.kalender.Dwangsom;
import nl.schoolgang.kalender.Uitlegregel;
import nl.schoolgang.termijn.Ingebrekestelling;
import nl.schoolgang.termijn.Opschortingsregel;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnspoor;
import nl.schoolgang.termijn.Verlengingsregel;

@Schema(description = "Een termijn van een zaak met alles wat ermee gebeurde")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Termijnantwoord(UUID id, @Schema(example = "verlof.beslissen") String code, String omschrijving, LocalDate begin,
        @Schema(description = "De laatste dag") LocalDate vervalt,
        @Schema(allowableValues = {"lopend", "opgeschort", "verlengd", "gehaald", "overschreden", "vervallen"}) String status,
        @Schema(allowableValues = {"wettelijk", "orde", "organisatie"}) String soort, String grondslag,
        @Schema(description = "Standaard, niet in de instructie") boolean standaard, List<Uitlegregel> uitleg, List<Opgeschort> opschortingen,
        List<Verlengd> verlengingen, List<Spoorregel> spoor, List<InGebreke> ingebrekestellingen) {

    @Schema(name = "TermijnOpschorting")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opgeschort(String grond, LocalDate op, LocalDate van, @Schema(description = "De laatste opgeschorte dag; ontbreekt zolang niemand die weet") LocalDate tot,
            boolean beeindigd) {

        static Opgeschort van(Opschortingsregel o) {
            return new Opgeschort(o.grond().code(), o.op(), o.van(), o.tot(), o.beeindigd());
        }
    }

    @Schema(name = "TermijnVerlenging")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verlengd(LocalDate op, int weken, LocalDate tot, boolean instemming,
            @Schema(description = "false: alleen een bericht, de termijn verandert niet (Awb 4:14 lid 1)") boolean verplaatst, String grondslag) {

        static Verlengd van(Verlengingsregel v) {
            return new Verlengd(v.op(), v.weken(), v.tot(), v.instemming(), v.verplaatst(), v.grondslag());
        }
    }

    @Schema(name = "TermijnSpoor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Spoorregel(Instant moment, String soort, LocalDate van, LocalDate naar, String reden, String door) {

        static Spoorregel van(Termijnspoor s) {
            return new Spoorregel(s.moment(), s.soort(), s.van(), s.naar(), s.reden(), s.door());
        }
    }

    @Schema(name = "TermijnIngebrekestelling")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InGebreke(UUID id, LocalDate ontvangen, @Schema(description = "Te vroeg: vastgelegd, er volgt geen dwangsom") boolean prematuur,
            int aanvragers, String uitzondering, LocalDate beslistOp, LocalDate vastgesteldOp, Integer bedrag, Dwangsomverloop dwangsom) {

        static InGebreke van(Ingebrekestelling i, Dwangsom.Verloop verloop) {
            return new InGebreke(i.id(), i.ontvangen(), i.prematuur(), i.aanvragers(), i.uitzondering(), i.beslistOp(), i.vastgesteldOp(),
                    i.bedrag(), verloop == null || i.uitzondering() != null ? null : Dwangsomverloop.van(verloop, i.aanvragers()));
        }
    }

    static Termijnantwoord van(Termijn t, List<Opschortingsregel> opschortingen, List<Verlengingsregel> verlengingen, List<Termijnspoor> spoor,
            List<InGebreke> ingebrekestellingen) {
        return new Termijnantwoord(t.id(), t.code(), t.omschrijving(), t.begin(), t.laatsteDag(), t.status().code(), t.soort().code(), t.grondslag(),
                t.standaard(), t.uitleg(), opschortingen.stream().map(Opgeschort::van).toList(), verlengingen.stream().map(Verlengd::van).toList(),
                spoor.stream().map(Spoorregel::van).toList(), ingebrekestellingen);
    }
}
