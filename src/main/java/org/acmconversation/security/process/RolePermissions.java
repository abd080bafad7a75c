package org.acmconversation.security.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.operations.FirstStart;
import org.acmconversation.security.Role;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Creates the roles' groups and grants their permissions in the engine, each once: a permission that an administrator
 * revokes is not granted again. Tasks need no entry, because the engine itself grants a task's candidates and assignee
 * the permission to read it and work on it.
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

    /** Runs before the first request. */
    @Override
    public void afterPropertiesSet() {
        firstStart.exclusively(this::createAndGrant);
    }

    private void createAndGrant() {
        // With an external provider, the groups are external, too.
        if (!identityService.isReadOnly()) {
            createGroups();
        }
        Set<String> missing = firstStart.claimUncreated(
                grants().flatMap(grant -> grant.names().stream()).toList());
        if (!missing.isEmpty()) {
            Map<List<Object>, Authorization> existing = existingGrants();
            grants().filter(grant -> grant.names().stream().anyMatch(missing::contains))
                    .forEach(grant -> save(grant, missing, existing.get(grant.key())));
        }
    }

    private static Stream<Grant> grants() {
        Stream<Grant> workers = Stream.of(Role.MANAGER, Role.ENGINEER, Role.READY_PARTNER)
                .flatMap(role -> Stream.of(
                        new Grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                        new Grant(role, Resources.GROUP, Authorization.ANY, Permissions.READ),
                        // Needed for diagrams, and for the variables with the customer's name in the queues.
                        new Grant(
                                role,
                                Resources.PROCESS_DEFINITION,
                                Authorization.ANY,
                                Permissions.READ,
                                Permissions.READ_INSTANCE)));
        Stream<Grant> others = Stream.of(
                new Grant(Role.LEAD, Resources.GROUP, Authorization.ANY, Permissions.READ),
                // Leads can read every task; HandOverRule lets them hand it over.
                new Grant(
                        Role.LEAD,
                        Resources.PROCESS_DEFINITION,
                        Authorization.ANY,
                        Permissions.READ,
                        Permissions.READ_INSTANCE,
                        Permissions.READ_TASK),
                new Grant(Role.ANALYST, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                new Grant(Role.ANALYST, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ),
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

        /** Identifies an authorization of the engine. */
        List<Object> key() {
            return List.of(role.group(), resource.resourceType(), resourceId);
        }

        /** Returns one name per permission, since a later version may grant more. */
        List<String> names() {
            return Stream.of(permissions).map(this::name).toList();
        }

        String name(Permission permission) {
            return "grant %s %s %s %s"
                    .formatted(role.group(), resource.resourceName(), resourceId, permission.getName());
        }
    }

    /** Uses one indexed query per id: there are millions of authorizations for single tasks. */
    private Map<List<Object>, Authorization> existingGrants() {
        return grants().map(Grant::resourceId)
                .distinct()
                .flatMap(resourceId -> grantsOfGroups().resourceId(resourceId).list().stream())
                .collect(Collectors.toMap(
                        grant -> List.of(grant.getGroupId(), grant.getResourceType(), grant.getResourceId()),
                        grant -> grant));
    }

    private AuthorizationQuery grantsOfGroups() {
        return authorizationService.createAuthorizationQuery().groupIdIn(Role.groups(Role.values()));
    }

    /** @param existing the existing authorization, or null */
    private void save(Grant wanted, Set<String> missing, @Nullable Authorization existing) {
        Authorization grant = existing == null ? newGrant(wanted) : existing;
        Stream.of(wanted.permissions())
                .filter(permission -> missing.contains(wanted.name(permission)))
                .forEach(grant::addPermission);
        authorizationService.saveAuthorization(grant);
    }

    private Authorization newGrant(Grant wanted) {
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(wanted.role().group());
        grant.setResource(wanted.resource());
        grant.setResourceId(wanted.resourceId());
        return grant;
    }

    private void createGroups() {
        Set<String> missing = firstStart.claimUncreated(
                Stream.of(Role.values()).map(RolePermissions::name).toList());
        if (missing.isEmpty()) {
            return;
        }
        Set<String> existing = identityService.createGroupQuery().groupIdIn(Role.groups(Role.values())).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        for (Role role : Role.values()) {
            if (missing.contains(name(role)) && !existing.contains(role.group())) {
                Group group = identityService.newGroup(role.group());
                group.setName(role.displayName());
                group.setType("WORKFLOW");
                identityService.saveGroup(group);
            }
        }
    }

    private static String name(Role role) {
        return "group " + role.group();
    }
}
