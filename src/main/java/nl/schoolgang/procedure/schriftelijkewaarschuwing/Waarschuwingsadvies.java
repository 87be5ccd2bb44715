package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.springframework.stereotype.Component;

/** What the model reads from the result of the table {@code waarschuwing-toets}, as {@code ${waarschuwingsadvies...}}. */
@Component("waarschuwingsadvies")
public class Waarschuwingsadvies {

    private static final String MAG = "mag";
    private static final String MAG_NIET = "mag-niet";
    private static final String WEEG = "weeg";

    Waarschuwingsadvies() {
    }

    /**
     * The advice of all rows together: one condition that is not met decides, then one that is not known.
     *
     * @return {@code mag}, {@code mag-niet} or {@code weeg}
     */
    public String advies(DmnDecisionResult uitkomst) {
        List<String> oordelen = uitkomst.collectEntries("oordeel");
        if (oordelen.contains(MAG_NIET)) {
            return MAG_NIET;
        }
        return oordelen.contains(WEEG) || !oordelen.contains(MAG) ? WEEG : MAG;
    }

    /** The sentences of the rows that hold, each once. */
    public String toelichting(DmnDecisionResult uitkomst) {
        return uitkomst.<String>collectEntries("toelichting").stream().filter(Objects::nonNull).map(String::strip).distinct()
                .collect(Collectors.joining(" "));
    }
}
