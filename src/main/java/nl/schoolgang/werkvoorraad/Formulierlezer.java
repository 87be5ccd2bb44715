package nl.schoolgang.werkvoorraad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import nl.schoolgang.engine.FeelExpressie;
import nl.schoolgang.werkvoorraad.Veld.Eisen;
import nl.schoolgang.werkvoorraad.Veld.Optie;
import org.springframework.stereotype.Component;

/**
 * Reads a {@code .form} file (form-js 1.8.7). What we cannot draw or validate is refused, so that a form never asks something that is
 * silently lost. What form-js has no word for stands in the component's {@code properties}:
 * <ul>
 * <li>{@code opslag}: {@code beslissing} (the engine gets the value) or {@code dossier} (the default);
 * <li>{@code norm}: ids of the norms that ask for the field, with commas between them;
 * <li>{@code vooraf}: the process variable with whose value the field opens; without it the field opens empty or with its default;
 * <li>{@code verplichtAls}: FEEL condition on the other fields under which the field must be filled in;
 * <li>{@code weigerAls}, {@code weigerReden}: FEEL condition on the fields and the case under which the value is refused, and what the
 *     employee then reads; {@code leeftijdVandaag} is the pupil's age in whole years and {@code vandaag} the present day;
 * <li>{@code nietVoor}, {@code nietNa}: bounds of a date, with commas between them: {@code vandaag} (Europe/Amsterdam) or the key of
 *     another date of the form; the bound itself is allowed. A date that may not lie after today may not lie more than five years back,
 *     one that may not lie before something else not more than two years ahead.
 * <li>{@code keuze}: {@code collega} on a select: the employees who work on tasks in the municipality, without who fills it in.
 * </ul>
 */
@Component
class Formulierlezer {

    private static final Pattern SLEUTEL = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** Properties that would change what a form means and that we do not support. */
    private static final List<String> NIET_ONDERSTEUND = List.of("disabled", "readonly", "valuesKey", "valuesExpression", "path", "adorner");
    private static final Set<String> INVOERSOORTEN = Set.of("custom", "email", "phone");

    private final FeelExpressie feel = new FeelExpressie();
    private final ObjectMapper json;

    Formulierlezer(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a form.
     *
     * @throws OngeldigFormulier with everything that is wrong with it
     */
    Formulier lees(String tekst) {
        return new Lezing().lees(tekst);
    }

    /** A form that we cannot use; the message names the form, the component and what is wrong. */
    static final class OngeldigFormulier extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OngeldigFormulier(String id, List<String> gebreken) {
            super("Formulier " + id + ": " + String.join("; ", gebreken));
        }
    }

    private final class Lezing {

        private final List<String> gebreken = new ArrayList<>();
        private final Set<String> sleutels = new HashSet<>();

        Formulier lees(String tekst) {
            JsonNode wortel;
            try {
                wortel = json.readTree(tekst);
            } catch (JsonProcessingException e) {
                throw new OngeldigFormulier("?", List.of("geen geldige JSON"));
            }
            String id = wortel.path("id").asText("");
            if (id.isEmpty()) {
                gebreken.add("heeft geen id");
            }
            Formulier formulier = new Formulier(id, onderdelen(wortel));
            grenzen(formulier);
            if (!gebreken.isEmpty()) {
                throw new OngeldigFormulier(id, gebreken);
            }
            return formulier;
        }

        private List<Veld> onderdelen(JsonNode ouder) {
            List<Veld> gelezen = new ArrayList<>();
            ouder.path("components").forEach(c -> veld(c).ifPresent(gelezen::add));
            return gelezen;
        }

        private Optional<Veld> veld(JsonNode c) {
            String naam = c.path("key").asText(c.path("id").asText("?"));
            Veldsoort soort = soort(c);
            if (soort == null) {
                gebreken.add("onderdeel " + naam + " heeft soort '" + c.path("type").asText() + "', die niet ondersteund wordt");
                return Optional.empty();
            }
            NIET_ONDERSTEUND.stream().filter(e -> gezet(c.path(e)))
                    .forEach(e -> gebreken.add("onderdeel " + naam + " gebruikt '" + e + "', dat niet ondersteund wordt"));
            boolean beslissing = opslag(c, soort, naam);
            if (soort.heeftWaarde()) {
                if (!SLEUTEL.matcher(naam).matches()) {
                    gebreken.add("sleutel '" + naam + "' mag alleen letters, cijfers en _ bevatten");
                }
                if (!sleutels.add(naam)) {
                    gebreken.add("sleutel '" + naam + "' komt vaker voor");
                }
                if (label(c, soort).isBlank()) {
                    gebreken.add("onderdeel " + naam + " heeft geen label");
                }
            }
            String verbergen = voorwaarde(c.path("conditional").path("hide"), naam);
            List<Optie> opties = soort.heeftOpties() ? opties(c, naam, soort) : List.of();
            return Optional.of(new Veld(soort, naam, label(c, soort), tekst(c.path("description")), eisen(c, naam), opties, verbergen,
                    standaard(c.path("defaultValue")), tekst(c.path("properties").path("vooraf")), beslissing, lijst(c, "norm"), onderdelen(c)));
        }

        private String voorwaarde(JsonNode waarde, String naam) {
            String feelTekst = tekst(waarde);
            if (feelTekst != null) {
                try {
                    feel.controleer(feelTekst);
                } catch (IllegalArgumentException e) {
                    gebreken.add("onderdeel " + naam + ": " + e.getMessage());
                }
            }
            return feelTekst;
        }

        /** A date may only be compared with today or with another date of the form, else the demand would silently not hold. */
        private void grenzen(Formulier formulier) {
            for (Veld veld : formulier.velden()) {
                Veld.Eisen eisen = veld.eisen();
                if (!(eisen.nietVoor().isEmpty() && eisen.nietNa().isEmpty()) && !veld.soort().heeftDag()) {
                    gebreken.add("onderdeel " + veld.sleutel() + " is geen datum en kan geen nietVoor of nietNa hebben");
                }
                eisen.vergeleken().filter(s -> formulier.veld(s).filter(v -> v.soort().heeftDag()).isEmpty())
                        .forEach(s -> gebreken.add("onderdeel " + veld.sleutel() + " vergelijkt met '" + s + "', dat geen datum van dit formulier is"));
            }
        }

        private boolean opslag(JsonNode c, Veldsoort soort, String naam) {
            String opslag = c.path("properties").path("opslag").asText("dossier");
            if (!opslag.equals("dossier") && !opslag.equals("beslissing")) {
                gebreken.add("onderdeel " + naam + " heeft opslag '" + opslag + "'; kies beslissing of dossier");
            }
            boolean beslissing = opslag.equals("beslissing");
            if (beslissing && (soort.vrijeTekst() || !soort.heeftWaarde())) {
                gebreken.add("onderdeel " + naam + " is vrije tekst of uitleg en mag geen beslissing zijn");
            }
            return beslissing;
        }

        private Eisen eisen(JsonNode c, String naam) {
            JsonNode eis = c.path("validate");
            String patroon = tekst(eis.path("pattern"));
            if (patroon != null) {
                try {
                    Pattern.compile(patroon);
                } catch (PatternSyntaxException e) {
                    gebreken.add("onderdeel " + naam + " heeft een ongeldig patroon");
                }
            }
            String invoersoort = tekst(eis.path("validationType"));
            if (invoersoort != null && !INVOERSOORTEN.contains(invoersoort)) {
                gebreken.add("onderdeel " + naam + " heeft validationType '" + invoersoort + "', dat niet ondersteund wordt");
            }
            return new Eisen(eis.path("required").asBoolean(false), getal(eis.path("min"), naam), getal(eis.path("max"), naam),
                    geheel(eis.path("minLength"), naam), geheel(eis.path("maxLength"), naam), geheel(c.path("decimalDigits"), naam), patroon,
                    "custom".equals(invoersoort) ? null : invoersoort, c.path("disallowPassedDates").asBoolean(false),
                    voorwaarde(c.path("properties").path("verplichtAls"), naam), lijst(c, "nietVoor"), lijst(c, "nietNa"),
                    voorwaarde(c.path("properties").path("weigerAls"), naam), weigerReden(c, naam));
        }

        /** A refusal must say what is wrong, else nobody can mend it. */
        private String weigerReden(JsonNode c, String naam) {
            String reden = tekst(c.path("properties").path("weigerReden"));
            if (reden == null != (tekst(c.path("properties").path("weigerAls")) == null)) {
                gebreken.add("onderdeel " + naam + " heeft weigerAls en weigerReden allebei nodig, of geen van beide");
            }
            return reden;
        }

        private List<Optie> opties(JsonNode c, String naam, Veldsoort soort) {
            List<Optie> opties = new ArrayList<>();
            c.path("values").forEach(o -> opties.add(new Optie(o.path("value").asText(), o.path("label").asText())));
            if (opties.isEmpty() && soort != Veldsoort.COLLEGA || opties.stream().anyMatch(o -> o.waarde().isBlank() || o.label().isBlank())
                    || opties.stream().map(Optie::waarde).distinct().count() != opties.size()) {
                gebreken.add("onderdeel " + naam + " heeft geen, lege of dubbele opties");
            }
            // The engine gets several choices as one string with commas between them.
            if (opties.stream().anyMatch(o -> o.waarde().contains(","))) {
                gebreken.add("onderdeel " + naam + " heeft een optie met een komma in de waarde");
            }
            return opties;
        }

        private BigDecimal getal(JsonNode waarde, String naam) {
            if (!gezet(waarde)) {
                return null;
            }
            try {
                return new BigDecimal(waarde.asText());
            } catch (NumberFormatException e) {
                gebreken.add("onderdeel " + naam + " heeft een grens die geen getal is");
                return null;
            }
        }

        private Integer geheel(JsonNode waarde, String naam) {
            BigDecimal getal = getal(waarde, naam);
            return getal == null ? null : getal.intValue();
        }
    }

    private static Veldsoort soort(JsonNode c) {
        return switch (c.path("type").asText()) {
            case "textfield" -> Veldsoort.TEKST;
            case "textarea" -> Veldsoort.TEKSTVAK;
            case "number" -> Veldsoort.GETAL;
            case "checkbox" -> Veldsoort.AANKRUISVAK;
            case "radio" -> Veldsoort.KEUZERONDJES;
            case "select" -> keuzesoort(c.path("properties").path("keuze").asText(""));
            case "checklist" -> Veldsoort.AANKRUISLIJST;
            case "text" -> Veldsoort.UITLEG;
            case "group" -> Veldsoort.GROEP;
            case "separator" -> Veldsoort.LIJN;
            case "datetime" -> switch (c.path("subtype").asText()) {
                case "date" -> Veldsoort.DATUM;
                case "time" -> Veldsoort.TIJD;
                case "datetime" -> Veldsoort.DATUMTIJD;
                default -> null;
            };
            default -> null;
        };
    }

    private static Veldsoort keuzesoort(String keuze) {
        return switch (keuze) {
            case "" -> Veldsoort.KEUZELIJST;
            case "collega" -> Veldsoort.COLLEGA;
            default -> null;
        };
    }

    private static String label(JsonNode c, Veldsoort soort) {
        return switch (soort) {
            case UITLEG -> c.path("text").asText("");
            case DATUM, DATUMTIJD -> c.path("dateLabel").asText(c.path("label").asText(""));
            case TIJD -> c.path("timeLabel").asText(c.path("label").asText(""));
            default -> c.path("label").asText("");
        };
    }

    private static Object standaard(JsonNode waarde) {
        if (!gezet(waarde)) {
            return null;
        }
        if (waarde.isArray()) {
            List<String> lijst = new ArrayList<>();
            waarde.forEach(w -> lijst.add(w.asText()));
            return lijst;
        }
        return waarde.isBoolean() ? (Object) waarde.booleanValue() : waarde.asText();
    }

    /** A property that lists several things with commas between them. */
    private static List<String> lijst(JsonNode c, String eigenschap) {
        return Stream.of(c.path("properties").path(eigenschap).asText("").split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }

    private static String tekst(JsonNode waarde) {
        return gezet(waarde) ? waarde.asText() : null;
    }

    private static boolean gezet(JsonNode waarde) {
        return !waarde.isMissingNode() && !waarde.isNull() && !(waarde.isTextual() && waarde.asText().isBlank())
                && !(waarde.isBoolean() && !waarde.booleanValue());
    }
}
