package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
public class Woorden {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMM yyyy", NL);
    private static final DateTimeFormatter LANGE_DAG = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", NL);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", NL).withZone(Tijdzone.AMSTERDAM);
    private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH:mm", NL).withZone(Tijdzone.AMSTERDAM);

    private static final DateTimeFormatter KLOK = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", NL);
    private static final DateTimeFormatter KLOKVELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static final Pattern HANDNUMMER = Pattern.compile("HAND-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Fields that hold a code, and the kind of its words. */
    private static final Map<String, String> CODES = Map.of("soort", "soort", "bron", "bron", "school.soort", "schoolsoort", "leerling.geslacht",
            "geslacht", "gemeldDoor", "melder", "status", "meldingstatus");

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

    /**
     * A value of a field of a dossierstuk, also a list of changes ({@code veld}, {@code oud}, {@code nieuw}), as lines to read: codes in
     * words, days and moments as people write them.
     */
    public String inhoud(String veld, Object waarde) {
        if (waarde instanceof Collection<?> regels) {
            return String.join("\n", regels.stream().map(r -> inhoud(veld, r)).toList());
        }
        if (waarde instanceof Map<?, ?> regel && regel.containsKey("veld")) {
            String naam = regel.get("veld").toString();
            return "%s: van %s naar %s".formatted(van("veld", naam), inhoud(naam, regel.get("oud")), inhoud(naam, regel.get("nieuw")));
        }
        String tekst = waarde == null ? "" : waarde.toString();
        if (tekst.isEmpty()) {
            return "leeg";
        }
        if (veld.equals("gemeente")) {
            return gemeente(tekst);
        }
        if (CODES.containsKey(veld)) {
            return van(CODES.get(veld), tekst);
        }
        if (tekst.equals("true") || tekst.equals("false")) {
            return tekst.equals("true") ? "ja" : "nee";
        }
        return datum(tekst);
    }

    private String datum(String tekst) {
        try {
            return tekst.length() == 10 ? dag(LocalDate.parse(tekst)) : moment(Instant.parse(tekst));
        } catch (DateTimeParseException e) {
            return leesbaar(tekst);
        }
    }

    /** A text in which a number that was made for a melding by hand, which says nothing to anybody, is put in words. */
    public String leesbaar(String tekst) {
        return tekst == null ? "" : HANDNUMMER.matcher(tekst).replaceAll("(handmatig vastgelegd)");
    }

    /** A day of birth with the age on today: what may and must be done depends on it. */
    public String geboren(LocalDate dag) {
        return dag == null ? "" : dag(dag) + " (" + Period.between(dag, LocalDate.now(klok)).getYears() + " jaar)";
    }

    /** When a field must be filled in, if that depends on another; null when there is nothing to say. */
    public String hint(String veld) {
        return teksten.getMessage("hint." + veld, null, null, NL);
    }

    public Termijntekst termijn(LocalDate laatsteDag) {
        return Termijntekst.van(laatsteDag, LocalDate.now(klok), kalender);
    }

    /** A simple text with headings (#), lists (-) and paragraphs, in parts. */
    public List<Tekstdeel> delen(String tekst) {
        return Tekstdeel.van(tekst);
    }
}
