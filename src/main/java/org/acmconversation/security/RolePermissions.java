package org.acmconversation.security;

import java.util.List;
import org.acmconversation.engine.FirstStart;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Makes the groups of the roles and says what each may do in the engine. Tasks need no line here: the engine itself
 * grants a task's candidates and its assignee the right to read it and work on it.
 */
@Component
class RolePermissions implements InitializingBean {

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final FirstStart firstStart;

    RolePermissions(IdentityService identityService, AuthorizationService authorizationService, FirstStart firstStart) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.firstStart = firstStart;
    }

    /** Before the first request is answered. */
    @Override
    public void afterPropertiesSet() {
        firstStart.alone(this::createAndGrant);
    }

    private void createAndGrant() {
        // Where users come from elsewhere, so do groups.
        if (!identityService.isReadOnly()) {
            for (Role role : Role.values()) {
                createGroup(role);
            }
        }
        for (Role role : List.of(Role.MANAGER, Role.ENGINEER, Role.READY_PARTNER)) {
            grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(role, Resources.GROUP, Authorization.ANY, Permissions.READ);
            // Diagrams, and the variables of instances, without which a queue shows no customer.
            grant(role, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ, Permissions.READ_INSTANCE);
        }
        grant(Role.ANALYST, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(Role.ANALYST, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ, Permissions.CREATE);
        grant(Role.ANALYST, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(Role.ANALYST, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(Role.OPERATOR, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                Role.OPERATOR,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB);
        for (Resource resource : Resources.values()) {
            grant(Role.ADMINISTRATOR, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    private void createGroup(Role role) {
        if (identityService.createGroupQuery().groupId(role.group()).count() == 0) {
            Group group = identityService.newGroup(role.group());
            group.setName(role.displayName());
            group.setType("WORKFLOW");
            identityService.saveGroup(group);
        }
    }

    private void grant(Role role, Resource resource, String resourceId, Permission... permissions) {
        long existing = authorizationService
                .createAuthorizationQuery()
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(resourceId)
                .count();
        if (existing == 0) {
            Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.group());
            grant.setResource(resource);
            grant.setResourceId(resourceId);
            grant.setPermissions(permissions);
            authorizationService.saveAuthorization(grant);
        }
    }
}
