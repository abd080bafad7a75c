package org.acmconversation.engine.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.acmconversation.engine.identity.ExternalUserSource.ExternalGroup;
import org.acmconversation.engine.identity.ExternalUserSource.ExternalUser;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * A read-only identity provider that knows the current user, and only the groups of others. The web applications
 * require a known user and show the name and groups. There are no other users and no passwords, and nothing can be
 * written, so the web applications do not offer to create a first administrator (CVE-2026-77226).
 */
class ExternalIdentityProvider extends DbReadOnlyIdentityServiceProvider {

    private static final String WORKFLOW = "WORKFLOW";

    private final ExternalUserSource externalUsers;

    ExternalIdentityProvider(ExternalUserSource externalUsers) {
        this.externalUsers = externalUsers;
    }

    @Override
    public @Nullable UserEntity findUserById(String id) {
        return externalUsers
                .current()
                .filter(user -> user.id().equals(id))
                .map(ExternalIdentityProvider::user)
                .orElse(null);
    }

    /** Users can find only themselves, by id. */
    @Override
    public List<User> findUserByQueryCriteria(DbUserQueryImpl query) {
        return externalUsers.current().filter(user -> matches(user, query)).stream()
                .map(user -> (User) user(user))
                .toList();
    }

    @Override
    public long findUserCountByQueryCriteria(DbUserQueryImpl query) {
        return findUserByQueryCriteria(query).size();
    }

    private static boolean matches(ExternalUser user, DbUserQueryImpl query) {
        return user.id().equals(query.getId())
                && (query.getGroupId() == null || user.groups().contains(query.getGroupId()))
                && query.getTenantId() == null;
    }

    private static UserEntity user(ExternalUser external) {
        var user = new UserEntity(external.id());
        user.setFirstName(external.firstName());
        user.setLastName(external.lastName());
        user.setEmail(external.email());
        return user;
    }

    @Override
    public @Nullable GroupEntity findGroupById(String id) {
        return externalUsers.groups().stream()
                .filter(group -> group.id().equals(id))
                .map(ExternalIdentityProvider::group)
                .findFirst()
                .orElse(null);
    }

    /** Supports queries for all groups, for groups by id or name, and for the user's own groups. */
    @Override
    public List<Group> findGroupByQueryCriteria(DbGroupQueryImpl query) {
        return externalUsers.groups().stream()
                .filter(group -> matches(group, query))
                .sorted(Comparator.comparing(ExternalGroup::name))
                .map(group -> (Group) group(group))
                .toList();
    }

    @Override
    public long findGroupCountByQueryCriteria(DbGroupQueryImpl query) {
        return findGroupByQueryCriteria(query).size();
    }

    private boolean matches(ExternalGroup group, DbGroupQueryImpl query) {
        return (query.getId() == null || query.getId().equals(group.id()))
                && (query.getIds() == null || Set.of(query.getIds()).contains(group.id()))
                && (query.getUserId() == null || isMember(query.getUserId(), group))
                && query.getTenantId() == null;
    }

    /** Uses the current login's groups for the current user, and those of the last login for others. */
    private boolean isMember(String user, ExternalGroup group) {
        return externalUsers
                .current()
                .filter(one -> one.id().equals(user))
                .map(one -> one.groups().contains(group.id()))
                .orElseGet(() -> externalUsers.members(group.id()).stream()
                        .anyMatch(colleague -> colleague.id().equals(user)));
    }

    private static GroupEntity group(ExternalGroup group) {
        var entity = new GroupEntity(group.id());
        entity.setName(group.name());
        entity.setType(WORKFLOW);
        return entity;
    }

    @Override
    public boolean checkPassword(String user, String password) {
        return false;
    }
}
