package nl.schoolgang.procedure.relatiefverzuim;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.springframework.stereotype.Component;

/** What the model reads from the result of the table {@code vervolg-advies}, as {@code ${vervolgadvies...}}. */
@Component("vervolgadvies")
public class Vervolgadvies {

    Vervolgadvies() {
    }

    /** The codes of the advised measures, each once, separated by commas; empty when no row holds. */
    public String maatregelen(DmnDecisionResult uitkomst) {
        return verbind(uitkomst.collectEntries("maatregel"), ",");
    }

    /** The sentences that explain the advice, each once; empty when no row holds. */
    public String toelichting(DmnDecisionResult uitkomst) {
        return verbind(uitkomst.collectEntries("toelichting"), " ");
    }

    private static String verbind(List<String> delen, String scheiding) {
        return delen.stream().filter(Objects::nonNull).map(String::strip).distinct().collect(Collectors.joining(scheiding));
    }
}
