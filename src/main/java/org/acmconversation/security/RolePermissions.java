package org.acmconversation.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engine.FirstStart;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
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

    /** Asks for what is there by few queries: at any start but the first there is nothing else to do. */
    private void createAndGrant() {
        // Where users come from elsewhere, so do groups.
        if (!identityService.isReadOnly()) {
            createGroups();
        }
        Set<List<Object>> existing = existingGrants();
        grants().filter(grant -> !existing.contains(grant.key())).forEach(this::save);
    }

    private static Stream<Grant> grants() {
        Stream<Grant> workers = Stream.of(Role.MANAGER, Role.ENGINEER, Role.READY_PARTNER)
                .flatMap(role -> Stream.of(
                        new Grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                        new Grant(role, Resources.GROUP, Authorization.ANY, Permissions.READ),
                        // Diagrams, and the variables of instances, without which a queue shows no customer.
                        new Grant(
                                role,
                                Resources.PROCESS_DEFINITION,
                                Authorization.ANY,
                                Permissions.READ,
                                Permissions.READ_INSTANCE)));
        Stream<Grant> others = Stream.of(
                new Grant(Role.ANALYST, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                new Grant(Role.ANALYST, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ, Permissions.CREATE),
                new Grant(Role.ANALYST, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ),
                new Grant(Role.ANALYST, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ),
                new Grant(
                        Role.ANALYST, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ),
                new Grant(Role.ANALYST, Resources.GROUP, Authorization.ANY, Permissions.READ),
                new Grant(Role.OPERATOR, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                new Grant(Role.OPERATOR, Resources.GROUP, Authorization.ANY, Permissions.READ),
                new Grant(Role.OPERATOR, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ),
                new Grant(Role.OPERATOR, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ),
                new Grant(
                        Role.OPERATOR, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ),
                new Grant(
                        Role.OPERATOR, Resources.BATCH, Authorization.ANY, Permissions.READ, Permissions.READ_HISTORY),
                new Grant(
                        Role.OPERATOR,
                        Resources.PROCESS_DEFINITION,
                        Authorization.ANY,
                        Permissions.READ,
                        Permissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.RETRY_JOB));
        Stream<Grant> administrators = Stream.of(Resources.values())
                .map(resource -> new Grant(Role.ADMINISTRATOR, resource, Authorization.ANY, Permissions.ALL));
        return Stream.of(workers, others, administrators).flatMap(grants -> grants);
    }

    private record Grant(Role role, Resource resource, String resourceId, Permission... permissions) {

        /** What there is one grant for. */
        List<Object> key() {
            return List.of(role.group(), resource.resourceType(), resourceId);
        }
    }

    /** One query for each id, of which an index knows: for single tasks there are grants by the million. */
    private Set<List<Object>> existingGrants() {
        return grants().map(Grant::resourceId)
                .distinct()
                .flatMap(resourceId -> grantsOfGroups().resourceId(resourceId).list().stream())
                .map(grant -> List.<Object>of(grant.getGroupId(), grant.getResourceType(), grant.getResourceId()))
                .collect(Collectors.toSet());
    }

    private AuthorizationQuery grantsOfGroups() {
        return authorizationService.createAuthorizationQuery().groupIdIn(Role.groups(Role.values()));
    }

    private void save(Grant wanted) {
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(wanted.role().group());
        grant.setResource(wanted.resource());
        grant.setResourceId(wanted.resourceId());
        grant.setPermissions(wanted.permissions());
        authorizationService.saveAuthorization(grant);
    }

    private void createGroups() {
        Set<String> existing = identityService.createGroupQuery().groupIdIn(Role.groups(Role.values())).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        for (Role role : Role.values()) {
            if (!existing.contains(role.group())) {
                Group group = identityService.newGroup(role.group());
                group.setName(role.displayName());
                group.setType("WORKFLOW");
                identityService.saveGroup(group);
            }
        }
    }
}
