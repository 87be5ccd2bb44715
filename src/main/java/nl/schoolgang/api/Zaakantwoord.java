package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.Bericht;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.kalender.Uitlegregel;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.werkvoorraad.Taak;

/** A case in the API (02, "API"). */
@Schema(name = "Zaak")
record Zaakantwoord(
        @Schema(example = "NOP-2026-000123") String zaaknummer,
        @Schema(example = "relatief-verzuim") String procedure,
        String gemeente,
        @Schema(allowableValues = {"open", "afgesloten", "ingetrokken"}) String status,
        Leerlinggegevens leerling,
        @Schema(description = "Zaaknummers van gekoppelde zaken") List<String> gekoppeld,
        List<Zaaktaak> taken,
        List<Zaaktermijn> termijnen,
        List<Verzending> berichten,
        List<Zaakbrief> brieven) {

    @Schema(name = "ZaakLeerling")
    record Leerlinggegevens(UUID id, String naam, LocalDate geboortedatum) {
    }

    @Schema(name = "ZaakTaak")
    record Zaaktaak(String id, String naam, @Schema(description = "Vaste naam in het proces") String definitie, String rol,
            @Schema(nullable = true) String meldingsnummer, @Schema(description = "De laatste dag", nullable = true) LocalDate vervalt) {

        static Zaaktaak van(Taak t) {
            return new Zaaktaak(t.id(), t.naam(), t.definitie(), t.rol(), t.meldingsnummer(), t.laatsteDag());
        }
    }

    @Schema(name = "ZaakTermijn")
    record Zaaktermijn(@Schema(description = "Voor /zaken/{zaaknummer}/termijnen/{id}") UUID id, @Schema(example = "verzuim.terugmelding") String code, @Schema(nullable = true) String meldingsnummer, LocalDate begin,
            @Schema(description = "De laatste dag") LocalDate vervalt,
            @Schema(allowableValues = {"lopend", "opgeschort", "verlengd", "gehaald", "overschreden", "vervallen"}) String status,
            @Schema(allowableValues = {"wettelijk", "orde", "organisatie"}) String soort, String grondslag, List<Uitlegregel> uitleg) {

        static Zaaktermijn van(Termijn t, Map<UUID, String> meldingsnummers) {
            return new Zaaktermijn(t.id(), t.code(), t.meldingId() == null ? null : meldingsnummers.get(t.meldingId()), t.begin(), t.laatsteDag(),
                    t.status().code(), t.soort().code(), t.grondslag(), t.uitleg());
        }
    }

    @Schema(name = "ZaakBrief")
    record Zaakbrief(UUID id, @Schema(example = "uitnodiging-gesprek") String soort,
            @Schema(allowableValues = {"ouder", "jongere", "melder", "school", "betrokkenen"}) String aan,
            @Schema(allowableValues = {"adres-nodig", "klaar", "verzonden", "retour", "mislukt", "vervallen"}) String status,
            @Schema(description = "De dag van verzending", nullable = true) LocalDate verzonden) {

        static Zaakbrief van(Brief b) {
            return new Zaakbrief(b.id(), b.code(), b.aanSoort().code(), b.status().code(), b.verzondenOp());
        }
    }

    @Schema(name = "ZaakVerzending")
    record Verzending(UUID id, String soort, String aan, @Schema(allowableValues = {"klaar", "geen-adres", "verzonden", "mislukt", "vervallen"}) String status,
            @Schema(nullable = true) Instant verzonden) {

        static Verzending van(Bericht b) {
            return new Verzending(b.id(), b.soort(), b.aan(), b.status().code(), b.verzondenOp());
        }
    }
}
