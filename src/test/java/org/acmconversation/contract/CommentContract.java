package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /api/tasks/{taskId}/comments} and {@code /api/engagements/{id}/comments}. */
abstract class CommentContract extends ContractTest {

    private String engagement;
    private String task;

    @BeforeEach
    void startEngagement() {
        engagement = started(Requests.withoutKickoff());
        task = awaitTask(engagement, "completeEntryCriteria").get("taskId").asText();
    }

    @Test
    void returnsCommentsUnchanged() {
        String text = "Llamé a «Peña» 😀\n<script>alert(1)</script>";

        JsonNode added = add(manager(), text).assertStatus(201).json();

        assertThat(comments()).containsExactly(added);
        assertThat(added.get("text").asText()).isEqualTo(text);
        assertThat(added.get("author").asText()).isEqualTo("manager");
        assertThat(added.get("taskId").asText()).isEqualTo(task);
        assertThat(added.get("activityId").asText()).isEqualTo("completeEntryCriteria");
        assertThat(added.get("taskName").asText()).isEqualTo("Completar las entradas clave");
        assertThat(added.fieldNames())
                .toIterable()
                .containsExactly("id", "taskId", "activityId", "taskName", "author", "at", "text");
    }

    @Test
    void timelineContainsComments() {
        add(manager(), "Seen").assertStatus(201);

        JsonNode entry = timeline().get(timeline().size() - 1);
        assertThat(entry.get("event").asText()).isEqualTo("TASK_COMMENTED");
        assertThat(entry.at("/detail/text").asText()).isEqualTo("Seen");
        assertThat(entry.get("actor").asText()).isEqualTo("manager");
    }

    @Test
    void listsCommentsFromTasklist() {
        manager()
                .post("/engine-rest/task/" + task + "/comment/create", "{\"message\": \"From Tasklist\"}")
                .assertStatus(200);
        add(manager(), "From here").assertStatus(201);

        assertThat(Answer.texts(comments(), "text")).containsExactly("From Tasklist", "From here");
        assertThat(Answer.texts(
                        manager().get("/engine-rest/task/" + task + "/comment").json(), "message"))
                .containsExactlyInAnyOrder("From Tasklist", "From here");
    }

    @Test
    void rejectsControlCharactersInTasklistComments() {
        int status = manager()
                .post("/engine-rest/task/" + task + "/comment/create", "{\"message\": \"a\\u0007\"}")
                .status();

        assertThat(status).isEqualTo(400);
        assertThat(comments()).isEmpty();
    }

    @Test
    void commentsOutliveTheirTask() {
        add(manager(), "Before it was withdrawn").assertStatus(201);
        manager().withdraw(engagement, "Not now").assertStatus(200);

        assertThat(Answer.texts(comments(), "text")).containsExactly("Before it was withdrawn");
        add(manager(), "After").assertProblem(404, "task-not-found");
    }

    @Test
    void requiresTaskPermissionToComment() {
        add(anonymous().as("engineer"), "Hello").assertProblem(404, "task-not-found");
        add(anonymous().as("admin"), "Hello").assertStatus(201);
        add(anonymous().as("analyst"), "Hello").assertProblem(403, "forbidden");
        add(crm(), "Hello").assertProblem(403, "forbidden");
        manager()
                .post("/api/tasks/" + UUID.randomUUID() + "/comments", "{\"text\": \"Hello\"}")
                .assertProblem(404, "task-not-found");
        assertThat(comments()).hasSize(1);
    }

    @Test
    void analystsCannotReadComments() {
        anonymous()
                .as("analyst")
                .get(ENGAGEMENTS + "/" + engagement + "/comments")
                .assertProblem(403, "forbidden");
    }

    @Test
    void namesInvalidMembers() {
        post(manager(), "{}").assertInvalid("text");
        post(manager(), "{\"text\": \" \"}").assertInvalid("text");
        post(manager(), "{\"text\": \"a\\u0000\"}").assertInvalid("text");
        post(manager(), "{\"text\": \"a\\u0007\"}").assertInvalid("text");
        post(manager(), "{\"text\": 1, \"author\": \"admin\"}").assertInvalid("text", "author");
        add(manager(), "a".repeat(4001)).assertInvalid("text");
        add(manager(), "a".repeat(4000)).assertStatus(201);
        manager().get(ENGAGEMENTS + "/" + UUID.randomUUID() + "/comments").assertProblem(404, "engagement-not-found");
    }

    @Test
    void repeatedRequestsAddOneComment() {
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(8, number -> add(manager(), "Once", "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::id).containsOnly(answers.get(0).id());
        assertThat(comments()).hasSize(1);
    }

    @Test
    void rejectsKeysReusedForAnotherTextTaskOrAuthor() {
        String key = UUID.randomUUID().toString();
        add(manager(), "Once", "Idempotency-Key", key).assertStatus(201);

        add(manager(), "Twice", "Idempotency-Key", key).assertProblem(422, "idempotency-key-reused");
        add(anonymous().as("admin"), "Once", "Idempotency-Key", key).assertProblem(422, "idempotency-key-reused");
        startEngagement();
        add(manager(), "Once", "Idempotency-Key", key).assertProblem(422, "idempotency-key-reused");
    }

    @Test
    void handlesFormsWithoutKeysEachTime() {
        var browser = new WebSession(port);
        browser.logIn("manager");
        Map<String, String> form = Map.of("taskId", task, "text", "From a form");

        assertThat(browser.submit("/engagements/" + engagement + "/comments", form)
                        .statusCode())
                .isEqualTo(302);

        assertThat(Answer.texts(comments(), "text")).contains("From a form");
    }

    private Answer add(ApiClient client, String text, String... headers) {
        return post(client, Requests.object("{}").put("text", text).toString(), headers);
    }

    private Answer post(ApiClient client, String body, String... headers) {
        return client.post("/api/tasks/" + task + "/comments", body, headers);
    }

    private JsonNode comments() {
        return crm().get(ENGAGEMENTS + "/" + engagement + "/comments")
                .assertStatus(200)
                .json();
    }

    private JsonNode timeline() {
        return crm().get(ENGAGEMENTS + "/" + engagement + "/timeline").json();
    }
}
