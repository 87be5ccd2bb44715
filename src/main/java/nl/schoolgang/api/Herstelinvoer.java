package nl.schoolgang.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** What is sent to put something right, read strictly: an unknown field and a value of another kind are faults. */
final class Herstelinvoer {

    private static final String REDEN = "reden";

    @Schema(name = "Heropening", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Heropen(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = {"gesprek", "afspraken", "afhandelen"}) String punt,
            @Schema(description = "Alleen bij afspraken, en daar verplicht: vandaag of later, binnen een jaar", format = "date",
                    example = "2026-04-10") String afspraakDatum,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 10, maxLength = 2000) String reden) {
    }

    @Schema(name = "Meldingverplaatsing", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Verplaats(
            @Schema(description = "Id van de juiste leerling", requiredMode = Schema.RequiredMode.REQUIRED) UUID leerling,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 10, maxLength = 2000) String reden,
            @Schema(description = "Was het de enige melding van een open zaak: true stuurt die zaak naar het afhandelen, waar het gezin bericht "
                    + "krijgt; false sluit haar zonder bericht", defaultValue = "false") boolean correctie) {
    }

    @Schema(name = "IntrekkingOngedaan", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Ongedaan(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 10, maxLength = 2000) String reden) {
    }

    @Schema(name = "Samenvoeging", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record VoegSamen(
            @Schema(description = "Van de vergelijking waarop u beslist", requiredMode = Schema.RequiredMode.REQUIRED) String kenmerk,
            @Schema(description = "Per veld met keuze: blijft of verdwijnt", example = "{\"achternaam\":\"blijft\"}") Map<String, String> keuzes,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 10, maxLength = 2000) String reden) {
    }

    static final String VOORBEELD_HEROPEN = "{\"punt\":\"afspraken\",\"afspraakDatum\":\"2026-04-10\",\"reden\":\"De zaak is te vroeg gesloten.\"}";
    static final String VOORBEELD_VERPLAATS = "{\"leerling\":\"3f2b8c1e-0d4a-4c55-9e0e-0a1b2c3d4e5f\",\"reden\":\"De school meldde het verkeerde kind.\","
            + "\"correctie\":false}";
    static final String VOORBEELD_ONGEDAAN = "{\"reden\":\"De school trok de verkeerde melding in.\"}";
    static final String VOORBEELD_SAMEN = "{\"kenmerk\":\"0123456789abcdef0123456789abcdef\",\"keuzes\":{\"achternaam\":\"blijft\"},"
            + "\"reden\":\"Een kind, twee keer vastgelegd.\"}";

    private final Map<String, Object> gestuurd;
    private final List<Fout> fouten = new ArrayList<>();

    private Herstelinvoer(Map<String, Object> gestuurd, String... bekend) {
        this.gestuurd = gestuurd;
        List<String> velden = List.of(bekend);
        gestuurd.keySet().stream().filter(v -> !velden.contains(v)).forEach(v -> fouten.add(new Fout(v, "Dit veld bestaat niet.")));
    }

    static Map<String, String> heropen(Map<String, Object> gestuurd) {
        Herstelinvoer in = new Herstelinvoer(gestuurd, "punt", "afspraakDatum", REDEN);
        Map<String, String> velden = new HashMap<>();
        List.of("punt", "afspraakDatum", REDEN).forEach(v -> velden.put(v, in.tekst(v)));
        in.klaar();
        return velden;
    }

    static Verplaats verplaats(Map<String, Object> gestuurd) {
        Herstelinvoer in = new Herstelinvoer(gestuurd, "leerling", REDEN, "correctie");
        String id = in.tekst("leerling");
        boolean isId = id != null && id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        if (!isId) {
            in.fouten.add(new Fout("leerling", "Vul het id van de juiste leerling in."));
        }
        Object correctie = gestuurd.get("correctie");
        if (correctie != null && !(correctie instanceof Boolean)) {
            in.fouten.add(new Fout("correctie", "Vul true of false in."));
        }
        String reden = in.tekst(REDEN);
        in.klaar();
        return new Verplaats(UUID.fromString(id), reden, Boolean.TRUE.equals(correctie));
    }

    static Ongedaan ongedaan(Map<String, Object> gestuurd) {
        Herstelinvoer in = new Herstelinvoer(gestuurd, REDEN);
        String reden = in.tekst(REDEN);
        in.klaar();
        return new Ongedaan(reden);
    }

    /** The choices and the reason together, as the merge takes them. */
    static VoegSamen voegSamen(Map<String, Object> gestuurd) {
        Herstelinvoer in = new Herstelinvoer(gestuurd, "kenmerk", "keuzes", REDEN);
        Map<String, String> keuzes = new HashMap<>();
        if (gestuurd.get("keuzes") instanceof Map<?, ?> gekozen) {
            gekozen.forEach((veld, keuze) -> keuzes.put(String.valueOf(veld), String.valueOf(keuze)));
        } else if (gestuurd.get("keuzes") != null) {
            in.fouten.add(new Fout("keuzes", "Vul per veld blijft of verdwijnt in."));
        }
        String kenmerk = in.tekst("kenmerk");
        if (kenmerk == null) {
            in.fouten.add(new Fout("kenmerk", "Vul het kenmerk van de vergelijking in."));
        }
        String reden = in.tekst(REDEN);
        keuzes.put(REDEN, reden);
        in.klaar();
        return new VoegSamen(kenmerk, keuzes, reden);
    }

    private String tekst(String veld) {
        Object waarde = gestuurd.get(veld);
        if (waarde != null && !(waarde instanceof String)) {
            fouten.add(new Fout(veld, "Vul hier tekst in."));
            return null;
        }
        return (String) waarde;
    }

    private void klaar() {
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
    }
}
