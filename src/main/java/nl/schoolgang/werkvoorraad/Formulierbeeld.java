package nl.schoolgang.werkvoorraad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.kalender.Tijdzone;

/**
 * A form as it is drawn: with what is in it now and what is wrong with that.
 *
 * @param waarden  what stands in the fields, as text, by key
 * @param fouten   what is wrong, in the order of the form
 * @param omgeving process variables by name, for texts and conditions
 */
record Formulierbeeld(Formulier formulier, Map<String, List<String>> waarden, List<Fout> fouten, Map<String, Object> omgeving) {

    private static final Pattern INVULPLEK = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*}}");
    /** As tables collect their advice: codes, joined by commas. */
    private static final Pattern CODELIJST = Pattern.compile("[a-z0-9-]+(,[a-z0-9-]+)+");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Pattern NAAM = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** What a form opens with: the draft, or else the values that the form itself or the process gives. */
    static Map<String, List<String>> beginwaarden(Formulier formulier, Map<String, List<String>> concept, Map<String, Object> omgeving) {
        if (concept != null) {
            return concept;
        }
        Map<String, List<String>> waarden = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            // Only what the form names: an answer of an earlier round must not become the answer of this one unread (ADR 0004).
            Object begin = veld.vooraf() == null ? null : omgeving.get(veld.vooraf());
            Object waarde = begin == null ? veld.standaard() : begin;
            if (waarde instanceof Date datum && veld.soort() == Veldsoort.DATUMTIJD) {
                waarden.put(veld.sleutel(), List.of(LocalDateTime.ofInstant(datum.toInstant(), Tijdzone.AMSTERDAM).toString()));
            } else if (waarde instanceof Collection<?> lijst) {
                waarden.put(veld.sleutel(), lijst.stream().map(String::valueOf).toList());
            } else if (waarde instanceof Date datum) {
                waarden.put(veld.sleutel(), List.of(dag(datum).toString()));
            } else if (waarde != null && veld.soort() == Veldsoort.AANKRUISLIJST) {
                waarden.put(veld.sleutel(), List.of(waarde.toString().split(",")));
            } else if (waarde != null) {
                waarden.put(veld.sleutel(), List.of(waarde.toString()));
            }
        }
        return waarden;
    }

    static Map<String, List<String>> zoalsGetypt(Formulier formulier, Map<String, String[]> gestuurd) {
        Map<String, List<String>> waarden = new LinkedHashMap<>();
        formulier.velden().stream().filter(v -> gestuurd.containsKey(v.sleutel()))
                .forEach(v -> waarden.put(v.sleutel(), List.of(gestuurd.get(v.sleutel()))));
        return waarden;
    }

    public String waarde(String sleutel) {
        List<String> waarde = waarden.get(sleutel);
        return waarde == null || waarde.isEmpty() ? "" : waarde.get(0);
    }

    public boolean gekozen(String sleutel, String optie) {
        return waarden.getOrDefault(sleutel, List.of()).contains(optie);
    }

    /** What is wrong with this field; null when nothing is. */
    public String fout(String sleutel) {
        return fouten.stream().filter(f -> f.veld().equals(sleutel)).map(Fout::reden).findFirst().orElse(null);
    }

    public String label(String sleutel) {
        return formulier.veld(sleutel).map(Veld::label).orElse(sleutel);
    }

    /** The text with the process' values filled in; a code that the form offers as a choice is shown by its label. */
    public String tekst(String tekst) {
        Matcher plek = INVULPLEK.matcher(tekst);
        return plek.replaceAll(p -> Matcher.quoteReplacement(leesbaar(omgeving.get(p.group(1)))));
    }

    /** What the browser needs to know of the process to hide what does not apply: only what a condition names. */
    public Map<String, Object> omgevingVoorBrowser() {
        Map<String, Object> nodig = new LinkedHashMap<>();
        formulier.onderdelen().stream().flatMap(Veld::plat).map(Veld::verbergen).filter(v -> v != null).forEach(v -> {
            Matcher naam = NAAM.matcher(v);
            while (naam.find()) {
                Object waarde = omgeving.get(naam.group());
                if (waarde instanceof String || waarde instanceof Number || waarde instanceof Boolean) {
                    nodig.put(naam.group(), waarde);
                }
            }
        });
        return nodig;
    }

    private String leesbaar(Object waarde) {
        if (waarde == null) {
            return "";
        }
        if (waarde instanceof Collection<?> lijst) {
            return String.join(", ", lijst.stream().map(this::leesbaar).toList());
        }
        if (waarde instanceof Date datum) {
            return Antwoorden.DAG.format(dag(datum));
        }
        if (waarde instanceof Boolean ja) {
            return ja ? "ja" : "nee";
        }
        if (waarde instanceof BigDecimal || waarde instanceof Double) {
            return waarde.toString().replaceFirst("\\.0$", "").replace('.', ',');
        }
        String code = waarde.toString();
        if (CODELIJST.matcher(code).matches()) {
            return String.join(", ", Stream.of(code.split(",")).map(this::inWoorden).toList());
        }
        return inWoorden(code);
    }

    /** The label of a choice of this form; another code without its hyphens. */
    private String inWoorden(String code) {
        return keuze(code).orElseGet(() -> CODE.matcher(code).matches() ? code.replace('-', ' ') : code);
    }

    private Optional<String> keuze(String code) {
        List<Veld.Optie> opties = new ArrayList<>();
        formulier.velden().forEach(v -> opties.addAll(v.opties()));
        return opties.stream().filter(o -> o.waarde().equals(code)).map(Veld.Optie::label).findFirst();
    }

    private static LocalDate dag(Date datum) {
        return datum.toInstant().atZone(Tijdzone.AMSTERDAM).toLocalDate();
    }
}
