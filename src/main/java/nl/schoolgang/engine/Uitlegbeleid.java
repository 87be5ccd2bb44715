package nl.schoolgang.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The policy of {@code processes/beleid/uitleg.dmn}: what holds for a task in one municipality only, beside what its model says to all. */
@Component
public class Uitlegbeleid {

    private static final String TABEL = "uitleg";

    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Beleidstabel<DmnDecision> tabel;

    Uitlegbeleid(@Lazy RepositoryService repositoryService, EngineAanmelding aanmelding) {
        this.tabel = new Beleidstabel<>(TABEL, repositoryService, aanmelding, model -> dmn.parseDecision(TABEL, model));
    }

    /**
     * What an employee reads with a task.
     *
     * @param algemeen  what the model says to every municipality; null when it says nothing
     * @param procedure of the case
     * @param taak      element id of the task
     * @return the general text and, in a paragraph of its own, that of the municipality; null when there is neither
     */
    public String uitleg(String algemeen, String procedure, String taak, String gemeente) {
        DmnDecisionTableResult uitkomst = dmn.evaluateDecisionTable(tabel.nieuwste(),
                Map.of("procedure", procedure, "taak", taak, "gemeente", gemeente));
        Optional<String> eigen = uitkomst.isEmpty() ? Optional.empty() : Optional.ofNullable(uitkomst.getSingleResult().getSingleEntry());
        return eigen.map(tekst -> algemeen == null ? tekst : algemeen + "\n\n" + tekst).orElse(algemeen);
    }
}
