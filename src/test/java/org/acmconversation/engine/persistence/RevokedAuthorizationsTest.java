package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Revoking authorizations that an untuned engine created stay in force, even for one's own tasks. */
@Tag("context")
class RevokedAuthorizationsTest {

    private static final String ASSIGNEE = "ana";

    private final DataSource database = StandaloneDatabase.onH2("revoked");

    @Test
    void existingRevocationsHideTasksFromTheirAssignee() {
        String task = assignedTask();
        ProcessEngine engine = StandaloneEngine.over(database, "revoked");
        try {
            engine.getIdentityService().setAuthentication(ASSIGNEE, List.of());
            assertThat(tasks(engine)).isEmpty();

            engine.getIdentityService().clearAuthentication();
            AuthorizationService authorizations = engine.getAuthorizationService();
            authorizations.deleteAuthorization(authorizations
                    .createAuthorizationQuery()
                    .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                    .singleResult()
                    .getId());
            engine.getIdentityService().setAuthentication(ASSIGNEE, List.of());
            assertThat(tasks(engine)).containsExactly(task);
        } finally {
            engine.close();
        }
    }

    /** Returns a task that a stock engine assigns, and then hides from its assignee. */
    private String assignedTask() {
        var stock = new StandaloneProcessEngineConfiguration();
        stock.setProcessEngineName("revoking");
        stock.setDataSource(database);
        stock.setDatabaseSchemaUpdate("true");
        stock.setHistory("full");
        stock.setAuthorizationEnabled(true);
        ProcessEngine engine = stock.buildProcessEngine();
        try {
            Task task = engine.getTaskService().newTask();
            task.setAssignee(ASSIGNEE);
            engine.getTaskService().saveTask(task);
            Authorization revoked =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
            revoked.setUserId(ASSIGNEE);
            revoked.setResource(Resources.TASK);
            revoked.setResourceId(task.getId());
            revoked.removePermission(Permissions.READ);
            engine.getAuthorizationService().saveAuthorization(revoked);
            return task.getId();
        } finally {
            engine.close();
        }
    }

    private static List<String> tasks(ProcessEngine engine) {
        return engine.getTaskService().createTaskQuery().taskAssignee(ASSIGNEE).list().stream()
                .map(Task::getId)
                .toList();
    }
}
