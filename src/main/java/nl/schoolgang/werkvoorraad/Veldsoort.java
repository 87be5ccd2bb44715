package nl.schoolgang.werkvoorraad;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a component of a form is; the part of form-js 1.8.7 that we draw and validate. */
public enum Veldsoort {
    TEKST, TEKSTVAK, GETAL, DATUM, TIJD, DATUMTIJD, AANKRUISVAK, KEUZERONDJES, KEUZELIJST, AANKRUISLIJST,
    /** A choice from the other employees of the municipality; what the form itself names can be chosen too. */
    COLLEGA,
    /** A paragraph; holds no value. */
    UITLEG,
    /** A group of fields; holds no value of its own. */
    GROEP,
    /** A line between fields; holds no value. */
    LIJN;

    private static final Set<Veldsoort> ZONDER_WAARDE = EnumSet.of(UITLEG, GROEP, LIJN);
    private static final Set<Veldsoort> MET_OPTIES = EnumSet.of(KEUZERONDJES, KEUZELIJST, AANKRUISLIJST, COLLEGA);
    private static final Set<Veldsoort> VRIJE_TEKST = EnumSet.of(TEKST, TEKSTVAK);

    /** The name in the API and in the templates. */
    public String code() {
        return this == COLLEGA ? KEUZELIJST.code() : name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody fills it in. */
    public boolean heeftWaarde() {
        return !ZONDER_WAARDE.contains(this);
    }

    /** Whether its value holds a day. */
    boolean heeftDag() {
        return this == DATUM || this == DATUMTIJD;
    }

    boolean heeftOpties() {
        return MET_OPTIES.contains(this);
    }

    boolean vrijeTekst() {
        return VRIJE_TEKST.contains(this);
    }
}
