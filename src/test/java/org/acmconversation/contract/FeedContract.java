package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /api/me/calendar} and {@code /calendar/{token}.ics}. */
abstract class FeedContract extends ContractTest {

    private static final String FEED = "/api/me/calendar";

    @AfterEach
    void deleteFeeds() {
        database.update("delete from calendar_feed");
    }

    private String create(ApiClient client) {
        String url =
                client.post(FEED, "{}").assertStatus(201).json().path("url").asText();
        return URI.create(url).getPath();
    }

    @Test
    void feedListsTheOwnersTasksWithoutALogin() {
        String id = started(Requests.withoutKickoff().put("externalId", "CRM, feed; " + System.nanoTime()));
        String task = awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        manager()
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);

        Answer calendar = anonymous().get(create(manager())).assertStatus(200);

        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.header("Cache-Control")).contains("no-store");
        String text = calendar.body().replace("\r\n ", "");
        assertThat(text)
                .contains(
                        "UID:task-" + task,
                        "SUMMARY:Completar las entradas clave (CRM\\, feed\\;",
                        "/engagements/" + id)
                .doesNotContain("Contoso");
    }

    @Test
    void anUnclaimedCallIsInTheCalendarOfItsScheduler() {
        String id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation").complete("manager", """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva"}""").assertStatus(204);
        String call = awaitTask(id, "conductConversation").path("taskId").asText();
        String scheduler = create(manager());
        String colleague = create(anonymous().as("partner"));
        String entry = "UID:call-" + id;

        assertThat(calendar(scheduler)).contains(entry, "DTSTART:20991201T090000Z");
        assertThat(calendar(colleague)).doesNotContain(entry);

        anonymous()
                .as("partner")
                .post("/engine-rest/task/" + call + "/claim", "{\"userId\": \"partner\"}")
                .assertStatus(204);
        assertThat(calendar(scheduler)).doesNotContain(entry);
        assertThat(calendar(colleague)).contains(entry);
    }

    private String calendar(String address) {
        return anonymous().get(address).assertStatus(200).body().replace("\r\n ", "");
    }

    @Test
    void aNewAddressReplacesTheOldOne() {
        String first = create(manager());
        String second = create(manager());

        assertThat(second).isNotEqualTo(first);
        anonymous().get(first).assertStatus(404);
        anonymous().get(second).assertStatus(200);
        anonymous().send("HEAD", second, JSON, new byte[0]).assertStatus(200);
        assertThat(manager().get(FEED).json().path("createdAt").asText()).isNotBlank();
        assertThat(count("calendar_feed where secret_digest like ?", "%" + second.substring(10, 20) + "%"))
                .isZero();
    }

    @Test
    void revokedAddressesAreNotFound() {
        String address = create(manager());

        manager().send("DELETE", FEED, JSON, new byte[0]).assertStatus(204);

        anonymous().get(address).assertProblem(404, "calendar-not-found");
        assertThat(manager().get(FEED).json().path("createdAt").isNull()).isTrue();
    }

    @Test
    void rejectsGuessedAddresses() {
        create(manager());

        anonymous().get("/calendar/manager.ics").assertProblem(404, "calendar-not-found");
        anonymous().get(FEED).assertProblem(401, "unauthorized");
        anonymous().as("analyst").get(FEED).assertProblem(403, "forbidden");
    }

    @Test
    void pageDoesNotShowTheAddressAgain() {
        var session = new WebSession(port);
        session.logIn("manager");
        assertThat(session.open("/me/calendar").body()).contains("Crear el calendario");
        create(manager());

        assertThat(session.open("/me/calendar").body())
                .contains("Revocar la dirección")
                .doesNotContain(".ics");
    }
}
