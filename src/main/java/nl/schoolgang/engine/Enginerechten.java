package nl.schoolgang.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Writes the engine's own table of rights from ours at every start, and takes away what does not follow from it. Roles
 * with {@link Recht#COCKPIT} may look, at each deployed procedure but the restricted ones ({@link BeperkteProcedures}); what is deployed
 * later gets its rights with its deployment ({@link GeenAutomatischeRechten}). Only the group of our own services may change anything.
 */
@Component
class Enginerechten implements SmartInitializingSingleton {

    /** On one procedure, with its instances, tasks and history. */
    static final Permission[] MEEKIJKEN = {ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY};

    private final AuthorizationService authorizationService;
    private final RepositoryService repositoryService;

    Enginerechten(AuthorizationService authorizationService, RepositoryService repositoryService) {
        this.authorizationService = authorizationService;
        this.repositoryService = repositoryService;
    }

    /** The groups that may look with Cockpit. */
    static Stream<String> meekijkers() {
        return Recht.COCKPIT.rollen().stream().map(Rol::code);
    }

    private record Regel(String groep, int soort, String welke, Set<String> rechten) {
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> procedures = repositoryService.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey).filter(sleutel -> !BeperkteProcedures.SLEUTELS.contains(sleutel)).distinct().toList();
        Set<Regel> nodig = Stream.concat(dienst(), meekijkers().flatMap(groep -> Stream.concat(cockpit(groep),
                procedures.stream().map(sleutel -> regel(groep, Resources.PROCESS_DEFINITION, sleutel, MEEKIJKEN)))))
                .collect(Collectors.toCollection(HashSet::new));
        for (Authorization recht : authorizationService.createAuthorizationQuery().list()) {
            if (!nodig.remove(regel(recht))) {
                authorizationService.deleteAuthorization(recht.getId());
            }
        }
        nodig.forEach(this::schrijf);
    }

    private static Stream<Regel> dienst() {
        String groep = EngineAanmelding.DIENST;
        return Stream.of(
                regel(groep, Resources.PROCESS_DEFINITION, "*", ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.UPDATE_INSTANCE,
                        ProcessDefinitionPermissions.DELETE_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.UPDATE_TASK, ProcessDefinitionPermissions.READ_HISTORY),
                regel(groep, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE),
                regel(groep, Resources.DECISION_DEFINITION, "*", Permissions.READ, Permissions.CREATE_INSTANCE),
                regel(groep, Resources.DEPLOYMENT, "*", Permissions.READ));
    }

    private static Stream<Regel> cockpit(String groep) {
        return Stream.of(
                regel(groep, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                regel(groep, Resources.DECISION_DEFINITION, "*", Permissions.READ, Permissions.READ_HISTORY),
                regel(groep, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", Permissions.READ),
                regel(groep, Resources.DEPLOYMENT, "*", Permissions.READ));
    }

    private static Regel regel(String groep, Resource soort, String welke, Permission... rechten) {
        return new Regel(groep, soort.resourceType(), welke, Arrays.stream(rechten).map(Permission::getName).collect(Collectors.toSet()));
    }

    /** What is no plain grant to a group equals no rule of ours, and goes. */
    private static Regel regel(Authorization recht) {
        Resource soort = soort(recht.getResourceType());
        if (recht.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT || recht.getGroupId() == null || soort == null) {
            return null;
        }
        Set<String> namen = Arrays.stream(recht.getPermissions(mogelijke(soort))).map(Permission::getName)
                .filter(naam -> !naam.equals(Permissions.NONE.getName())).collect(Collectors.toSet());
        return new Regel(recht.getGroupId(), recht.getResourceType(), recht.getResourceId(), namen);
    }

    private void schrijf(Regel regel) {
        Authorization recht = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        recht.setGroupId(regel.groep());
        Resource soort = soort(regel.soort());
        recht.setResource(soort);
        recht.setResourceId(regel.welke());
        List<Permission> rechten = Arrays.stream(mogelijke(soort)).filter(p -> regel.rechten().contains(p.getName())).toList();
        recht.setPermissions(rechten.toArray(Permission[]::new));
        authorizationService.saveAuthorization(recht);
    }

    private static Permission[] mogelijke(Resource soort) {
        return soort == Resources.PROCESS_DEFINITION ? ProcessDefinitionPermissions.values() : Permissions.values();
    }

    private static Resource soort(int nummer) {
        return Arrays.stream(Resources.values()).filter(r -> r.resourceType() == nummer).findFirst().orElse(null);
    }
}
