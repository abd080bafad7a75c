package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** What a further start does about groups and their rights. */
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
    private RolePermissions rolePermissions;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private IdentityService identityService;

    private Authorization grant(Resource resource) {
        return authorizationService
                .createAuthorizationQuery()
                .groupIdIn(ANALYSTS)
                .resourceType(resource)
                .singleResult();
    }

    @Test
    void whatIsThereIsLeftAsItIsAndWhatIsMissingIsMade() {
        long before = authorizationService.createAuthorizationQuery().count();
        Authorization changed = grant(Resources.DEPLOYMENT);
        changed.removePermission(Permissions.CREATE);
        authorizationService.saveAuthorization(changed);
        authorizationService.deleteAuthorization(grant(Resources.APPLICATION).getId());
        authorizationService.deleteAuthorization(
                grant(Resources.DECISION_DEFINITION).getId());
        identityService.deleteGroup(ANALYSTS);

        rolePermissions.afterPropertiesSet();

        assertThat(identityService.createGroupQuery().groupId(ANALYSTS).count()).isOne();
        assertThat(authorizationService.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(grant(Resources.APPLICATION).isPermissionGranted(Permissions.ACCESS))
                .isTrue();
        assertThat(grant(Resources.DECISION_DEFINITION).isPermissionGranted(Permissions.READ))
                .isTrue();
        assertThat(grant(Resources.DEPLOYMENT).isPermissionGranted(Permissions.CREATE))
                .isFalse();
    }

    @Test
    void aGrantWithoutAnIdIsNotInTheWay() {
        Authorization without = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        without.setGroupId(Role.MANAGER.group());
        without.setResource(Resources.APPLICATION);
        without.addPermission(Permissions.ACCESS);
        authorizationService.saveAuthorization(without);

        rolePermissions.afterPropertiesSet();

        assertThat(authorizationService
                        .createAuthorizationQuery()
                        .groupIdIn(Role.MANAGER.group())
                        .resourceType(Resources.APPLICATION)
                        .count())
                .isEqualTo(2);
    }
}
