package nl.schoolgang.procedure.relatiefverzuim;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.springframework.stereotype.Component;

/** What the model reads from the result of the table {@code vervolg-advies}, as {@code ${vervolgadvies...}}. */
@Component("vervolgadvies")
public class Vervolgadvies {

    private final Maatregelkeuze keuze;

    Vervolgadvies(Maatregelkeuze keuze) {
        this.keuze = keuze;
    }

    /**
     * Keeps what the table advises: the codes of the measures and the sentences that explain them, each once.
     *
     * @return always true: that there is an advice is all that the engine knows
     */
    public boolean bewaar(String zaakId, DmnDecisionResult uitkomst) {
        keuze.bewaarAdvies(UUID.fromString(zaakId), verbind(uitkomst.collectEntries("maatregel"), ","),
                verbind(uitkomst.collectEntries("toelichting"), " "));
        return true;
    }

    private static String verbind(List<String> delen, String scheiding) {
        return delen.stream().filter(Objects::nonNull).map(String::strip).distinct().collect(Collectors.joining(scheiding));
    }
}
