package org.acmconversation.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's authorizations, asked for only where the answer is not known. Each task grants its candidate groups and
 * its assignee what they need, so a queue that asks for one's own groups or for oneself shows what one may see; joined
 * with the grants of all tasks it would take time that grows with them. Nothing is revoked anywhere: what no role
 * grants is denied.
 */
class TaskAuthorizations extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (!asksForOwnTasks(query)) {
            super.configureTaskQuery(query);
        }
    }

    /** Looks at what all tasks of the query have to meet; an or-query can only leave out some of them. */
    private boolean asksForOwnTasks(TaskQueryImpl query) {
        if (!isAuthCheckExecuted() || query.isOrQueryActive()) {
            return false;
        }
        String user = getCurrentAuthentication().getUserId();
        List<String> groups = getCurrentAuthentication().getGroupIds();
        boolean asksForOneself = user != null && user.equals(query.getAssignee());
        boolean asksForOwnGroups = query.getCandidateUser() == null
                && query.getCandidateGroups() != null
                && !query.getCandidateGroups().isEmpty()
                && groups != null
                && groups.containsAll(query.getCandidateGroups());
        return asksForOneself || asksForOwnGroups;
    }

    /** The engine leaves out groups to which nothing is granted, for which it reads all that is granted to anybody. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> authenticatedGroupIds) {
        return authenticatedGroupIds == null ? List.of() : authenticatedGroupIds;
    }

    @Override
    public AuthorizationEntity findAuthorizationByGroupIdAndResourceId(
            int type, String groupId, Resource resource, String resourceId) {
        return isOfNewTask(resource, resourceId)
                ? null
                : super.findAuthorizationByGroupIdAndResourceId(type, groupId, resource, resourceId);
    }

    @Override
    public AuthorizationEntity findAuthorizationByUserIdAndResourceId(
            int type, String userId, Resource resource, String resourceId) {
        return isOfNewTask(resource, resourceId)
                ? null
                : super.findAuthorizationByUserIdAndResourceId(type, userId, resource, resourceId);
    }

    /** One that this command makes: nobody else knows it, so nobody can have granted anything. */
    private boolean isOfNewTask(Resource resource, String resourceId) {
        if (resource != Resources.TASK && resource != Resources.HISTORIC_TASK) {
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
                    "Nothing is revoked here: what no authorization grants is denied; delete the one that grants it");
        }
        super.insert(entity);
    }
}
