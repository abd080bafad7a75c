package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Revoking authorizations that an untuned engine created stay in force, even for one's own tasks. */
@Tag("context")
class RevokedAuthorizationsTest {

    private static final String PERSON = "ana";
    private static final List<String> GROUPS = List.of("fasttrack-engineer");

    private final DataSource database = StandaloneDatabase.onH2("revoked-" + UUID.randomUUID());

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

    @Test
    void existingRevocationsKeepAssigneesFromWorking() {
        String task = taskThatMayNotBeWorkedOn();
        ProcessEngine engine = StandaloneEngine.over(database, "revoked");
        try {
            engine.getIdentityService().setAuthentication(PERSON, GROUPS);
            TaskService tasks = engine.getTaskService();

            assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(AuthorizationException.class);
        } finally {
            engine.close();
        }
    }

    /** Creates a task in a stock engine and hides it from one of its candidates. */
    private String hiddenTask() {
        return inStockEngine((engine, task) -> {
            engine.getTaskService().addCandidateGroup(task, GROUPS.get(0));
            revoke(engine, task, Permissions.READ);
        });
    }

    /** Assigns a task in a stock engine, and replaces the assignee's permission to work on it by a revocation. */
    private String taskThatMayNotBeWorkedOn() {
        return inStockEngine((engine, task) -> {
            engine.getTaskService().setAssignee(task, PERSON);
            AuthorizationService authorizations = engine.getAuthorizationService();
            authorizations
                    .createAuthorizationQuery()
                    .userIdIn(PERSON)
                    .list()
                    .forEach(granted -> authorizations.deleteAuthorization(granted.getId()));
            revoke(engine, task, Permissions.TASK_WORK);
        });
    }

    private static void revoke(ProcessEngine engine, String task, Permission permission) {
        Authorization revoked = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId(PERSON);
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(task);
        revoked.removePermission(permission);
        engine.getAuthorizationService().saveAuthorization(revoked);
    }

    /** Creates a task in a stock engine, does something with it, and returns its id. */
    private String inStockEngine(BiConsumer<ProcessEngine, String> work) {
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
            work.accept(engine, task.getId());
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
