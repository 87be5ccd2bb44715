package nl.schoolgang.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionRequirementsDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Nobody gets engine rights in passing. By default the engine lets the holder and the candidates of a task change it:
 * here only our own service does, and it tests role, municipality and form. Only a new procedure brings rights with it: who has Cockpit
 * may look at it, unless it is a restricted one ({@link BeperkteProcedures}).
 */
final class GeenAutomatischeRechten implements ResourceAuthorizationProvider {

    private static final AuthorizationEntity[] GEEN = new AuthorizationEntity[0];

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newTenant(Tenant tenant) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] groupMembershipCreated(String userId, String groupId) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, User user) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, Group group) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newFilter(Filter filter) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newProcessDefinition(ProcessDefinition processDefinition) {
        String sleutel = processDefinition.getKey();
        if (BeperkteProcedures.SLEUTELS.contains(sleutel)) {
            return GEEN;
        }
        // A later version finds the rights of the first.
        return Enginerechten.meekijkers().filter(groep -> Context.getCommandContext().getAuthorizationManager()
                        .findAuthorizationByGroupIdAndResourceId(Authorization.AUTH_TYPE_GRANT, groep, Resources.PROCESS_DEFINITION, sleutel) == null)
                .map(groep -> meekijken(groep, sleutel)).toArray(AuthorizationEntity[]::new);
    }

    private static AuthorizationEntity meekijken(String groep, String sleutel) {
        AuthorizationEntity recht = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        recht.setGroupId(groep);
        recht.setResource(Resources.PROCESS_DEFINITION);
        recht.setResourceId(sleutel);
        recht.setPermissions(Enginerechten.MEEKIJKEN);
        return recht;
    }

    @Override
    public AuthorizationEntity[] newProcessInstance(ProcessInstance processInstance) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newTask(Task task) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newDecisionDefinition(DecisionDefinition decisionDefinition) {
        return GEEN;
    }

    @Override
    public AuthorizationEntity[] newDecisionRequirementsDefinition(DecisionRequirementsDefinition decisionRequirementsDefinition) {
        return GEEN;
    }
}
