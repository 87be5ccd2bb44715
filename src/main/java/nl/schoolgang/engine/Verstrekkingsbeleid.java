package nl.schoolgang.engine;

import java.util.Map;
import java.util.Optional;
import nl.schoolgang.normen.Norm;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** On which ground which kind of receiver may be given data of a dossier: the table {@code processes/beleid/verstrekkingsgrond.dmn}. */
@Component
@Norm("BUN-04.03-01")
public class Verstrekkingsbeleid {

    private static final String TABEL = "verstrekkingsgrond";

    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Beleidstabel<DmnDecision> tabel;

    Verstrekkingsbeleid(@Lazy RepositoryService repositoryService, EngineAanmelding aanmelding) {
        this.tabel = new Beleidstabel<>(TABEL, repositoryService, aanmelding, model -> dmn.parseDecision(TABEL, model));
    }

    /**
     * Why a receiver may not be given data on a ground.
     *
     * @param grondslag code of the ground
     * @param ontvanger code of the kind of receiver
     * @return a Dutch sentence; empty when it may
     * @throws IllegalStateException when the table is not there or says nothing
     */
    public Optional<String> bezwaar(String gemeente, String grondslag, String ontvanger) {
        DmnDecisionTableResult uitkomst = dmn.evaluateDecisionTable(tabel.nieuwste(),
                Map.of("gemeente", gemeente, "grondslag", grondslag, "ontvanger", ontvanger));
        if (uitkomst.isEmpty()) {
            throw new IllegalStateException("De tabel " + TABEL + " zegt niets over " + grondslag + " en " + ontvanger);
        }
        DmnDecisionRuleResult regel = uitkomst.getSingleResult();
        return Boolean.TRUE.equals(regel.getEntry("mag")) ? Optional.empty() : Optional.of(regel.getEntry("reden"));
    }
}
