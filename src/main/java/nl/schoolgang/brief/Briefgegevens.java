package nl.schoolgang.brief;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/**
 * Gathers what a letter is given to fill in: texts, truth values and lists of texts, nothing else. All of it can be kept as JSON, so that
 * the same letter can be made again for another address.
 */
@Component
class Briefgegevens {

    /** What a template can name, each with what stands behind its dot; {@code antwoord} and {@code keuze} hold the answers by key. */
    static final Map<String, Set<String>> NAMEN = Map.ofEntries(
            Map.entry("aan", Set.of("naam", "aanhef", "soort", "ouder", "jongere", "taal", "tolk")),
            Map.entry("gemeente", Set.of("code", "organisatie", "onderdeel", "bezoekadres", "telefoon", "email", "website")),
            Map.entry("afzender", Set.of("naam", "functie", "email")),
            Map.entry("zaak", Set.of("nummer", "overgedragen")),
            Map.entry("leerling", Set.of("naam", "voornaam", "geboren", "minderjarig", "twaalfOfOuder", "zestienOfOuder")),
            Map.entry("melding", Set.of("begin", "eind", "uren", "school", "nummer", "ontvangen", "vanSchool")),
            Map.entry("brief", Set.of("datum", "kenmerk", "titel")),
            Map.entry("termijn", Set.of("laatsteDag")),
            Map.entry("zin", Set.of("verslag", "vervolg", "klacht")),
            Map.entry("vrij", Set.of()));

    private static final Locale NL = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", NL);
    private static final DateTimeFormatter WEEKDAG = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", NL);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' H.mm 'uur'", NL);
    private static final List<Rol> SCHRIJVERS = List.of(Rol.LEERPLICHTAMBTENAAR, Rol.RMC_CONSULENT, Rol.COORDINATOR, Rol.ADMINISTRATIEF_MEDEWERKER);
    /** The link to the case of who is 18 now, where meldingen go on. */
    private static final String OVERDRACHT = "overdracht-18-plus";
    private static final int TWAALF = 12;
    private static final int ZESTIEN = 16;
    private static final int MEERDERJARIG = 18;

    private final Briefhoofden hoofden;
    private final Medewerkers medewerkers;
    private final Scholen scholen;
    private final Termijnen termijnen;
    private final Zaken zaken;

    Briefgegevens(Briefhoofden hoofden, Medewerkers medewerkers, Scholen scholen, Termijnen termijnen, Zaken zaken) {
        this.zaken = zaken;
        this.hoofden = hoofden;
        this.medewerkers = medewerkers;
        this.scholen = scholen;
        this.termijnen = termijnen;
    }

    /**
     * What all letters from this template in this case say, whoever gets them.
     *
     * @param schrijver user name of who sends it when the case has no officer; may be null
     */
    Map<String, Object> van(Sjabloon sjabloon, Briefzaak zaak, String schrijver) {
        Map<String, Object> gegevens = new LinkedHashMap<>();
        Briefhoofd hoofd = hoofden.van(zaak.zaak().gemeente());
        gegevens.put("gemeente", kaart("code", zaak.zaak().gemeente(), "organisatie", hoofd.organisatie(), "onderdeel", hoofd.onderdeel(),
                "bezoekadres", hoofd.bezoekadres(), "telefoon", hoofd.telefoon(), "email", hoofd.email(), "website", hoofd.website()));
        gegevens.put("afzender", afzender(zaak, schrijver, hoofd));
        gegevens.put("zaak", kaart("nummer", zaak.zaak().zaaknummer(), "overgedragen", !zaken.gestartVanuit(zaak.zaak().id(), OVERDRACHT).isEmpty()));
        int leeftijd = zaak.leerling().leeftijdOp(zaak.vandaag());
        gegevens.put("leerling", kaart("naam", zaak.leerling().naam(), "voornaam",
                zaak.leerling().voornamen() == null ? zaak.leerling().naam() : zaak.leerling().voornamen().split(" ")[0],
                "geboren", DAG.format(zaak.leerling().geboortedatum()), "minderjarig", leeftijd < MEERDERJARIG,
                "twaalfOfOuder", leeftijd >= TWAALF, "zestienOfOuder", leeftijd >= ZESTIEN));
        gegevens.put("melding", verzuim(zaak.meldingen()));
        gegevens.put("brief", kaart("datum", DAG.format(zaak.vandaag()), "kenmerk", zaak.zaak().zaaknummer(), "titel", sjabloon.titel()));
        gegevens.put("termijn", termijn(sjabloon, zaak.zaak().gemeente(), zaak.vandaag()));
        gegevens.put("zin", hoofd.zinnen());
        Map<String, Object> antwoord = new HashMap<>(zaak.teksten());
        zaak.antwoorden().forEach((sleutel, waarde) -> {
            String datum = datum(waarde);
            if (datum != null) {
                antwoord.put(sleutel, datum);
            }
        });
        gegevens.put("antwoord", antwoord);
        gegevens.put("keuze", zaak.antwoorden());
        Object vrij = sjabloon.vrij() == null ? null : zaak.antwoorden().get(sjabloon.vrij());
        gegevens.put("vrij", vrij == null ? List.of() : alineas(vrij.toString()));
        return gegevens;
    }

    /** What a letter says when it carries this day: its date, and the last day of the term that starts at its dispatch. */
    Map<String, Object> opDag(Sjabloon sjabloon, String gemeente, Map<String, Object> gegevens, LocalDate dag) {
        Map<String, Object> anders = new LinkedHashMap<>(gegevens);
        Map<String, Object> brief = new LinkedHashMap<>();
        ((Map<?, ?>) gegevens.get("brief")).forEach((naam, waarde) -> brief.put(String.valueOf(naam), waarde));
        brief.put("datum", DAG.format(dag));
        anders.put("brief", brief);
        anders.put("termijn", termijn(sjabloon, gemeente, dag));
        return anders;
    }

    private Map<String, Object> termijn(Sjabloon sjabloon, String gemeente, LocalDate dag) {
        return sjabloon.termijn() == null ? Map.of()
                : kaart("laatsteDag", WEEKDAG.format(termijnen.bereken(gemeente, sjabloon.termijn(), dag).laatsteDag()));
    }

    /** The same for one addressee: who notified reads about its own melding. */
    Map<String, Object> voor(Geadresseerde aan, Map<String, Object> gegevens) {
        if (aan.melding() == null) {
            return gegevens;
        }
        Map<String, Object> eigen = new LinkedHashMap<>(gegevens);
        eigen.put("melding", melding(aan.melding()));
        return eigen;
    }

    /** The letter's own part, for one addressee. */
    static Map<String, Object> aan(Geadresseerde aan) {
        return kaart("naam", aan.naam(), "aanhef", aan.aanhef(), "soort", aan.soort().code(), "ouder", aan.soort() == Aansoort.OUDER,
                "jongere", aan.soort() == Aansoort.JONGERE, "taal", aan.taal(), "tolk", aan.tolk());
    }

    private Map<String, Object> afzender(Briefzaak zaak, String schrijver, Briefhoofd hoofd) {
        String wie = zaak.zaak().behandelaar() == null ? schrijver : zaak.zaak().behandelaar();
        Medewerker medewerker = wie == null ? null : medewerkers.metNaam(wie).orElse(null);
        if (medewerker == null) {
            return kaart("naam", hoofd.onderdeel(), "functie", null, "email", hoofd.email());
        }
        String functie = SCHRIJVERS.stream().filter(r -> medewerker.heeft(r, zaak.zaak().gemeente())).findFirst().map(Rol::naam).orElse(null);
        return kaart("naam", medewerker.naam(), "functie", functie, "email", medewerker.email() == null ? hoofd.email() : medewerker.email());
    }

    private Map<String, Object> melding(Melding melding) {
        return kaart("begin", DAG.format(melding.begindatum()), "eind", melding.einddatum() == null ? null : DAG.format(melding.einddatum()),
                "uren", uren(melding.uren()),
                "school", melding.schoolId() == null ? null : scholen.metId(melding.schoolId()).aanduiding(), "nummer", melding.meldingsnummer(),
                "ontvangen", DAG.format(melding.ontvangen().atZone(Tijdzone.AMSTERDAM)), "vanSchool", Geadresseerden.isVanSchool(melding));
    }

    /**
     * All absence of the meldingen that were not withdrawn: from the first day to the last, its hours together; the school when it is the
     * same one. When all were withdrawn the letter is about the latest of those.
     */
    private Map<String, Object> verzuim(List<Melding> meldingen) {
        if (meldingen.isEmpty()) {
            return Map.of();
        }
        List<Melding> tellend = meldingen.stream().filter(m -> !m.isIngetrokken()).toList();
        Melding laatste = (tellend.isEmpty() ? meldingen : tellend).get((tellend.isEmpty() ? meldingen : tellend).size() - 1);
        Map<String, Object> verzuim = melding(laatste);
        if (tellend.size() > 1) {
            verzuim.put("begin", DAG.format(tellend.stream().map(Melding::begindatum).min(Comparator.naturalOrder()).orElseThrow()));
            verzuim.put("eind", tellend.stream().anyMatch(m -> m.einddatum() == null) ? null
                    : DAG.format(tellend.stream().map(Melding::einddatum).max(Comparator.naturalOrder()).orElseThrow()));
            verzuim.put("uren", tellend.stream().anyMatch(m -> m.uren() == null) ? null
                    : uren(tellend.stream().map(Melding::uren).reduce(BigDecimal.ZERO, BigDecimal::add)));
            if (tellend.stream().map(Melding::schoolId).distinct().count() > 1) {
                verzuim.put("school", null);
            }
        }
        return verzuim;
    }

    private static String uren(BigDecimal uren) {
        return uren == null ? null : uren.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String datum(Object waarde) {
        if (!(waarde instanceof String tekst) || !tekst.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?")) {
            return null;
        }
        try {
            return tekst.length() == 10 ? WEEKDAG.format(LocalDate.parse(tekst)) : MOMENT.format(LocalDateTime.parse(tekst));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<String> alineas(String tekst) {
        return List.of(tekst.strip().split("\\R\\s*\\R")).stream().map(String::strip).filter(a -> !a.isEmpty()).toList();
    }

    private static Map<String, Object> kaart(Object... namenEnWaarden) {
        Map<String, Object> kaart = new LinkedHashMap<>();
        for (int i = 0; i < namenEnWaarden.length; i += 2) {
            kaart.put((String) namenEnWaarden[i], namenEnWaarden[i + 1]);
        }
        return kaart;
    }
}
