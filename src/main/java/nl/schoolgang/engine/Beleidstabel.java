package nl.schoolgang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * The newest version of a table in {@code processes/beleid/}, read once for each version. Evaluated by who asks and not by
 * the engine's decision service: a look-up is no decision of a case that belongs in its history.
 *
 * @param <T> what is made of the table
 */
final class Beleidstabel<T> {

    private final String sleutel;
    private final RepositoryService repositoryService;
    private final EngineAanmelding aanmelding;
    private final Function<DmnModelInstance, T> lezer;
    private volatile Versie<T> laatste;

    Beleidstabel(String sleutel, RepositoryService repositoryService, EngineAanmelding aanmelding, Function<DmnModelInstance, T> lezer) {
        this.sleutel = sleutel;
        this.repositoryService = repositoryService;
        this.aanmelding = aanmelding;
        this.lezer = lezer;
    }

    /** @throws IllegalStateException when the table is not there or cannot be read */
    T nieuwste() {
        // The definition is shared and tenantless: readable for whoever asks, also for one who may see no engine data at all.
        return aanmelding.dienst(aanmelding.wie(), List.of(), () -> {
            DecisionDefinition definitie = repositoryService.createDecisionDefinitionQuery().decisionDefinitionKey(sleutel)
                    .withoutTenantId().latestVersion().singleResult();
            if (definitie == null) {
                throw new IllegalStateException("De tabel " + sleutel + " is niet uitgerold");
            }
            Versie<T> huidige = laatste;
            if (huidige == null || !huidige.id.equals(definitie.getId())) {
                huidige = new Versie<>(definitie.getId(), lees(definitie.getId()));
                laatste = huidige;
            }
            return huidige.inhoud;
        });
    }

    private T lees(String id) {
        try (InputStream bron = repositoryService.getDecisionModel(id)) {
            return lezer.apply(Dmn.readModelFromStream(bron));
        } catch (IOException e) {
            throw new IllegalStateException("De tabel " + sleutel + " is niet te lezen", e);
        }
    }

    private record Versie<T>(String id, T inhoud) {
    }
}
