package nl.schoolgang.werkvoorraad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import nl.schoolgang.kalender.Tijdzone;

/**
 * A form filled in without faults.
 *
 * @param waarden typed values by key, in the order of the form; only what is shown and filled in
 */
record Antwoorden(Formulier formulier, Map<String, Object> waarden) {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");
    static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", NL);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", NL);

    Antwoorden {
        waarden = Collections.unmodifiableMap(new LinkedHashMap<>(waarden));
    }

    /**
     * What the engine gets: every field that is a decision, with null for what is hidden or left empty, so that neither a gateway
     * stumbles over a missing variable nor an answer of an earlier round decides.
     */
    Map<String, Object> beslissingen() {
        Map<String, Object> beslissingen = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            if (veld.beslissing()) {
                Object leeg = veld.soort() == Veldsoort.AANKRUISVAK ? Boolean.FALSE : null;
                Object waarde = waarden.get(veld.sleutel());
                beslissingen.put(veld.sleutel(), waarde == null ? leeg : voorEngine(waarde));
            }
        }
        return beslissingen;
    }

    /**
     * What goes into the dossier: every answer with the words that the employee read, because the form may change later.
     * Plain JSON values only.
     */
    Map<String, Object> voorDossier() {
        return voorDossier(veld -> true);
    }

    /** The same, of the fields with these keys only. */
    Map<String, Object> voorDossier(Predicate<String> velden) {
        List<Map<String, Object>> regels = new ArrayList<>();
        for (Veld veld : formulier.velden()) {
            Object waarde = waarden.get(veld.sleutel());
            if (waarde != null && velden.test(veld.sleutel())) {
                Map<String, Object> regel = new LinkedHashMap<>();
                regel.put("sleutel", veld.sleutel());
                regel.put("label", veld.label());
                regel.put("waarde", voorJson(waarde));
                regel.put("tekst", leesbaar(veld, waarde));
                regels.add(regel);
            }
        }
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("formulier", formulier.id());
        inhoud.put("antwoorden", regels);
        return inhoud;
    }

    private static Object voorEngine(Object waarde) {
        if (waarde instanceof LocalDate dag) {
            return Date.from(dag.atStartOfDay(Tijdzone.AMSTERDAM).toInstant());
        }
        if (waarde instanceof LocalDateTime moment) {
            return Date.from(ZonedDateTime.of(moment, Tijdzone.AMSTERDAM).toInstant());
        }
        if (waarde instanceof BigDecimal getal) {
            // Whole numbers that fit are integers: that is what tables compare with.
            return getal.stripTrailingZeros().scale() <= 0 ? (Object) getal.longValueExact() : (Object) getal.doubleValue();
        }
        if (waarde instanceof List<?> lijst) {
            return String.join(",", lijst.stream().map(String::valueOf).toList());
        }
        return waarde instanceof LocalTime ? waarde.toString() : waarde;
    }

    private static Object voorJson(Object waarde) {
        return waarde instanceof LocalDate || waarde instanceof LocalDateTime || waarde instanceof LocalTime ? waarde.toString() : waarde;
    }

    private static String leesbaar(Veld veld, Object waarde) {
        if (waarde instanceof LocalDate dag) {
            return dag.format(DAG);
        }
        if (waarde instanceof LocalDateTime moment) {
            return moment.format(MOMENT);
        }
        if (waarde instanceof Boolean ja) {
            return ja ? "ja" : "nee";
        }
        if (waarde instanceof BigDecimal getal) {
            return getal.toPlainString().replace('.', ',');
        }
        if (waarde instanceof List<?> lijst) {
            return String.join(", ", lijst.stream().map(w -> veld.optielabel(String.valueOf(w))).toList());
        }
        return veld.soort().heeftOpties() ? veld.optielabel(String.valueOf(waarde)) : String.valueOf(waarde);
    }
}
