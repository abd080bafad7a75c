package org.acmconversation.security.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.OptimizePermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Compares every permission of the engine with every role's group, on a resource without an owner. */
@Tag("context")
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("local")
class EngineRightsTest {

    @SuppressWarnings("deprecation") // People can still be granted Optimize.
    private static final List<Permission[]> RIGHTS = List.of(
            Permissions.values(),
            BatchPermissions.values(),
            HistoricProcessInstancePermissions.values(),
            HistoricTaskPermissions.values(),
            OptimizePermissions.values(),
            ProcessDefinitionPermissions.values(),
            ProcessInstancePermissions.values(),
            SystemPermissions.values(),
            TaskPermissions.values(),
            UserOperationLogCategoryPermissions.values());

    private static final Map<String, List<String>> EXPECTED = Map.of(
            "fasttrack-manager",
            List.of(
                    "Application tasklist ACCESS",
                    "Group READ",
                    "ProcessDefinition READ",
                    "ProcessDefinition READ_INSTANCE"),
            "fasttrack-lead",
            List.of(
                    "Group READ",
                    "ProcessDefinition READ",
                    "ProcessDefinition READ_INSTANCE",
                    "ProcessDefinition READ_TASK"),
            "process-analyst",
            List.of(
                    "Application cockpit ACCESS",
                    "DecisionDefinition READ",
                    "DecisionRequirementsDefinition READ",
                    "Deployment READ",
                    "Group READ",
                    "ProcessDefinition READ"),
            "operator",
            List.of(
                    "Application cockpit ACCESS",
                    "Batch READ",
                    "Batch READ_HISTORY",
                    "DecisionDefinition READ",
                    "DecisionRequirementsDefinition READ",
                    "Deployment READ",
                    "Group READ",
                    "ProcessDefinition READ",
                    "ProcessDefinition READ_INSTANCE",
                    "ProcessDefinition RETRY_JOB"),
            "service-account",
            List.of());

    @Autowired
    AuthorizationService authorizations;

    @ParameterizedTest
    @ValueSource(strings = {"fasttrack-manager", "fasttrack-lead", "process-analyst", "operator", "service-account"})
    void rolesHaveExactlyThesePermissions(String group) {
        assertThat(rightsOf(group)).containsExactlyElementsOf(EXPECTED.get(group));
    }

    @Test
    void workersHaveTheSamePermissions() {
        assertThat(rightsOf("fasttrack-engineer")).isEqualTo(rightsOf("fasttrack-manager"));
        assertThat(rightsOf("fasttrack-ready-partner")).isEqualTo(rightsOf("fasttrack-manager"));
    }

    @Test
    void administratorsHaveAllPermissions() {
        assertThat(rightsOf("camunda-admin")).hasSizeGreaterThan(100);
    }

    @Test
    void nobodyHasPermissionsWithoutARole() {
        assertThat(rightsOf("some-group")).isEmpty();
    }

    private SortedSet<String> rightsOf(String group) {
        SortedSet<String> rights = new TreeSet<>();
        for (Permission[] permissions : RIGHTS) {
            for (Permission permission : permissions) {
                for (Resource resource : permission.getTypes()) {
                    for (String id : ids(resource)) {
                        if (!List.of("NONE", "ALL").contains(permission.getName())
                                && authorizations.isUserAuthorized(null, List.of(group), permission, resource, id)) {
                            rights.add(resource.resourceName().replace(" ", "") + (id.equals("unknown") ? "" : " " + id)
                                    + " " + permission.getName());
                        }
                    }
                }
            }
        }
        return rights;
    }

    private static List<String> ids(Resource resource) {
        return resource == Resources.APPLICATION
                ? Arrays.asList("tasklist", "cockpit", "admin", "welcome")
                : List.of("unknown");
    }
}
