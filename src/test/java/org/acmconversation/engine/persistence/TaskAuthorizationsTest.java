package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.acmconversation.engine.AttackTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Queues show the caller's own tasks and no others, for every kind of query. */
@AttackTest
class TaskAuthorizationsTest {

    private static final String MANAGERS = "fasttrack-manager";
    private static final String ENGINEERS = "fasttrack-engineer";

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    @Autowired
    AuthorizationService authorizationService;

    private String managersTask;
    private String engineersTask;

    @BeforeEach
    void oneTaskEach() {
        managersTask = task(MANAGERS);
        engineersTask = task(ENGINEERS);
        identityService.setAuthentication("engineer", List.of(ENGINEERS));
    }

    @AfterEach
    void logOutAndDeleteTasks() {
        identityService.clearAuthentication();
        taskService.deleteTasks(List.of(managersTask, engineersTask), true);
    }

    private String task(String group) {
        Task task = taskService.newTask();
        taskService.saveTask(task);
        taskService.addCandidateGroup(task.getId(), group);
        return task.getId();
    }

    @Test
    void returnsTasksOfTheUsersGroups() {
        assertThat(found(taskService.createTaskQuery().taskCandidateGroup(ENGINEERS)))
                .containsExactly(engineersTask);
        assertThat(found(taskService.createTaskQuery().taskCandidateGroupIn(List.of(ENGINEERS))))
                .containsExactly(engineersTask);
    }

    @Test
    void returnsClaimedTasksOfTheUsersGroups() {
        taskService.claim(engineersTask, "engineer");

        assertThat(found(taskService
                        .createTaskQuery()
                        .taskCandidateGroup(ENGINEERS)
                        .includeAssignedTasks()))
                .containsExactly(engineersTask);
        assertThat(found(taskService.createTaskQuery().taskAssignee("engineer")))
                .containsExactly(engineersTask);
    }

    @Test
    void returnsNoTasksOfOtherGroupsForAnyQuery() {
        assertThat(found(taskService.createTaskQuery().taskCandidateGroup(MANAGERS)))
                .isEmpty();
        assertThat(found(taskService.createTaskQuery().taskCandidateGroupIn(List.of(ENGINEERS, MANAGERS))))
                .containsExactly(engineersTask);
        assertThat(found(taskService.createTaskQuery().taskCandidateUser("manager")))
                .doesNotContain(managersTask);
        assertThat(found(taskService
                        .createTaskQuery()
                        .or()
                        .taskCandidateGroup(ENGINEERS)
                        .taskUnassigned()
                        .endOr()))
                .containsExactly(engineersTask);
        assertThat(found(taskService
                        .createTaskQuery()
                        .or()
                        .taskAssignee("engineer")
                        .taskCandidateGroup(MANAGERS)
                        .endOr()))
                .isEmpty();
        assertThat(found(taskService.createTaskQuery().taskId(managersTask))).isEmpty();
        assertThat(found(taskService.createTaskQuery())).contains(engineersTask).doesNotContain(managersTask);
    }

    @Test
    void joinsAuthorizationsOnlyForTasksOfOthers() {
        assertThat(isJoined(taskService.createTaskQuery().taskCandidateGroup(ENGINEERS)))
                .isFalse();
        assertThat(isJoined(taskService.createTaskQuery().taskAssignee("engineer")))
                .isFalse();

        assertThat(isJoined(taskService.createTaskQuery())).isTrue();
        assertThat(isJoined(taskService.createTaskQuery().taskAssignee("manager")))
                .isTrue();
        assertThat(isJoined(taskService.createTaskQuery().taskCandidateGroupIn(List.of(ENGINEERS, MANAGERS))))
                .isTrue();
        assertThat(isJoined(taskService
                        .createTaskQuery()
                        .or()
                        .taskCandidateGroup(ENGINEERS)
                        .taskAssignee("engineer")
                        .endOr()))
                .isTrue();
    }

    @Test
    void onlyCandidatesMayClaim() {
        taskService.claim(engineersTask, "engineer");

        assertThatThrownBy(() -> taskService.claim(managersTask, "engineer"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("'engineer'");
    }

    @Test
    void grantsForOneTaskApplyToThatTaskOnly() {
        assertThatThrownBy(() -> taskService.deleteTask(engineersTask, true))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("DELETE");
        identityService.setAuthentication("stranger", List.of());
        assertThatThrownBy(() -> taskService.claim(engineersTask, "stranger"))
                .isInstanceOf(AuthorizationException.class);
    }

    private static boolean isJoined(TaskQuery query) {
        query.count();
        return ((TaskQueryImpl) query).getAuthCheck().isAuthorizationCheckEnabled();
    }

    @Test
    void rejectsRevokingAuthorizations() {
        identityService.clearAuthentication();
        Authorization revoked = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setGroupId(ENGINEERS);
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(engineersTask);
        revoked.addPermission(Permissions.READ);

        assertThatThrownBy(() -> authorizationService.saveAuthorization(revoked))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Delete the authorization that grants it");
    }

    private List<String> found(TaskQuery query) {
        assertThat(query.count()).isEqualTo(query.list().size());
        return query.list().stream().map(Task::getId).toList();
    }
}
