package nl.schoolgang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The policy of {@code processes/beleid/rollen.dmn} for who asks outside a process: the newest version, evaluated here, because a
 * look-up is no decision of a case that belongs in its history.
 */
@Component
public class Rolbeleid {

    private static final String TABEL = "rollen";

    private final RepositoryService repositoryService;
    private final EngineAanmelding aanmelding;
    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private volatile Tabel laatste;

    Rolbeleid(@Lazy RepositoryService repositoryService, EngineAanmelding aanmelding) {
        this.repositoryService = repositoryService;
        this.aanmelding = aanmelding;
    }

    /**
     * The role that does a piece of work in a municipality.
     *
     * @param taak the code of the work as it stands in the table
     * @return the code of the role, never null
     * @throws IllegalStateException when the table is not there or names no single role
     */
    public String rol(String gemeente, String taak) {
        DmnDecisionTableResult uitkomst = dmn.evaluateDecisionTable(tabel().beslissing, Map.of("taak", taak, "gemeente", gemeente));
        if (uitkomst.isEmpty()) {
            throw new IllegalStateException("De tabel rollen noemt geen rol voor " + taak + " in " + gemeente);
        }
        return uitkomst.getSingleResult().getSingleEntry();
    }

    private Tabel tabel() {
        // The definition is shared and tenantless: readable for whoever asks, also for one who may see no engine data at all.
        return aanmelding.dienst(aanmelding.wie(), List.of(), () -> {
            DecisionDefinition definitie = repositoryService.createDecisionDefinitionQuery().decisionDefinitionKey(TABEL)
                    .withoutTenantId().latestVersion().singleResult();
            if (definitie == null) {
                throw new IllegalStateException("De tabel " + TABEL + " is niet uitgerold");
            }
            Tabel huidige = laatste;
            if (huidige == null || !huidige.id.equals(definitie.getId())) {
                huidige = lees(definitie.getId());
                laatste = huidige;
            }
            return huidige;
        });
    }

    private Tabel lees(String id) {
        try (InputStream bron = repositoryService.getDecisionModel(id)) {
            return new Tabel(id, dmn.parseDecision(TABEL, bron));
        } catch (IOException e) {
            throw new IllegalStateException("De tabel " + TABEL + " is niet te lezen", e);
        }
    }

    private record Tabel(String id, DmnDecision beslissing) {
    }
}
