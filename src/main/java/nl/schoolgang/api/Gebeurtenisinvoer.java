package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.melding.Gebeurteniscontrole;
import nl.schoolgang.melding.Zaakgebeurtenis;

/**
 * Something from outside that reached a case, as it is sent.
 *
 * @param meldingsnummer only for a melding that was withdrawn, then never null
 * @param gebeurtenis    null for a melding that was withdrawn
 */
@Schema(name = "Gebeurtenis", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record Gebeurtenisinvoer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = {Gebeurtenisinvoer.MELDING_INGETROKKEN, Zaakgebeurtenis.VERHUISD,
            Zaakgebeurtenis.ACHTTIEN_GEWORDEN, Zaakgebeurtenis.STARTKWALIFICATIE, Zaakgebeurtenis.OVERLEDEN}) String soort,
        @Schema(description = "Verplicht bij melding-ingetrokken, en alleen daar", example = "2026-0001234") String meldingsnummer,
        @Schema(description = "Niet in de toekomst en niet voor de melding zelf; zonder zone is het Nederlandse tijd; standaard nu", format = "date-time",
                example = "2026-03-03T10:15:00+01:00") Instant ontvangen,
        @Schema(description = "De dag waarop het gebeurde; niet bij melding-ingetrokken; standaard vandaag", format = "date", example = "2026-03-02",
                type = "string") String datum,
        @Schema(description = "Alleen bij verhuisd, als de nieuwe gemeente bekend is", example = "Urk") String nieuweGemeente,
        @Schema(hidden = true) Zaakgebeurtenis gebeurtenis) {

    static final String MELDING_INGETROKKEN = "melding-ingetrokken";
    static final String VOORBEELD = "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"2026-0001234\",\"ontvangen\":\"2026-03-03T10:15:00+01:00\"}";
    static final String VOORBEELD_VERHUISD = "{\"soort\":\"verhuisd\",\"datum\":\"2026-03-02\",\"nieuweGemeente\":\"Urk\"}";
    private static final List<String> SOORTEN = Stream.concat(Stream.of(MELDING_INGETROKKEN), Gebeurteniscontrole.SOORTEN.stream()).toList();
    private static final List<String> VELDEN_INTREKKING = List.of("soort", "meldingsnummer", "ontvangen");
    private static final List<String> VELDEN_GEBEURTENIS = List.of("soort", "datum", "nieuweGemeente", "ontvangen");

    /** @throws OngeldigeInvoer with everything that is wrong, by field */
    static Gebeurtenisinvoer lees(Map<String, Object> gestuurd, Clock klok) {
        List<Fout> fouten = new ArrayList<>();
        Object soort = gestuurd.get("soort");
        if (!(soort instanceof String) || !SOORTEN.contains(soort)) {
            fouten.add(new Fout("soort", "Deze soort gebeurtenis is er niet. Bekend zijn: " + String.join(", ", SOORTEN) + "."));
        }
        boolean vanBuiten = soort instanceof String s && Gebeurteniscontrole.SOORTEN.contains(s);
        List<String> velden = vanBuiten ? VELDEN_GEBEURTENIS : VELDEN_INTREKKING;
        gestuurd.keySet().stream().filter(v -> !velden.contains(v)).forEach(v -> fouten.add(new Fout(v, "Dit veld bestaat niet bij deze soort.")));
        Instant ontvangen = ontvangen(gestuurd.get("ontvangen"), klok, fouten);
        if (vanBuiten) {
            return gebeurtenis(gestuurd, ontvangen, klok, fouten);
        }
        if (!(gestuurd.get("meldingsnummer") instanceof String nummer) || nummer.isBlank() || nummer.length() > 50) {
            fouten.add(new Fout("meldingsnummer", "Vul het nummer van de melding in, ten hoogste 50 tekens."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Gebeurtenisinvoer((String) soort, ((String) gestuurd.get("meldingsnummer")).strip(), ontvangen, null, null, null);
    }

    private static Gebeurtenisinvoer gebeurtenis(Map<String, Object> gestuurd, Instant ontvangen, Clock klok, List<Fout> fouten) {
        Zaakgebeurtenis gebeurtenis = null;
        try {
            gebeurtenis = Gebeurteniscontrole.lees(gestuurd, LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM)));
        } catch (OngeldigeInvoer e) {
            fouten.addAll(e.fouten());
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Gebeurtenisinvoer(gebeurtenis.soort(), null, ontvangen, gebeurtenis.datum().toString(), gebeurtenis.nieuweGemeente(), gebeurtenis);
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
