package nl.schoolgang.verhaal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people fill in on the forms of relatief verzuim; every text is invented and can be searched for. */
public final class Antwoord {

    public static final String VRIJE_TEKST = "Vertrouwelijk-verzinsel";

    /** When everything that is told afterwards happened: the day on which a story begins, so never in the future. */
    public static final String TOEN = "2026-03-02";

    private Antwoord() {
    }

    public static Map<String, Object> met(Object... sleutelsEnWaarden) {
        Map<String, Object> velden = new HashMap<>();
        for (int i = 0; i < sleutelsEnWaarden.length; i += 2) {
            velden.put((String) sleutelsEnWaarden[i], sleutelsEnWaarden[i + 1]);
        }
        return velden;
    }

    private static Map<String, Object> met(Map<String, Object> basis, Object... extra) {
        Map<String, Object> velden = new HashMap<>(basis);
        velden.putAll(met(extra));
        return velden;
    }

    public static Map<String, Object> terugmelding() {
        return met("terugmeldActie", "contact-ouders");
    }

    /** Follows no advice silently: when the advice is another one, the reason is there. */
    public static Map<String, Object> aanpak(String aanpak) {
        return met("aanpak", aanpak, "aanpakAnalyse", VRIJE_TEKST + " analyse");
    }

    public static Map<String, Object> aanpakTegenAdvies(String aanpak) {
        return met(aanpak(aanpak), "aanpakAfwijking", VRIJE_TEKST + " afwijking");
    }

    public static Map<String, Object> schoolGeraadpleegd(String uitkomst) {
        return met("schoolContactDatum", TOEN, "schoolContactMet", VRIJE_TEKST + " mentor", "schoolActies", VRIJE_TEKST,
                "schoolUitkomst", uitkomst);
    }

    /** The school says that the absence goes on; the student gets a letter only (mbo, second melding). */
    public static Map<String, Object> alleenEenBrief() {
        return met(schoolGeraadpleegd("duurt-voort"), "mboVervolg", "waarschuwingsbrief");
    }

    public static Map<String, Object> mboGewaarschuwd() {
        return met("geenGesprekReden", VRIJE_TEKST, "briefTekst", VRIJE_TEKST + " brief");
    }

    /** @param signaal whether the officer starts a signal to the Inspectie about the head, who was found negligent */
    public static Map<String, Object> directeurNalatig(String signaal) {
        return met(contactMelder(), "directeurNalatig", "ja", "meldgrensBereikt", "ja", "signaalInspectie", signaal);
    }

    /** @param jongere whether the pupil is 12 or older, so that the form asks about the youth */
    public static Map<String, Object> contact(String oordeel, boolean jongere) {
        Map<String, Object> velden = met("contactDatum", TOEN, "contactWijze", "telefonisch", "contactMet", List.of("ouder-1"),
                "oordeelContact", oordeel, "oordeelMotivering", VRIJE_TEKST + " motivering");
        if (jongere) {
            velden.put("jongereGesproken", "ja");
            velden.put("uitlegJongere", VRIJE_TEKST + " jongere");
        }
        if (!"geen-contact".equals(oordeel)) {
            velden.putAll(met("uitlegOuders", VRIJE_TEKST + " ouders", "procedureVerteld", true, "gevolgenVerteld", true));
        }
        return velden;
    }

    public static Map<String, Object> contactMelder() {
        return met("contactMelderDatum", TOEN, "contactMelderMet", "melder", "contactMelderNaam", VRIJE_TEKST + " naam",
                "redenNietGemeld", VRIJE_TEKST, "directeurNalatig", "nee");
    }

    public static Map<String, Object> uitnodiging(String verzonden) {
        return met("uitnodigingVerzonden", verzonden, "gesprekMoment", LocalDate.parse(verzonden).plusDays(10) + "T10:00", "gesprekPlaats", "kantoor",
                "uitgenodigden", List.of("ouder-1", "jongere"));
    }

    public static Map<String, Object> reactie(String reactie) {
        return met("reactie", reactie, "reactieDatum", TOEN);
    }

    public static Map<String, Object> gesprekMetAfspraken(String afspraakDatum) {
        return met(verslag(), "gesprekResultaat", "gevoerd", "datumGesprek", TOEN, "gesprekUitkomst", "afspraken",
                "afspraken", VRIJE_TEKST + " afspraken", "afspraakDatum", afspraakDatum);
    }

    public static Map<String, Object> gesprekZonderAfspraken() {
        return met(verslag(), "gesprekResultaat", "gevoerd", "datumGesprek", TOEN, "gesprekUitkomst", "geen-afspraken");
    }

    private static Map<String, Object> verslag() {
        return met("aanwezigen", List.of("ouder-1", "jongere"), "oorzaak", "motivatie", "gespreksverslag", VRIJE_TEKST + " verslag",
                "gevolgenToegelicht", true, "verslagGevraagd", "nee", "verwijtbaarOuders", "nee", "verwijtbaarJongere", "ja",
                "opzet", "nee", "zorg", "nee");
    }

    public static Map<String, Object> nietVerschenen() {
        return met("gesprekResultaat", "niet-verschenen", "nietVerschenenToelichting", VRIJE_TEKST);
    }

    public static Map<String, Object> naUitblijven(String vervolg) {
        Map<String, Object> velden = met("vervolgNaUitblijven", vervolg, "vervolgMotivering", VRIJE_TEKST);
        if ("huisbezoek".equals(vervolg)) {
            velden.put("huisbezoekReden", "geen-reactie");
        }
        if ("zonder-gesprek-verder".equals(vervolg)) {
            velden.putAll(met("verwijtbaarOuders", "ja", "verwijtbaarJongere", "ja", "opzet", "onbekend", "zorg", "nee"));
        }
        return velden;
    }

    public static Map<String, Object> huisbezoek(String resultaat) {
        return met("huisbezoekDatum", TOEN, "huisbezoekAanleiding", VRIJE_TEKST, "binnentreden", "niet-gevraagd",
                "huisbezoekResultaat", resultaat);
    }

    public static Map<String, Object> huisbezoekMetAfspraken(String afspraakDatum) {
        return met(met(verslag(), "huisbezoekDatum", TOEN, "huisbezoekAanleiding", VRIJE_TEKST, "binnentreden", "ja"),
                "huisbezoekResultaat", "gesproken", "datumGesprek", TOEN, "gesprekUitkomst", "afspraken",
                "afspraken", VRIJE_TEKST, "afspraakDatum", afspraakDatum);
    }

    public static Map<String, Object> verslagVerstrekt() {
        return met("verslagVerstrektOp", TOEN, "verslagAan", List.of("ouder-1"), "verslagWijze", "post");
    }

    public static Map<String, Object> gevolgd(String stap) {
        return met("volgContactDatum", TOEN, "volgContactWijze", "telefonisch", "volgContactMet", List.of("ouders"),
                "volgVerslag", VRIJE_TEKST, "volgStap", stap);
    }

    public static Map<String, Object> beoordeling(String geeindigd, String medewerking) {
        return met("verzuimGeeindigd", geeindigd, "verzuimoverzicht", VRIJE_TEKST, "medewerking", medewerking, "effect", VRIJE_TEKST);
    }

    public static Map<String, Object> beoordelingMetNieuweDatum(String datum) {
        return met(beoordeling("nee", "vinger-aan-de-pols"), "nieuweAfspraakDatum", datum);
    }

    public static Map<String, Object> vervolg(String datum, String... maatregelen) {
        return met("vervolgBesluit", "maatregelen", "maatregelen", List.of(maatregelen), "afweging", VRIJE_TEKST,
                "vervolgAfspraakDatum", datum);
    }

    public static Map<String, Object> wijzigingBeoordeeld() {
        return met("wijzigingGevolg", "niets", "wijzigingToelichting", VRIJE_TEKST);
    }

    public static Map<String, Object> afhandeling(String reden) {
        return met("melderBericht", true, "melderBerichtDatum", TOEN, "oudersBericht", true, "oudersBerichtDatum", TOEN,
                "jongereBericht", "ja", "toestemmingInhoud", "niet-gedeeld", "inZatMdo", "nee", "afsluitreden", reden);
    }

    public static Map<String, Object> maatregelUitgevoerd(String uitkomst) {
        return met("toestemmingJongere", "ja", "toestemmingOuders", "ja", "schoolIngelicht", true, "uitgevoerdOp", TOEN,
                "uitkomst", uitkomst, "toelichting", VRIJE_TEKST);
    }

    public static Map<String, Object> gebeurtenisAfgehandeld() {
        return met("overdrachtGemeente", VRIJE_TEKST + " gemeente", "zorgleerling", "nee", "overdrachtInhoud", List.of("administratief"),
                "overdrachtDatum", TOEN, "overdrachtMet", VRIJE_TEKST + " collega", "berichtAan", List.of("melder", "ouders"), "berichtDatum", TOEN,
                "gebeurtenisToelichting", VRIJE_TEKST);
    }

    public static Map<String, Object> gevolgBeoordeeld(String besluit) {
        return met("gevolgBesluit", besluit, "gevolgDatum", TOEN, "gevolgMotivering", VRIJE_TEKST);
    }

    public static Map<String, Object> uitkomstBeoordeeld() {
        return met("maatregelGevolg", "geen", "maatregelBeoordeling", VRIJE_TEKST);
    }
}
