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

/** Revoking authorizations that an untuned engine created stay in force, even for tasks of one's own groups. */
@Tag("context")
class RevokedAuthorizationsTest {

    private static final String PERSON = "ana";
    private static final List<String> GROUPS = List.of("fasttrack-engineer");

    private final DataSource database = StandaloneDatabase.onH2("revoked");

    @Test
    void existingRevocationsHideTasksFromCandidates() {
        String task = hiddenTask();
        ProcessEngine engine = StandaloneEngine.over(database, "revoked");
        try {
            engine.getIdentityService().setAuthentication(PERSON, GROUPS);
            assertThat(tasks(engine)).isEmpty();

            engine.getIdentityService().clearAuthentication();
            AuthorizationService authorizations = engine.getAuthorizationService();
            authorizations.deleteAuthorization(authorizations
                    .createAuthorizationQuery()
                    .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                    .singleResult()
                    .getId());
            engine.getIdentityService().setAuthentication(PERSON, GROUPS);
            assertThat(tasks(engine)).containsExactly(task);
        } finally {
            engine.close();
        }
    }

    /** Creates a task in a stock engine and hides it from one of its candidates. */
    private String hiddenTask() {
        var stock = new StandaloneProcessEngineConfiguration();
        stock.setProcessEngineName("revoking");
        stock.setDataSource(database);
        stock.setDatabaseSchemaUpdate("true");
        stock.setHistory("full");
        stock.setAuthorizationEnabled(true);
        ProcessEngine engine = stock.buildProcessEngine();
        try {
            Task task = engine.getTaskService().newTask();
            engine.getTaskService().saveTask(task);
            engine.getTaskService().addCandidateGroup(task.getId(), GROUPS.get(0));
            Authorization revoked =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
            revoked.setUserId(PERSON);
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
        return engine.getTaskService().createTaskQuery().taskCandidateGroupIn(GROUPS).list().stream()
                .map(Task::getId)
                .toList();
    }
}
