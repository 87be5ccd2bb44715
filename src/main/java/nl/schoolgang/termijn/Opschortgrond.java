package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** On what ground a term may stand still (Awb 4:15; on objections only 7:10 lid 2). */
public enum Opschortgrond {
    /** The applicant was asked to complete the application (4:15 lid 1 a): from the day after the request to the day of completion. */
    AANVULLING("totdat de aanvraag is aangevuld (Algemene wet bestuursrecht, artikel 4:15 lid 1 onder a)", true, true),
    /** The applicant was told that a body abroad was asked for information (4:15 lid 1 b): from the day after to the day of receipt. */
    BUITENLANDSE_INSTANTIE("totdat informatie van een buitenlandse instantie is ontvangen (Algemene wet bestuursrecht, artikel 4:15 lid 1 onder b)",
            true, true),
    /** The applicant agreed in writing (4:15 lid 2 a): the days that were agreed. */
    INSTEMMING("met schriftelijke instemming van de aanvrager (Algemene wet bestuursrecht, artikel 4:15 lid 2 onder a)", false, false),
    /** The delay can be attributed to the applicant (4:15 lid 2 b). */
    AANVRAGER("omdat de vertraging aan de aanvrager is toe te rekenen (Algemene wet bestuursrecht, artikel 4:15 lid 2 onder b)", false, false),
    /** Force majeure (4:15 lid 2 c). */
    OVERMACHT("door overmacht (Algemene wet bestuursrecht, artikel 4:15 lid 2 onder c)", false, false),
    /** The objector was asked to mend a default (7:10 lid 2): from the day of the request itself. */
    VERZUIM_HERSTELLEN("totdat het verzuim in het bezwaarschrift is hersteld (Algemene wet bestuursrecht, artikel 7:10 lid 2)", false, true);

    private final String tekst;
    private final boolean vanafDagErna;
    private final boolean eindeTeltNiet;

    Opschortgrond(String tekst, boolean vanafDagErna, boolean eindeTeltNiet) {
        this.tekst = tekst;
        this.vanafDagErna = vanafDagErna;
        this.eindeTeltNiet = eindeTeltNiet;
    }

    /** The code in tables and in the API: the name in lower case with dashes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why, with the article, as it ends a sentence of the explanation. */
    public String tekst() {
        return tekst;
    }

    /** Whether a term under this regime can be suspended on this ground. */
    public boolean geldtBij(Termijnregime regime) {
        return this == VERZUIM_HERSTELLEN ? regime == Termijnregime.BEZWAAR
                : regime == Termijnregime.BESLISTERMIJN_REDELIJK || regime == Termijnregime.BESLISTERMIJN_WETTELIJK;
    }

    /** Whether it needs the day by which the other must have acted, or through which was agreed. */
    public boolean vraagtEinddag() {
        return this == AANVULLING || this == INSTEMMING || this == VERZUIM_HERSTELLEN;
    }

    /** The first suspended day, by the day of the request, notice or begin. */
    LocalDate eersteDag(LocalDate op) {
        return vanafDagErna ? op.plusDays(1) : op;
    }

    /** The last suspended day, by the day on which was completed or received, or that was the last one itself. */
    LocalDate laatsteDag(LocalDate einde) {
        return eindeTeltNiet ? einde.minusDays(1) : einde;
    }

    /** @throws IllegalArgumentException when there is none with this code */
    public static Opschortgrond vanCode(String code) {
        return Arrays.stream(values()).filter(g -> g.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende grond voor opschorting: " + code));
    }
}
