package nl.schoolgang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts the models, tables and forms of the application into the engine, all in one deployment, so that "the form of the
 * same deployment" is always the one that belongs to the model. Only when one of them changed; and when an analyst has
 * put in a newer version of one of them, only after a person has confirmed it with {@code schoolgang.modellen.bevestigd}.
 */
@Component
class Modeluitrol implements SmartInitializingSingleton {

    static final String NAAM = "Schoolgang";
    private static final Logger LOG = LoggerFactory.getLogger(Modeluitrol.class);
    private static final List<String> MAPPEN = List.of("/processes/", "/forms/");
    private static final int KENMERKLENGTE = 12;

    private final RepositoryService repositoryService;
    private final ResourcePatternResolver bestanden;
    private final String[] patronen;
    private final String bevestigd;

    Modeluitrol(RepositoryService repositoryService, ResourcePatternResolver bestanden, CamundaBpmProperties instellingen,
            @Value("${schoolgang.modellen.bevestigd:}") String bevestigd) {
        this.repositoryService = repositoryService;
        this.bestanden = bestanden;
        this.patronen = instellingen.getDeploymentResourcePattern();
        this.bevestigd = bevestigd;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rolUit(lees());
    }

    /**
     * Deploys these resources unless the last deployment of the application holds exactly the same.
     *
     * @return whether they were deployed
     */
    boolean rolUit(SortedMap<String, byte[]> modellen) {
        String kenmerk = kenmerk(modellen);
        if (modellen.isEmpty() || kenmerk.equals(kenmerk(laatste()))) {
            return false;
        }
        Set<String> nieuwer = nieuwerVanAnalist();
        if (!nieuwer.isEmpty() && !kenmerk.equals(bevestigd)) {
            LOG.warn("De modellen van deze versie zijn niet in de engine gezet: een analist heeft een nieuwere versie geplaatst van {}. "
                    + "Vergelijk ze, en bevestig daarna met schoolgang.modellen.bevestigd={}", nieuwer, kenmerk);
            return false;
        }
        DeploymentBuilder uitrol = repositoryService.createDeployment().name(NAAM).source(NAAM);
        modellen.forEach((naam, inhoud) -> uitrol.addString(naam, new String(inhoud, StandardCharsets.UTF_8)));
        uitrol.deploy();
        LOG.info("{} modellen, tabellen en formulieren in de engine gezet (kenmerk {})", modellen.size(), kenmerk);
        return true;
    }

    SortedMap<String, byte[]> lees() {
        SortedMap<String, byte[]> gevonden = new TreeMap<>();
        try {
            for (String patroon : patronen) {
                for (Resource bestand : bestanden.getResources(patroon)) {
                    gevonden.put(naam(bestand), bestand.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gevonden;
    }

    private static String naam(Resource bestand) throws IOException {
        String adres = bestand.getURL().toString();
        int begin = MAPPEN.stream().mapToInt(adres::lastIndexOf).max().orElse(-1);
        return adres.substring(begin + 1);
    }

    private SortedMap<String, byte[]> laatste() {
        SortedMap<String, byte[]> inhoud = new TreeMap<>();
        List<Deployment> eigen = repositoryService.createDeploymentQuery().deploymentName(NAAM).deploymentSource(NAAM)
                .orderByDeploymentTime().desc().list();
        if (!eigen.isEmpty()) {
            String id = eigen.get(0).getId();
            for (String naam : repositoryService.getDeploymentResourceNames(id)) {
                try (InputStream bestand = repositoryService.getResourceAsStream(id, naam)) {
                    inhoud.put(naam, bestand.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return inhoud;
    }

    /** Keys of models and tables of ours of which the newest version is not ours. */
    private Set<String> nieuwerVanAnalist() {
        Set<String> eigen = repositoryService.createDeploymentQuery().deploymentName(NAAM).deploymentSource(NAAM).list().stream()
                .map(Deployment::getId).collect(Collectors.toSet());
        Set<String> eigenSleutels = Stream.<ResourceDefinition>concat(repositoryService.createProcessDefinitionQuery().list().stream(),
                repositoryService.createDecisionDefinitionQuery().list().stream())
                .filter(d -> eigen.contains(d.getDeploymentId())).map(ResourceDefinition::getKey).collect(Collectors.toSet());
        return Stream.<ResourceDefinition>concat(repositoryService.createProcessDefinitionQuery().latestVersion().list().stream(),
                repositoryService.createDecisionDefinitionQuery().latestVersion().list().stream())
                .filter(d -> !eigen.contains(d.getDeploymentId())).map(ResourceDefinition::getKey).filter(eigenSleutels::contains)
                .collect(Collectors.toSet());
    }

    static String kenmerk(Map<String, byte[]> modellen) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            modellen.forEach((naam, inhoud) -> {
                digest.update(naam.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(inhoud.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(inhoud);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, KENMERKLENGTE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
