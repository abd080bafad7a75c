package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Later starts create no groups, permissions, users and filters that an earlier start has created. */
@Tag("context")
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:role-permissions;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("local")
@DirtiesContext
class RolePermissionsTest {

    private static final String ANALYSTS = Role.ANALYST.group();

    @Autowired
    @Qualifier("rolePermissions")
    private InitializingBean rolePermissions;

    @Autowired
    private LocalAccounts accounts;

    @Autowired
    @Qualifier("tasklistFilters")
    private InitializingBean filters;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private JdbcTemplate database;

    private void restart() throws Exception {
        rolePermissions.afterPropertiesSet();
        accounts.afterPropertiesSet();
        filters.afterPropertiesSet();
    }

    /** Makes the next start create everything that is missing. */
    @AfterEach
    void restoreEverything() throws Exception {
        database.update("delete from made_at_start");
        restart();
    }

    private Authorization grant(Resource resource) {
        return grant(ANALYSTS, resource);
    }

    /** A grant with several permissions. */
    private Authorization definitions() {
        return grant(Role.OPERATOR.group(), Resources.PROCESS_DEFINITION);
    }

    private Authorization grant(String group, Resource resource) {
        return authorizationService
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .singleResult();
    }

    private void revoke() {
        Authorization changed = definitions();
        changed.removePermission(Permissions.READ_INSTANCE);
        authorizationService.saveAuthorization(changed);
        authorizationService.deleteAuthorization(grant(Resources.APPLICATION).getId());
        identityService.deleteUser("analyst");
        identityService.deleteGroup(Role.SERVICE_ACCOUNT.group());
        List<Filter> all = filterService.createFilterQuery().list();
        filterService.deleteFilter(all.get(0).getId());
    }

    private void assertRevoked() {
        assertThat(grant(Resources.APPLICATION)).isNull();
        assertThat(definitions().isPermissionGranted(Permissions.READ_INSTANCE)).isFalse();
        assertThat(definitions().isPermissionGranted(Permissions.READ)).isTrue();
        assertThat(identityService.createUserQuery().userId("analyst").count()).isZero();
        assertThat(identityService
                        .createGroupQuery()
                        .groupId(Role.SERVICE_ACCOUNT.group())
                        .count())
                .isZero();
        assertThat(filterService.createFilterQuery().count()).isEqualTo(4);
    }

    @Test
    void doesNotRestoreRevokedPermissions() throws Exception {
        revoke();

        restart();

        assertRevoked();
    }

    @Test
    void doesNotRestorePermissionsRevokedInAnEarlierVersion() throws Exception {
        List<String> made = things();
        revoke();
        database.execute("drop table made_at_start");

        new ResourceDatabasePopulator(new ClassPathResource("db/common/V61__made_at_start.sql"))
                .execute(database.getDataSource());
        // Since then, analysts publish releases and deploy nothing.
        List<String> noMore = List.of("grant process-analyst Deployment * CREATE");
        assertThat(made)
                .as("what the migration says was made")
                .containsAll(things().stream()
                        .filter(thing -> !noMore.contains(thing))
                        .toList());
        restart();

        assertRevoked();
    }

    @Test
    void grantsPermissionsThatANewVersionAdds() throws Exception {
        revoke();
        database.update(
                "delete from made_at_start where thing like 'grant operator ProcessDefinition % READ_INSTANCE'");
        database.update("delete from made_at_start where thing like 'grant process-analyst Application %'");

        restart();

        assertThat(grant(Resources.APPLICATION).isPermissionGranted(Permissions.ACCESS))
                .isTrue();
        assertThat(definitions().isPermissionGranted(Permissions.READ_INSTANCE)).isTrue();
        assertThat(definitions().isPermissionGranted(Permissions.READ)).isTrue();
    }

    @Test
    void ignoresAuthorizationsWithoutAResourceId() throws Exception {
        Authorization without = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        without.setGroupId(Role.MANAGER.group());
        without.setResource(Resources.APPLICATION);
        without.addPermission(Permissions.ACCESS);
        authorizationService.saveAuthorization(without);
        database.update("delete from made_at_start where thing like 'grant %'");

        restart();

        assertThat(authorizationService
                        .createAuthorizationQuery()
                        .groupIdIn(Role.MANAGER.group())
                        .resourceType(Resources.APPLICATION)
                        .count())
                .isEqualTo(2);
    }

    private List<String> things() {
        return database.queryForList("select thing from made_at_start", String.class);
    }
}
