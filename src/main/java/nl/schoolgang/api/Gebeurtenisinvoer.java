package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;

/** Something from outside that reached a case, as it is sent. */
@Schema(name = "Gebeurtenis", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record Gebeurtenisinvoer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = {Gebeurtenisinvoer.MELDING_INGETROKKEN}) String soort,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-0001234") String meldingsnummer,
        @Schema(description = "Niet in de toekomst en niet voor de melding zelf; zonder zone is het Nederlandse tijd; standaard nu", format = "date-time",
                example = "2026-03-03T10:15:00+01:00") Instant ontvangen) {

    static final String MELDING_INGETROKKEN = "melding-ingetrokken";
    static final String VOORBEELD = "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"2026-0001234\",\"ontvangen\":\"2026-03-03T10:15:00+01:00\"}";
    private static final List<String> SOORTEN = List.of(MELDING_INGETROKKEN);
    private static final List<String> VELDEN = List.of("soort", "meldingsnummer", "ontvangen");

    /** @throws OngeldigeInvoer with everything that is wrong, by field */
    static Gebeurtenisinvoer lees(Map<String, Object> gestuurd, Clock klok) {
        List<Fout> fouten = new ArrayList<>();
        gestuurd.keySet().stream().filter(v -> !VELDEN.contains(v)).forEach(v -> fouten.add(new Fout(v, "Dit veld bestaat niet.")));
        if (!(gestuurd.get("soort") instanceof String soort) || !SOORTEN.contains(soort)) {
            fouten.add(new Fout("soort", "Deze soort gebeurtenis is er niet. Bekend zijn: " + String.join(", ", SOORTEN) + "."));
        }
        if (!(gestuurd.get("meldingsnummer") instanceof String nummer) || nummer.isBlank() || nummer.length() > 50) {
            fouten.add(new Fout("meldingsnummer", "Vul het nummer van de melding in, ten hoogste 50 tekens."));
        }
        Instant ontvangen = ontvangen(gestuurd.get("ontvangen"), klok, fouten);
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Gebeurtenisinvoer((String) gestuurd.get("soort"), ((String) gestuurd.get("meldingsnummer")).strip(), ontvangen);
    }

    private static Instant ontvangen(Object gestuurd, Clock klok, List<Fout> fouten) {
        Instant nu = klok.instant();
        if (gestuurd == null) {
            return nu;
        }
        try {
            String tekst = (String) gestuurd;
            Instant moment = tekst.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? OffsetDateTime.parse(tekst).toInstant()
                    : LocalDateTime.parse(tekst).atZone(Tijdzone.AMSTERDAM).toInstant();
            if (moment.isAfter(nu)) {
                fouten.add(new Fout("ontvangen", "Dit ligt in de toekomst."));
            }
            return moment;
        } catch (DateTimeException | ClassCastException e) {
            fouten.add(new Fout("ontvangen", "Vul een datum met tijd in, bijvoorbeeld 2026-03-03T10:15:00+01:00."));
            return nu;
        }
    }
}
