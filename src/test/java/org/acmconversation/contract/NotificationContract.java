package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told of on {@code /me/notifications}. */
abstract class NotificationContract extends ContractTest {

    private static final String TASKS = "/engine-rest/task/";

    private String engagement;
    private String task;

    @BeforeEach
    void startEngagement() {
        database.update("delete from notification");
        engagement = started(Requests.withoutKickoff());
        task = awaitTask(engagement, "completeEntryCriteria").path("taskId").asText();
    }

    private void assign(String person, String by) {
        anonymous()
                .as(by)
                .post(TASKS + task + "/assignee", "{\"userId\": \"%s\"}".formatted(person))
                .assertStatus(204);
    }

    private void comment(String text) {
        anonymous()
                .as("admin")
                .post(
                        "/api/tasks/" + task + "/comments",
                        "{\"text\": \"%s\"}".formatted(text),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .assertStatus(201);
    }

    private int told(String person, String kind) {
        return count("notification where person = ? and kind = ? and task_id = ?", person, kind, task);
    }

    @Test
    void whoeverIsGivenATaskIsTold() {
        assign("manager", "admin");

        assertThat(told("manager", "ASSIGNED")).isEqualTo(1);
        var session = new PersonsSession(port);
        session.logIn("manager");
        assertThat(session.open("/").body()).contains("Avisos (1)", "Avisos: uno sin leer");
        assertThat(session.open("/me/notifications").body())
                .contains(
                        "admin le ha asignado «Completar las entradas clave»",
                        "/engagements/" + engagement,
                        "Marcar todo como leído");
    }

    @Test
    void whoeverTakesATaskIsNotTold() {
        manager().post(TASKS + task + "/claim", "{\"userId\": \"manager\"}").assertStatus(204);

        assertThat(count("notification")).isZero();
    }

    @Test
    void whoeverLosesATaskToSomebodyElseIsTold() {
        assign("manager", "admin");
        assign("admin", "admin");

        assertThat(told("manager", "ASSIGNED")).isZero();
        assertThat(told("manager", "TAKEN_OVER")).isEqualTo(1);
    }

    @Test
    void whoeverIsMentionedIsToldOncePerComment() {
        comment("@manager, ¿puede mirarlo @manager?");
        comment("Y otra vez, @manager.");
        comment("@admin @nobody");

        assertThat(told("manager", "MENTIONED")).isEqualTo(2);
        assertThat(count("notification")).isEqualTo(2);
    }

    @Test
    void aTaskThatIsDoneIsNoNewsAnyMoreButAMentionIs() {
        assign("manager", "admin");
        comment("@manager");

        manager().withdraw(engagement, "No longer wanted").assertStatus(200);

        assertThat(told("manager", "ASSIGNED")).isZero();
        assertThat(told("manager", "MENTIONED")).isEqualTo(1);
    }

    @Test
    void anotherDueDateIsAnotherMatter() {
        database.update(
                "insert into notification (id, person, kind, matter, task_id, name, created_at)"
                        + " values (?, 'manager', 'OVERDUE', ?, ?, 'Task', current_timestamp)",
                UUID.randomUUID(),
                task + "/2026-11-01T00:00:00Z",
                task);
        String due = "{\"due\": \"2099-01-01T00:00:00.000+0000\", \"name\": \"Task\", \"priority\": 50}";

        anonymous()
                .as("admin")
                .send("PUT", TASKS + task, ApiClient.JSON, due.getBytes(StandardCharsets.UTF_8))
                .assertStatus(204);

        assertThat(told("manager", "OVERDUE")).isZero();
    }
}
