package nl.schoolgang.werkvoorraad;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.schoolgang.engine.FeelExpressie;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.werkvoorraad.Veldwaarde.OngeldigeWaarde;
import org.springframework.stereotype.Component;

/** Tests what was sent against the form: only what was sent counts, never an older value of the same name. */
@Component
class Formuliervalidatie {

    static final int LANGSTE_REGEL = 1_000;
    static final int LANGSTE_TEKST = 20_000;
    private static final int JAREN_TERUG = 5;
    private static final int JAREN_VOORUIT = 2;
    private static final Pattern EMAIL = Pattern.compile("^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$");
    private static final Pattern TELEFOON = Pattern.compile("^\\+?[0-9 ()\\-]{8,20}$");

    private final FeelExpressie feel = new FeelExpressie();
    private final Clock klok;

    Formuliervalidatie(Clock klok) {
        this.klok = klok;
    }

    /**
     * The values, typed, of the fields that are shown and filled in.
     *
     * @param gestuurd  values by key as JSON has them (string, number, boolean, list); null and "" mean not filled in
     * @param omgeving  process variables, on which conditions may look; a field of the same name goes before it
     * @throws OngeldigeInvoer with every fault, per field
     */
    Antwoorden valideer(Formulier formulier, Map<String, ?> gestuurd, Map<String, ?> omgeving) {
        List<Fout> fouten = new ArrayList<>();
        gestuurd.keySet().stream().filter(s -> formulier.veld(s).isEmpty())
                .forEach(s -> fouten.add(new Fout(s, "Dit veld kent het formulier niet.")));
        Map<String, Fout> typefouten = new LinkedHashMap<>();
        Map<String, Object> getypeerd = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            try {
                Object waarde = Veldwaarde.typeer(veld, gestuurd.get(veld.sleutel()));
                if (waarde != null) {
                    getypeerd.put(veld.sleutel(), waarde);
                }
            } catch (OngeldigeWaarde e) {
                typefouten.put(veld.sleutel(), new Fout(veld.sleutel(), e.getMessage()));
            }
        }
        Set<String> verborgen = verborgen(formulier, getypeerd, omgeving);
        Map<String, Object> waarden = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            if (verborgen.contains(veld.sleutel())) {
                continue;
            }
            if (typefouten.containsKey(veld.sleutel())) {
                fouten.add(typefouten.get(veld.sleutel()));
                continue;
            }
            Object waarde = getypeerd.get(veld.sleutel());
            try {
                toets(veld, waarde, verplicht(formulier, veld, getypeerd, verborgen, omgeving));
                if (waarde != null) {
                    waarden.put(veld.sleutel(), waarde);
                }
            } catch (OngeldigeWaarde e) {
                fouten.add(new Fout(veld.sleutel(), e.getMessage()));
            }
        }
        for (Veld veld : formulier.velden()) {
            if (waarden.containsKey(veld.sleutel()) && veld.soort().heeftDag()) {
                try {
                    toetsGrenzen(formulier, veld, waarden);
                } catch (OngeldigeWaarde e) {
                    fouten.add(new Fout(veld.sleutel(), e.getMessage()));
                }
            }
        }
        Map<String, Object> context = context(formulier, waarden, Set.of(), omgeving);
        formulier.velden().stream().filter(v -> waarden.containsKey(v.sleutel()) && v.eisen().weigerAls() != null)
                .filter(v -> fouten.stream().noneMatch(f -> f.veld().equals(v.sleutel())))
                .filter(v -> feel.waar(v.eisen().weigerAls(), context))
                .forEach(v -> fouten.add(new Fout(v.sleutel(), v.eisen().weigerReden())));
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Antwoorden(formulier, waarden);
    }

    /**
     * Keys of the components that are not shown with these values; what is hidden counts as empty for the others.
     *
     * @param waarden typed values by key
     */
    private Set<String> verborgen(Formulier formulier, Map<String, Object> waarden, Map<String, ?> omgeving) {
        Set<String> verborgen = new HashSet<>();
        // Each round settles at least one field, so that a chain of conditions ends; a circle ends at the last round.
        for (int ronde = 0; ronde <= formulier.velden().size(); ronde++) {
            Map<String, Object> context = context(formulier, waarden, verborgen, omgeving);
            Set<String> nu = new HashSet<>();
            formulier.onderdelen().forEach(v -> verberg(v, false, context, nu));
            if (nu.equals(verborgen)) {
                break;
            }
            verborgen = nu;
        }
        return verborgen;
    }

    private Map<String, Object> context(Formulier formulier, Map<String, Object> waarden, Set<String> verborgen, Map<String, ?> omgeving) {
        Map<String, Object> context = new LinkedHashMap<>(omgeving);
        context.put(Veld.Eisen.VANDAAG, LocalDate.now(klok));
        for (Veld veld : formulier.velden()) {
            context.put(veld.sleutel(), verborgen.contains(veld.sleutel()) ? null : waarden.get(veld.sleutel()));
        }
        return context;
    }

    /** Keys of the components that are not shown, for what was typed so far, which may hold faults. */
    Set<String> verborgenVoor(Formulier formulier, Map<String, ?> gestuurd, Map<String, ?> omgeving) {
        Map<String, Object> waarden = new LinkedHashMap<>();
        for (Veld veld : formulier.velden()) {
            try {
                waarden.put(veld.sleutel(), Veldwaarde.typeer(veld, gestuurd.get(veld.sleutel())));
            } catch (OngeldigeWaarde e) {
                waarden.put(veld.sleutel(), null);
            }
        }
        return verborgen(formulier, waarden, omgeving);
    }

    private void verberg(Veld veld, boolean ouderVerborgen, Map<String, Object> context, Set<String> verborgen) {
        boolean weg = ouderVerborgen || (veld.verbergen() != null && feel.waar(veld.verbergen(), context));
        if (weg) {
            verborgen.add(veld.sleutel());
        }
        veld.onderdelen().forEach(o -> verberg(o, weg, context, verborgen));
    }

    private boolean verplicht(Formulier formulier, Veld veld, Map<String, Object> waarden, Set<String> verborgen, Map<String, ?> omgeving) {
        return veld.eisen().verplicht()
                || (veld.eisen().verplichtAls() != null
                        && feel.waar(veld.eisen().verplichtAls(), context(formulier, waarden, verborgen, omgeving)));
    }

    private void toets(Veld veld, Object waarde, boolean verplicht) {
        if (waarde == null || (veld.soort() == Veldsoort.AANKRUISVAK && Boolean.FALSE.equals(waarde))) {
            if (verplicht) {
                throw new OngeldigeWaarde(switch (veld.soort()) {
                    case AANKRUISVAK -> "Zet hier een vinkje om verder te gaan.";
                    case KEUZERONDJES, KEUZELIJST, COLLEGA -> "Maak een keuze.";
                    case AANKRUISLIJST -> "Kies er ten minste één.";
                    default -> "Vul dit veld in.";
                });
            }
            return;
        }
        switch (veld.soort()) {
            case TEKST, TEKSTVAK -> toetsTekst(veld, (String) waarde);
            case GETAL -> toetsGetal(veld.eisen(), (BigDecimal) waarde);
            case DATUM -> toetsVerleden(veld, (LocalDate) waarde);
            case DATUMTIJD -> toetsVerleden(veld, ((LocalDateTime) waarde).toLocalDate());
            default -> { }
        }
    }

    private static void toetsTekst(Veld veld, String tekst) {
        Veld.Eisen eisen = veld.eisen();
        int grens = veld.soort() == Veldsoort.TEKSTVAK ? LANGSTE_TEKST : LANGSTE_REGEL;
        int langste = eisen.maximumLengte() == null ? grens : Math.min(grens, eisen.maximumLengte());
        int lengte = tekst.codePointCount(0, tekst.length());
        if (lengte > langste) {
            throw new OngeldigeWaarde("Gebruik hoogstens " + langste + " tekens; het zijn er nu " + lengte + ".");
        }
        if (eisen.minimumLengte() != null && lengte < eisen.minimumLengte()) {
            throw new OngeldigeWaarde("Gebruik ten minste " + eisen.minimumLengte() + " tekens; het zijn er nu " + lengte + ".");
        }
        if (eisen.patroon() != null && !Pattern.compile(eisen.patroon()).matcher(tekst).find()) {
            throw new OngeldigeWaarde("Dit heeft niet de juiste vorm.");
        }
        if ("email".equals(eisen.invoersoort()) && !EMAIL.matcher(tekst).matches()) {
            throw new OngeldigeWaarde("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.");
        }
        if ("phone".equals(eisen.invoersoort()) && !TELEFOON.matcher(tekst).matches()) {
            throw new OngeldigeWaarde("Vul een telefoonnummer in, bijvoorbeeld 0527-123456.");
        }
    }

    private static void toetsGetal(Veld.Eisen eisen, BigDecimal getal) {
        if (eisen.minimum() != null && getal.compareTo(eisen.minimum()) < 0) {
            throw new OngeldigeWaarde("Vul een getal in van " + eisen.minimum().toPlainString() + " of meer.");
        }
        if (eisen.maximum() != null && getal.compareTo(eisen.maximum()) > 0) {
            throw new OngeldigeWaarde("Vul een getal in van " + eisen.maximum().toPlainString() + " of minder.");
        }
        if (eisen.cijfers() != null && getal.stripTrailingZeros().scale() > eisen.cijfers()) {
            throw new OngeldigeWaarde(eisen.cijfers() == 0 ? "Vul een heel getal in."
                    : "Gebruik hoogstens " + eisen.cijfers() + " cijfers achter de komma.");
        }
    }

    private void toetsVerleden(Veld veld, LocalDate dag) {
        if (veld.eisen().nietVerleden() && dag.isBefore(LocalDate.now(klok))) {
            throw new OngeldigeWaarde("Kies vandaag of een latere dag.");
        }
    }

    /** Bounds that would otherwise only show in a later step, whose form cannot mend them. */
    private void toetsGrenzen(Formulier formulier, Veld veld, Map<String, Object> waarden) {
        LocalDate dag = dag(waarden.get(veld.sleutel()));
        LocalDate vandaag = LocalDate.now(klok);
        for (String grens : veld.eisen().nietNa()) {
            LocalDate laatste = grens.equals(Veld.Eisen.VANDAAG) ? vandaag : dag(waarden.get(grens));
            if (laatste != null && dag.isAfter(laatste)) {
                throw new OngeldigeWaarde(grens.equals(Veld.Eisen.VANDAAG) ? "Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag."
                        : "Deze dag ligt na %s bij \"%s\". Kies die dag of een eerdere.".formatted(Antwoorden.DAG.format(laatste), label(formulier, grens)));
            }
            if (grens.equals(Veld.Eisen.VANDAAG) && dag.isBefore(vandaag.minusYears(JAREN_TERUG))) {
                throw new OngeldigeWaarde("Deze dag ligt meer dan vijf jaar terug. Controleer het jaar.");
            }
        }
        for (String grens : veld.eisen().nietVoor()) {
            LocalDate eerste = grens.equals(Veld.Eisen.VANDAAG) ? vandaag : dag(waarden.get(grens));
            if (eerste != null && dag.isBefore(eerste)) {
                throw new OngeldigeWaarde(grens.equals(Veld.Eisen.VANDAAG) ? "Deze dag is al voorbij. Kies vandaag of een latere dag."
                        : "Deze dag ligt voor %s bij \"%s\". Kies die dag of een latere.".formatted(Antwoorden.DAG.format(eerste), label(formulier, grens)));
            }
            if (dag.isAfter(vandaag.plusYears(JAREN_VOORUIT))) {
                throw new OngeldigeWaarde("Deze dag ligt meer dan twee jaar vooruit. Controleer het jaar.");
            }
        }
    }

    private static String label(Formulier formulier, String sleutel) {
        return formulier.veld(sleutel).map(Veld::label).orElse(sleutel);
    }

    private static LocalDate dag(Object waarde) {
        return waarde instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) waarde;
    }
}
