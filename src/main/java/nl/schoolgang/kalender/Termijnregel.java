package nl.schoolgang.kalender;

import java.util.Objects;

/**
 * How long a term is and how it is counted.
 *
 * @param aantal   length in units, from 0 to {@value #GROOTSTE_AANTAL}; without meaning for {@link Eenheid#ONVERWIJLD}
 * @param eenheid  the unit, never null
 * @param atw      whether the Algemene termijnenwet applies: only for terms set in an Act or AMvB. What its art. 4
 *                 excludes stays excluded, also when this is true.
 * @param richting forward or counted back, never null
 * @param regio    school holiday region; only needed for schooldagen, else null
 * @param school   key of a school that may have holidays of its own (see {@link Schoolvakantie#school}); null for the region's
 * @param datumregel for {@link Eenheid#VASTE_DATUM} the rule that names the date, for example {@code 30 juni}; else null
 */
public record Termijnregel(int aantal, Eenheid eenheid, boolean atw, Richting richting, String regio, String school, String datumregel) {

    /** The longest term that is calculated, in any unit. */
    public static final int GROOTSTE_AANTAL = 10_000;

    /** A rule for no school in particular, with a length. */
    public Termijnregel(int aantal, Eenheid eenheid, boolean atw, Richting richting, String regio) {
        this(aantal, eenheid, atw, richting, regio, null, null);
    }

    public Termijnregel {
        Objects.requireNonNull(eenheid, "eenheid");
        Objects.requireNonNull(richting, "richting");
        if (aantal < 0 || aantal > GROOTSTE_AANTAL) {
            throw new IllegalArgumentException("Het aantal moet tussen 0 en " + GROOTSTE_AANTAL + " liggen: " + aantal);
        }
        if (eenheid == Eenheid.SCHOOLDAGEN && regio == null) {
            throw new IllegalArgumentException("Een termijn in schooldagen vraagt een regio");
        }
        if (eenheid == Eenheid.VASTE_DATUM) {
            Datumregel.van(Objects.requireNonNull(datumregel, "datumregel"));
        }
        if ((eenheid == Eenheid.ONVERWIJLD || eenheid == Eenheid.VASTE_DATUM) && richting == Richting.TERUG) {
            throw new IllegalArgumentException("Onverwijld en een vaste datum kunnen niet worden teruggerekend");
        }
    }

    /** Whether the length is one that the Algemene termijnenwet covers (art. 4 excludes the others), and the term one it holds for. */
    boolean onderAtw() {
        return atw && switch (eenheid) {
            case DAGEN -> aantal <= 90;
            case WEKEN -> aantal <= 12;
            case MAANDEN -> aantal <= 3;
            case WERKDAGEN, SCHOOLDAGEN, JAREN, UREN, ONVERWIJLD, VASTE_DATUM -> false;
        };
    }
}
