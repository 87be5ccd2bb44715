package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Tijdzone;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns codes, days and user names into words, for the templates. */
@Component("woorden")
class Woorden {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMM yyyy", NL);
    private static final DateTimeFormatter LANGE_DAG = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", NL);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", NL).withZone(Tijdzone.AMSTERDAM);
    private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH:mm", NL).withZone(Tijdzone.AMSTERDAM);

    private static final DateTimeFormatter KLOK = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", NL);
    private static final DateTimeFormatter KLOKVELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final MessageSource teksten;
    private final Medewerkers medewerkers;
    private final Gemeenten gemeenten;
    private final Kalender kalender;
    private final Clock klok;
    private final Map<String, String> gemeentenamen = new ConcurrentHashMap<>();

    Woorden(MessageSource teksten, Medewerkers medewerkers, Gemeenten gemeenten, Kalender kalender, Clock klok) {
        this.teksten = teksten;
        this.medewerkers = medewerkers;
        this.gemeenten = gemeenten;
        this.kalender = kalender;
        this.klok = klok;
    }

    /** The word for a code of this kind; a code without a word of its own is made readable. */
    public String van(String soort, String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        String leesbaar = code.replace('-', ' ').replace('_', ' ');
        return teksten.getMessage(soort + "." + code, null, Character.toUpperCase(leesbaar.charAt(0)) + leesbaar.substring(1), NL);
    }

    public String rol(String code) {
        return code == null ? "" : Rol.vanCode(code).naam();
    }

    public String gemeente(String code) {
        return gemeentenamen.computeIfAbsent(code, c -> gemeenten.metCode(c).map(Gemeente::naam).orElse(c));
    }

    /** The name of an employee; the user name of somebody who is gone; nobody: the application. */
    public String naam(String gebruikersnaam) {
        return gebruikersnaam == null ? "Schoolgang" : medewerkers.metNaam(gebruikersnaam).map(Medewerker::naam).orElse(gebruikersnaam);
    }

    public String dag(LocalDate dag) {
        return dag == null ? "" : dag.format(DAG);
    }

    public String langeDag(LocalDate dag) {
        return dag == null ? "" : dag.format(LANGE_DAG);
    }

    public String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    public String tijd(Instant moment) {
        return moment == null ? "" : TIJD.format(moment);
    }

    /** The demo clock; anything with a date and a time. */
    public String klok(TemporalAccessor moment) {
        return KLOK.format(moment);
    }

    /** The demo clock as a field in a browser has it. */
    public String klokveld(TemporalAccessor moment) {
        return KLOKVELD.format(moment);
    }

    /** A value from a dossierstuk, also a list of changes ({@code veld}, {@code oud}, {@code nieuw}), as lines to read. */
    public String inhoud(Object waarde) {
        if (waarde instanceof Boolean ja) {
            return ja ? "ja" : "nee";
        }
        if (waarde instanceof Collection<?> regels) {
            return String.join("\n", regels.stream().map(this::inhoud).toList());
        }
        if (waarde instanceof Map<?, ?> regel && regel.containsKey("veld")) {
            String oud = regel.get("oud") == null ? "leeg" : regel.get("oud").toString();
            String nieuw = regel.get("nieuw") == null ? "leeg" : regel.get("nieuw").toString();
            return van("veld", regel.get("veld").toString()) + ": van " + oud + " naar " + nieuw;
        }
        return waarde == null ? "" : waarde.toString();
    }

    public Termijntekst termijn(LocalDate laatsteDag) {
        return Termijntekst.van(laatsteDag, LocalDate.now(klok), kalender);
    }

    /** A simple text with headings (#), lists (-) and paragraphs, in parts. */
    public List<Tekstdeel> delen(String tekst) {
        return Tekstdeel.van(tekst);
    }
}
