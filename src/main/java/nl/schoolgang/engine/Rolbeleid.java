package nl.schoolgang.engine;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The policy of {@code processes/beleid/rollen.dmn}: which role does a piece of work in a municipality. */
@Component
public class Rolbeleid {

    private static final String TABEL = "rollen";

    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Beleidstabel<DmnDecision> tabel;

    Rolbeleid(@Lazy RepositoryService repositoryService, EngineAanmelding aanmelding) {
        this.tabel = new Beleidstabel<>(TABEL, repositoryService, aanmelding, model -> dmn.parseDecision(TABEL, model));
    }

    /**
     * The role that does a piece of work in a municipality.
     *
     * @param taak the code of the work as it stands in the table
     * @return the code of the role, never null
     * @throws IllegalStateException when the table is not there or names no single role
     */
    public String rol(String gemeente, String taak) {
        DmnDecisionTableResult uitkomst = dmn.evaluateDecisionTable(tabel.nieuwste(), Map.of("taak", taak, "gemeente", gemeente));
        if (uitkomst.isEmpty()) {
            throw new IllegalStateException("De tabel rollen noemt geen rol voor " + taak + " in " + gemeente);
        }
        return uitkomst.getSingleResult().getSingleEntry();
    }
}
