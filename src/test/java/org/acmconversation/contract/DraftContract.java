package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of forms, and what comes after a task. */
abstract class DraftContract extends ContractTest {

    private static final String SCHEDULED = """
            {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
             "decisionMakers": "Eva"}""";

    private String engagement;
    private String task;
    private TaskForm form;

    private void startAndClaim(String user) {
        engagement = started(Requests.valid());
        task = awaitTask(engagement, "scheduleConversation").path("taskId").asText();
        form = TaskForm.of(this, engagement, "scheduleConversation");
        form.claim(user).assertStatus(204);
    }

    private String draft() {
        return "/api/tasks/" + task + "/draft";
    }

    private Answer read(String user, String path) {
        return anonymous().as(user).get(path);
    }

    private Answer save(String user, String fields, String... headers) {
        return anonymous().as(user).send("PUT", draft(), JSON, fields.getBytes(StandardCharsets.UTF_8), headers);
    }

    private int drafts() {
        return count("task_draft where task_id = ?", task);
    }

    @Test
    void returnsDraftsAsSavedEvenIfInvalid() {
        startAndClaim("manager");
        read("manager", draft()).assertProblem(404, "draft-not-found");
        String fields =
                "{\"conversationAt\":\"never\",\"itProfessional\":\"Ana \\u0000 😀\",\"licenses\":5,\"x\":null}";

        Answer saved = save("manager", fields).assertStatus(204);

        Answer answer = read("manager", draft()).assertStatus(200);
        assertThat(answer.json().path("fields")).isEqualTo(Requests.object(fields));
        assertThat(answer.json().path("savedBy").asText()).isEqualTo("manager");
        assertThat(answer.header("ETag")).isEqualTo(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void rejectsOverwritingADraftChangedElsewhere() {
        startAndClaim("manager");
        save("manager", "{\"notes\":\"1\"}", "If-Match", "\"1\"").assertProblem(412, "draft-changed");
        save("manager", "{\"notes\":\"1\"}", "If-None-Match", "*").assertStatus(204);
        save("manager", "{\"notes\":\"1\"}", "If-None-Match", "*").assertProblem(412, "draft-changed");
        save("manager", "{\"notes\":\"2\"}", "If-Match", "\"1\"").assertStatus(204);

        save("manager", "{\"notes\":\"3\"}", "If-Match", "\"1\"").assertProblem(412, "draft-changed");

        assertThat(read("manager", draft()).json().at("/fields/notes").asText()).isEqualTo("2");
        save("manager", "{}", "If-Match", "x").assertInvalid("If-Match");
        save("manager", "{}", "If-None-Match", "\"1\"").assertInvalid("If-None-Match");
    }

    @Test
    void concurrentSavesLeaveOneDraft() {
        startAndClaim("manager");

        List<Answer> answers = atOnce(8, number -> save("manager", "{\"notes\":\"%d\"}".formatted(number)));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        assertThat(read("manager", draft()).assertStatus(200).header("ETag")).isEqualTo("\"8\"");
    }

    @Test
    void onlyTheAssigneeReadsAndWritesADraft() {
        startAndClaim("manager");
        save("manager", "{\"notes\":\"mine\"}").assertStatus(204);

        read("partner", draft()).assertProblem(409, "task-not-claimed");
        save("partner", "{}").assertProblem(409, "task-not-claimed");
        for (String stranger : List.of("engineer", "admin")) {
            read(stranger, draft()).assertProblem(404, "task-not-found");
            save(stranger, "{}").assertProblem(404, "task-not-found");
            anonymous()
                    .as(stranger)
                    .send("DELETE", draft(), BodyPublishers.noBody())
                    .assertProblem(404, "task-not-found");
        }
        assertThat(read("manager", draft()).json().at("/fields/notes").asText()).isEqualTo("mine");
    }

    @Test
    void draftsMoveWithTheTaskToItsNewAssignee() {
        startAndClaim("manager");
        save("manager", "{\"notes\":\"half\"}").assertStatus(204);
        manager()
                .post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"partner\"}")
                .assertStatus(204);

        assertThat(read("partner", draft())
                        .assertStatus(200)
                        .json()
                        .at("/fields/notes")
                        .asText())
                .isEqualTo("half");
        read("manager", draft()).assertProblem(409, "task-not-claimed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{", ""})
    void rejectsDraftsThatAreNotObjects(String body) {
        startAndClaim("manager");

        save("manager", body).assertProblem(400, "invalid-request");
        assertThat(drafts()).isZero();
    }

    @Test
    void rejectsDraftsOverTheSizeLimit() {
        startAndClaim("manager");

        save("manager", "{\"notes\":\"%s\"}".formatted("x".repeat(65_536))).assertStatus(413);
        assertThat(drafts()).isZero();
    }

    @Test
    void deletesDraftsOfEndedTasks() {
        startAndClaim("manager");
        save("manager", "{\"notes\":\"x\"}").assertStatus(204);
        form.complete("manager", SCHEDULED).assertStatus(204);
        assertThat(drafts()).isZero();

        startAndClaim("manager");
        save("manager", "{\"notes\":\"x\"}").assertStatus(204);
        manager().withdraw(engagement, "Not now").assertStatus(200);
        assertThat(drafts()).isZero();

        startAndClaim("manager");
        save("manager", "{\"notes\":\"x\"}").assertStatus(204);
        manager().send("DELETE", draft(), BodyPublishers.noBody()).assertStatus(204);
        assertThat(drafts()).isZero();
    }

    @Test
    void showsNextTasksOnlyToPermittedUsers() {
        startAndClaim("manager");
        String next = "/api/tasks/" + task + "/next";
        read("manager", next).assertProblem(404, "task-not-found");
        form.complete("manager", SCHEDULED).assertStatus(204);
        String conduct =
                awaitTask(engagement, "conductConversation").path("taskId").asText();

        JsonNode answer = read("manager", next).assertStatus(200).json();

        assertThat(answer.path("engagementId").asText()).isEqualTo(engagement);
        assertThat(answer.path("customer").asText()).isEqualTo("Contoso");
        assertThat(answer.path("externalId").asText()).startsWith("CRM-");
        assertThat(answer.path("status").asText()).isEqualTo("RUNNING");
        assertThat(answer.path("pending").asBoolean()).isFalse();
        assertThat(Answer.texts(answer.path("next"), "taskId")).containsExactly(conduct);
        assertThat(Answer.texts(answer.path("next"), "name")).containsExactly("Llevar a cabo la conversación");
        assertThat(read("engineer", next).json().path("next")).isEmpty();
        assertThat(read("manager", "/api/me/next").assertStatus(200).json().path(0))
                .isEqualTo(answer);
        assertThat(read("partner", "/api/me/next").assertStatus(200).json()).doesNotContain(answer);

        manager()
                .post("/engine-rest/task/" + conduct + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);
        assertThat(read("manager", next).json().at("/next/0/assignee").asText()).isEqualTo("manager");
        assertThat(read("partner", next).json().path("next")).isEmpty();
    }
}
