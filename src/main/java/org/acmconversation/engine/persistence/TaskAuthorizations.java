package org.acmconversation.engine.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Checks authorizations only where the result is not known. Each task grants its candidate groups and its assignee what
 * they need, so a query for the caller's own groups or tasks returns only tasks that the caller may see; joining it
 * with the authorizations of all tasks would take time that grows with their number. No revoking authorization can be
 * created: what no authorization grants is denied. If the database has one from before, tasks are checked as by a stock
 * engine.
 */
class TaskAuthorizations extends AuthorizationManager {

    private static final Set<Permission> OF_ASSIGNEES = Set.of(Permissions.READ, Permissions.TASK_WORK);

    private final Map<String, List<?>> ofTasks = new HashMap<>();

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (!asksForOwnTasks(query)) {
            super.configureTaskQuery(query);
        }
    }

    /** Whether a condition restricts the query to the caller's own tasks, and no other condition can add tasks. */
    private boolean asksForOwnTasks(TaskQueryImpl query) {
        if (isAnythingRevoked() || !isAuthCheckExecuted() || !NarrowingConditions.areAllOf(query)) {
            return false;
        }
        String user = getCurrentAuthentication().getUserId();
        List<String> ownGroups = getCurrentAuthentication().getGroupIds();
        List<String> groups = query.getCandidateGroups();
        boolean asksForOneself = user != null && user.equals(query.getAssignee());
        boolean asksForOwnGroups =
                groups != null && !groups.isEmpty() && ownGroups != null && ownGroups.containsAll(groups);
        return asksForOneself || asksForOwnGroups;
    }

    /** Returns all groups. The engine reads every authorization to leave out groups that have none. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> authenticatedGroupIds) {
        return authenticatedGroupIds == null ? List.of() : authenticatedGroupIds;
    }

    @Override
    public @Nullable AuthorizationEntity findAuthorizationByGroupIdAndResourceId(
            int type, String groupId, Resource resource, String resourceId) {
        return isOfNewTask(resource, resourceId)
                ? null
                : super.findAuthorizationByGroupIdAndResourceId(type, groupId, resource, resourceId);
    }

    @Override
    public @Nullable AuthorizationEntity findAuthorizationByUserIdAndResourceId(
            int type, String userId, Resource resource, String resourceId) {
        if (isOfNewTask(resource, resourceId)) {
            return null;
        }
        return isOfTask(resource) && resourceId != null
                ? ofTask(type, userId, resource, resourceId)
                : super.findAuthorizationByUserIdAndResourceId(type, userId, resource, resourceId);
    }

    private @Nullable AuthorizationEntity ofTask(int type, String userId, Resource resource, String taskId) {
        return ofTask(taskId).stream()
                .filter(one -> one.getAuthorizationType() == type
                        && userId.equals(one.getUserId())
                        && one.getResource() == resource.resourceType())
                .findFirst()
                .orElse(null);
    }

    /** Reads all authorizations of a task and of its history together, because the engine asks for them in turn. */
    private List<AuthorizationEntity> ofTask(String taskId) {
        return ofTasks
                .computeIfAbsent(
                        taskId,
                        id -> getDbEntityManager()
                                .selectList(
                                        "selectTaskAuthorizations",
                                        Map.of(
                                                "resourceId", id,
                                                "task", Resources.TASK.resourceType(),
                                                "historicTask", Resources.HISTORIC_TASK.resourceType())))
                .stream()
                .map(AuthorizationEntity.class::cast)
                .toList();
    }

    /**
     * {@inheritDoc} Every task grants its assignee permission to read it and to work on it, so no query is needed for
     * the assignee. For a task that is loaded already, its own authorizations are checked first.
     */
    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck check) {
        return check.isDisjunctive()
                        && check.getAtomicChecks().stream()
                                .anyMatch(one -> isOfAssignee(userId, one) || isGrantedByTask(userId, groupIds, one))
                || super.isAuthorized(userId, groupIds, check);
    }

    private boolean isGrantedByTask(String userId, List<String> groupIds, PermissionCheck check) {
        return check.getResource() == Resources.TASK
                && !isAnythingRevoked()
                && getDbEntityManager().getCachedEntity(TaskEntity.class, check.getResourceId()) != null
                && ofTask(check.getResourceId()).stream()
                        .filter(one -> one.getResource() == Resources.TASK.resourceType()
                                && (one.getPermissions() & check.getPerms()) == check.getPerms())
                        .anyMatch(one -> concerns(one, userId, groupIds));
    }

    private static boolean concerns(AuthorizationEntity one, String userId, List<String> groupIds) {
        return switch (one.getAuthorizationType()) {
            case Authorization.AUTH_TYPE_GLOBAL -> true;
            case Authorization.AUTH_TYPE_GRANT ->
                one.getUserId() != null && one.getUserId().equals(userId)
                        || one.getGroupId() != null && groupIds != null && groupIds.contains(one.getGroupId());
            default -> false;
        };
    }

    private static boolean isAnythingRevoked() {
        return !ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER.equals(
                Context.getProcessEngineConfiguration().getAuthorizationCheckRevokes());
    }

    private boolean isOfAssignee(String userId, PermissionCheck check) {
        if (isAnythingRevoked()
                || check.getResource() != Resources.TASK
                || !OF_ASSIGNEES.contains(check.getPermission())) {
            return false;
        }
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, check.getResourceId());
        return task != null
                && userId != null
                && userId.equals(task.getAssignee())
                && !getDbEntityManager().isDirty(task);
    }

    private static boolean isOfTask(Resource resource) {
        return resource == Resources.TASK || resource == Resources.HISTORIC_TASK;
    }

    /** Whether this command creates the task, so that no authorization for it can exist yet. */
    private boolean isOfNewTask(Resource resource, String resourceId) {
        if (!isOfTask(resource)) {
            return false;
        }
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, resourceId);
        return task != null && getDbEntityManager().getDbEntityCache().isTransient(task);
    }

    @Override
    public void insert(DbEntity entity) {
        if (entity instanceof AuthorizationEntity authorization
                && authorization.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            throw new BadUserRequestException(
                    "Revoking authorizations are not supported: what no authorization grants is denied. Delete the authorization that grants it.");
        }
        super.insert(entity);
    }
}
