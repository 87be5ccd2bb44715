package nl.schoolgang.brief;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schoolgang.dossier.Label;

/**
 * A template of a letter, as an analyst writes it.
 *
 * @param code       its file name without extension; unique over all procedures
 * @param bestand    its path, for messages
 * @param titel      title of the letter, also that of the document
 * @param aan        who gets it; see {@link #AAN}
 * @param groepen    task definitions whose latest answers it may use; of a group of more than one only the task done last
 * @param gekozen    key of the answer with which the officer chose who gets it ({@code ouder-1}, {@code ouder-2}, {@code jongere}); null: all
 * @param als        the answer with which this letter goes out ({@code key = value}, {@code key != value}, or a key that must be answered);
 *                   null: always. The model decides; this tells beforehand what it will decide
 * @param vrij       key of the answer with the editable part; null: none
 * @param label      privacy label of the archived letter
 * @param normen     the norms that it carries
 * @param termijn    code of the term that starts at its dispatch; null: none
 * @param namens     {@code leerplichtambtenaar} or {@code college}
 * @param besluit    whether it makes a decision known: only then it carries an objection clause (Awb 3:45)
 * @param inhoud     the template itself: what stands between {@code <body>} and {@code </body>}
 */
record Sjabloon(String code, String bestand, String titel, List<String> aan, List<List<String>> groepen, String gekozen, String als, String vrij, Label label,
                List<String> normen, String termijn, String namens, boolean besluit, String inhoud) {

    static final String OUDERS = "ouders";
    static final String JONGERE = "jongere";
    static final String JONGERE_12 = "jongere-12";
    static final String MELDER = "melder";
    /** Who reported and hears it by letter only: reported through DUO, or without an e-mail address for a message. */
    static final String MELDER_PER_BRIEF = "melder-per-brief";
    static final String BETROKKENEN = "betrokkenen";
    static final String SCHOOL = "school";
    private static final Pattern VOORWAARDE = Pattern.compile("(\\w+)(?:\\s*(!?=)\\s*(\\S+))?");
    /** What {@code aan} may name. */
    static final Set<String> AAN = Set.of(OUDERS, JONGERE, JONGERE_12, MELDER, MELDER_PER_BRIEF, BETROKKENEN, SCHOOL);

    /** All task definitions whose answers it may use. */
    List<String> antwoorden() {
        return groepen.stream().flatMap(List::stream).toList();
    }

    static boolean isVoorwaarde(String als) {
        return VOORWAARDE.matcher(als).matches();
    }

    /** Whether this letter goes out with these answers, by key. */
    boolean gaatUitBij(Map<String, Object> antwoorden) {
        if (als == null) {
            return true;
        }
        Matcher voorwaarde = VOORWAARDE.matcher(als);
        if (!voorwaarde.matches()) {
            throw new IllegalStateException(bestand + ": onbegrepen voorwaarde");
        }
        Object waarde = antwoorden.get(voorwaarde.group(1));
        if (voorwaarde.group(2) == null) {
            return waarde != null && !waarde.toString().isBlank();
        }
        boolean gelijk = waarde instanceof Collection<?> lijst ? lijst.contains(voorwaarde.group(3))
                : waarde != null && waarde.toString().equals(voorwaarde.group(3));
        return gelijk == voorwaarde.group(2).equals("=");
    }
}
