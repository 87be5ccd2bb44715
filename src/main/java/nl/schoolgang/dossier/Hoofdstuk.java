package nl.schoolgang.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.schoolgang.normen.Norm;

/**
 * The chapters of a dossier, as bijlage 3 (Noordoostpolder) and art. 4 lid 2 (Bunnik) list what it holds. What both allow only when there is
 * unauthorised absence is marked so.
 */
@Norm({"NOP-B3.00-01", "NOP-3.6.01-06"})
public enum Hoofdstuk {
    @Norm({"BUN-04.02-08", "NOP-B3.00-10", "BUN-T04.00-07"})
    VRIJSTELLING(Label.AVG, false),
    @Norm({"BUN-04.02-09", "NOP-B3.00-11", "BUN-T04.00-06"})
    VERZUIMKENNISGEVING(Label.WPG, false),
    @Norm({"BUN-04.02-10", "NOP-B3.00-12", "BUN-T04.00-06"})
    DUO_MELDING(Label.WPG, false),
    @Norm({"BUN-04.02-11", "NOP-B3.00-13"})
    SCHOOLGEGEVENS(Label.WPG, false),
    @Norm({"BUN-04.02-12", "NOP-B3.00-14", "BUN-T04.00-07"})
    VERLOF(Label.AVG, false),
    @Norm({"BUN-04.02-13", "NOP-B3.00-15"})
    CORRESPONDENTIE(Label.WPG, true),
    @Norm({"BUN-04.02-14", "NOP-B3.00-16", "NOP-3.2.02-02"})
    GESPREK(Label.WPG, true),
    @Norm({"BUN-04.02-15", "NOP-B3.00-17"})
    NOTITIE(Label.WPG, true),
    @Norm({"BUN-04.02-16", "NOP-B3.00-18"})
    SVB(Label.WPG, false),
    @Norm({"BUN-04.02-17", "NOP-B3.00-19", "BUN-T04.00-12"})
    HALT(Label.STRAFRECHT, false),
    @Norm({"BUN-04.02-18", "NOP-B3.00-20"})
    LAST(Label.WPG, false),
    @Norm({"BUN-04.02-18", "NOP-B3.00-21", "BUN-T04.00-12"})
    PROCES_VERBAAL(Label.STRAFRECHT, false),
    @Norm({"BUN-04.02-19", "NOP-B3.00-22"})
    DIPLOMA(Label.AVG, false),
    @Norm({"BUN-04.02-20", "NOP-B3.00-23"})
    OMSTANDIGHEDEN(Label.WPG, true),
    /** Requests of the person concerned, and what was disclosed. */
    @Norm({"BUN-T04.00-04", "BUN-T04.00-05", "NOP-3.6.01-07"})
    VERANTWOORDING(Label.AVG, false),
    /** Steps of a case that belong to no other chapter: research, agreements, choices. */
    @Norm({"NOP-3.6.01-06", "NOP-3.2.02-06"})
    VERLOOP(Label.WPG, false);

    private static final Map<String, Hoofdstuk> PER_SOORT = Map.ofEntries(Map.entry("contactmoment", GESPREK), Map.entry("contact-ouders", GESPREK),
            Map.entry("contact-melder", GESPREK), Map.entry("gesprek-voeren", GESPREK), Map.entry("huisbezoek-afleggen", GESPREK),
            Map.entry("school-raadplegen", SCHOOLGEGEVENS), Map.entry("brief", CORRESPONDENTIE), Map.entry("gesprek-uitnodigen", CORRESPONDENTIE),
            Map.entry("reactie-vastleggen", CORRESPONDENTIE), Map.entry("terugmelden", CORRESPONDENTIE), Map.entry("verstrekking", VERANTWOORDING),
            Map.entry("dossier-export", VERANTWOORDING), Map.entry("verzoek-betrokkene", VERANTWOORDING),
            Map.entry("verzoek-beoordelen", VERANTWOORDING), Map.entry("besluit-uitvoeren", VERANTWOORDING),
            Map.entry("adresgeheimhouding", VERANTWOORDING));
    private static final Map<String, Hoofdstuk> PER_PROCEDURE = Map.of("svb-melding", SVB, "halt-verwijzing", HALT, "proces-verbaal", PROCES_VERBAAL,
            "last-onder-dwangsom", LAST, "vrijstelling-artikel-5", VRIJSTELLING, "verlof-meer-dan-10-dagen", VERLOF);

    private final Label label;
    private final boolean alleenBijVerzuim;

    Hoofdstuk(Label label, boolean alleenBijVerzuim) {
        this.label = label;
        this.alleenBijVerzuim = alleenBijVerzuim;
    }

    /** The code as it stands in the database and on screens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The label of what somebody adds to this chapter by hand. */
    public Label label() {
        return label;
    }

    /** Whether it may hold something only when there is unauthorised absence. */
    public boolean alleenBijVerzuim() {
        return alleenBijVerzuim;
    }

    /** The chapters to which somebody can add by hand. */
    public static List<Hoofdstuk> metDeHand() {
        return Arrays.stream(values()).filter(h -> h != VERANTWOORDING && h != VERLOOP).toList();
    }

    /** The chapter with this code; empty when there is none. */
    public static Optional<Hoofdstuk> vanCode(String code) {
        return Arrays.stream(values()).filter(h -> h.code().equals(code)).findFirst();
    }

    /**
     * Where a piece belongs.
     *
     * @param soort     of the piece
     * @param procedure of its case; null when it belongs to none
     * @param vanDuo    whether it is about a melding that came through DUO
     */
    public static Hoofdstuk van(String soort, String procedure, boolean vanDuo) {
        if (vanCode(soort).isPresent()) {
            return vanCode(soort).get();
        }
        if (soort.startsWith("verzuimmelding") || soort.startsWith("melding-")) {
            return vanDuo ? DUO_MELDING : VERZUIMKENNISGEVING;
        }
        if (PER_SOORT.containsKey(soort)) {
            return PER_SOORT.get(soort);
        }
        return procedure == null ? VERLOOP : PER_PROCEDURE.getOrDefault(procedure, VERLOOP);
    }
}
