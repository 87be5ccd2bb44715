package nl.schoolgang.bericht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of receivers; the policy of a municipality chooses the channel by it. */
public enum Ontvangersoort {
    DUO(Kanaalkeuze.BESTAND, "Besluit register onderwijsdeelnemers 14"),
    SCHOOL(Kanaalkeuze.SMTP_OF_BESTAND, "Wpg 19"),
    /** Organisations that work on a case together: ZAT, MDO and others. */
    PARTNER(Kanaalkeuze.SMTP, "Wpg 20"),
    /** Who reported absence and is no school. */
    MELDER(Kanaalkeuze.SMTP_OF_BESTAND, "Wpg 19"),
    /** Parents, the pupil and others concerned: letters by e-mail. */
    BURGER(Kanaalkeuze.SMTP, "LPW 16"),
    /** An employee of the municipality: about work, without data of persons. */
    MEDEWERKER(Kanaalkeuze.SMTP, "LPW 16");

    private final Kanaalkeuze standaard;
    private final String grondslag;

    Ontvangersoort(Kanaalkeuze standaard, String grondslag) {
        this.standaard = standaard;
        this.grondslag = grondslag;
    }

    /** The article on which giving data to this kind of receiver rests, for the processing log. */
    String grondslag() {
        return grondslag;
    }

    /** What holds when the municipality chose nothing else. */
    Kanaalkeuze standaard() {
        return standaard;
    }

    /** The code in tables and settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code; empty when there is none. */
    public static Optional<Ontvangersoort> metCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }

    /** The kind to which a receiver belongs: {@code duo}, {@code school} and {@code melder} are their own, any other is a partner. */
    public static Ontvangersoort van(String aan) {
        return metCode(aan).orElse(PARTNER);
    }
}
