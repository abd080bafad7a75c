package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notifications on {@code /me/notifications}. */
abstract class NotificationContract extends ContractTest {

    private static final String CHOICES = "/api/me/notifications";
    private static final String TASKS = "/engine-rest/task/";

    private String engagement;
    private String task;

    @BeforeEach
    void startEngagement() {
        clear();
        engagement = started(Requests.withoutKickoff());
        task = awaitTask(engagement, "completeEntryCriteria").path("taskId").asText();
    }

    @AfterEach
    void clear() {
        for (String table : new String[] {
            "notification", "notification_choice", "notification_quiet_hours", "notification_unsubscribe"
        }) {
            database.update("delete from " + table);
        }
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

    private int notifications(String person, String kind) {
        return count("notification where person = ? and kind = ? and task_id = ?", person, kind, task);
    }

    @Test
    void notifiesTheAssignee() {
        assign("manager", "admin");

        assertThat(notifications("manager", "ASSIGNED")).isEqualTo(1);
        var session = new WebSession(port);
        session.logIn("manager");
        assertThat(session.open("/").body()).contains("Avisos (1)", "Avisos: uno sin leer");
        assertThat(session.open("/me/notifications").body())
                .contains(
                        "admin local le ha asignado «Completar las entradas clave»",
                        "/engagements/" + engagement,
                        "Marcar todo como leído");
    }

    @Test
    void claimingNotifiesNobody() {
        manager().post(TASKS + task + "/claim", "{\"userId\": \"manager\"}").assertStatus(204);

        assertThat(count("notification")).isZero();
    }

    @Test
    void notifiesThePreviousAssignee() {
        assign("manager", "admin");
        assign("admin", "admin");

        assertThat(notifications("manager", "ASSIGNED")).isZero();
        assertThat(notifications("manager", "TAKEN_OVER")).isEqualTo(1);

        assign("manager", "admin");
        assertThat(notifications("manager", "TAKEN_OVER")).isZero();
    }

    @Test
    void notifiesOncePerCommentWithAMention() {
        comment("@manager, ¿puede mirarlo @manager?");
        comment("Y otra vez, @manager.");
        comment("@admin @nobody");

        assertThat(notifications("manager", "MENTIONED")).isEqualTo(2);
        assertThat(count("notification")).isEqualTo(2);
    }

    @Test
    void endedTasksDiscardNotificationsExceptMentions() {
        assign("manager", "admin");
        comment("@manager");

        manager().withdraw(engagement, "No longer wanted").assertStatus(200);

        assertThat(notifications("manager", "ASSIGNED")).isZero();
        assertThat(notifications("manager", "MENTIONED")).isEqualTo(1);
    }

    @Test
    void usersTurnOffKindsOfNotifications() {
        assign("manager", "admin");
        String off = "{\"kinds\": [{\"kind\": \"ASSIGNED\", \"bell\": false, \"mail\": true}],"
                + " \"quietFrom\": \"20:00\", \"quietUntil\": \"08:00\"}";

        JsonNode chosen = choose(off).assertStatus(200).json();

        assertThat(chosen.at("/kinds/0/bell").asBoolean()).isFalse();
        assertThat(chosen.at("/kinds/1/bell").asBoolean()).isTrue();
        assertThat(chosen.path("quietFrom").asText()).isEqualTo("20:00");
        assertThat(manager().get(CHOICES).assertStatus(200).json()).isEqualTo(chosen);
        var session = new WebSession(port);
        session.logIn("manager");
        assertThat(session.open("/me/notifications").body()).contains("No hay avisos.", "Me asignan una tarea");
    }

    @ParameterizedTest
    @CsvSource({"20:00, 20:00, quietUntil", "20:00, , quietUntil", "late, 08:00, quietFrom", "20:00, 25:00, quietUntil"
    })
    void rejectsInvalidQuietHours(String from, String until, String field) {
        ObjectNode body = Requests.object("{\"kinds\": []}");
        body.put("quietFrom", from).put("quietUntil", until);

        choose(body.toString()).assertInvalid(field);
    }

    @Test
    void aKindNeedsItsNameAndBothChannels() {
        choose("{\"kinds\": [{}]}").assertInvalid("kinds.bell", "kinds.kind", "kinds.mail");
        choose("{\"kinds\": [{\"kind\": \"LATE\", \"bell\": true, \"mail\": true}]}")
                .assertInvalid("kinds.kind");
        choose("{\"kinds\": [null]}").assertInvalid("kinds");
    }

    private Answer choose(String body) {
        return manager().send("PUT", CHOICES, ApiClient.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"manager, true, false", "lead, true, false", "admin, true, false", "operator, false, true"})
    void offersOnlyKindsThatThePersonCanGet(String user, boolean tasks, boolean operations) {
        var session = new WebSession(port);
        session.logIn(user);

        String page = session.open("/me/notifications").body();

        assertThat(page.contains("value=\"MENTIONED\"")).isEqualTo(tasks);
        assertThat(page.contains("value=\"INCIDENT\"")).isEqualTo(operations);
        assertThat(page.contains("value=\"CHANNEL_GONE\"")).isEqualTo(operations);
    }

    @Test
    void offersNoChoicesWithoutNotifications() {
        var session = new WebSession(port);
        session.logIn("analyst");

        assertThat(session.open("/me/notifications").body())
                .contains("No hay avisos.")
                .doesNotContain("Qué avisos recibo");
    }

    @Test
    void unsubscribesByLinkWithoutALogin() {
        database.update("insert into notification_unsubscribe (person, secret) values ('manager', 'a-secret')");
        String address = "/notifications/unsubscribe/";

        assertThat(anonymous().get(address + "a-secret").status()).isEqualTo(303);
        assertThat(manager().get(CHOICES).json().at("/kinds/0/mail").asBoolean())
                .isTrue();
        anonymous().post(address + "another", "").assertStatus(404);
        anonymous().post(address + "a-secret", "").assertStatus(204);

        assertThat(manager().get(CHOICES).json().at("/kinds/0/mail").asBoolean())
                .isFalse();
    }

    @Test
    void changingTheDueDateDiscardsOverdueNotices() {
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

        assertThat(notifications("manager", "OVERDUE")).isZero();
    }
}
