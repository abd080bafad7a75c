package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code GET /api/ftop-catalog}, and an engagement's FTOP tasks and timeline. */
abstract class FtopAndTimelineContract extends ContractTest {

    @Test
    void catalogMatchesThePlaybook() {
        JsonNode catalog = manager().get("/api/ftop-catalog").assertStatus(200).json();

        assertThat(catalog)
                .map(row -> "%s %s %s %s"
                        .formatted(
                                row.get("catalogId").asText(),
                                row.get("mandatory").asBoolean() ? "M" : "O",
                                row.get("role").asText(),
                                StreamSupport.stream(row.get("services").spliterator(), false)
                                        .map(JsonNode::asText)
                                        .toList()))
                .containsExactly(
                        "4047 M FASTTRACK_MANAGER []",
                        "3734 M FASTTRACK_MANAGER [OFFICE_365_PROPLUS, WINDOWS_10]",
                        "3718 M FASTTRACK_MANAGER [ONEDRIVE_FOR_BUSINESS]",
                        "3737 M FASTTRACK_MANAGER [SHAREPOINT]",
                        "3738 M FASTTRACK_MANAGER [OFFICE_365_PROPLUS]",
                        "3991 O FASTTRACK_ENGINEER [EXCHANGE]",
                        "3278 M FASTTRACK_MANAGER [OUTLOOK_MOBILE, EXCHANGE, OFFICE_365_PROPLUS, INTUNE]",
                        "4094 M FASTTRACK_MANAGER [EDGE]");
        assertThat(texts(catalog, "name"))
                .contains("Taller de valor empresarial de SharePoint Online.")
                .allSatisfy(name -> assertThat(name).isNotBlank());
    }

    @Test
    void engagementsWithoutEntryCriteriaHaveNoFtopTasks() {
        assertThat(ftopTasks(started(Requests.withoutKickoff()))).isEmpty();
    }

    @Test
    void conversationTaskIsOpenFromTheStart() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");

        JsonNode tasks = ftopTasks(id);

        assertThat(tasks).hasSize(1);
        JsonNode task = tasks.get(0);
        assertThat(task.get("catalogId").asText()).isEqualTo("4047");
        assertThat(task.get("name").asText()).contains("Conversación de administración de cambio y adopción");
        assertThat(task.get("mandatory").asBoolean()).isTrue();
        assertThat(task.get("role").asText()).isEqualTo("FASTTRACK_MANAGER");
        assertThat(task.get("status").asText()).isEqualTo("OPEN");
        assertThat(Instant.parse(task.get("createdAt").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(task.get("closedAt").isNull()).isTrue();
        assertThat(task.get("ftopReference").asText()).isNotBlank();
    }

    @Test
    void findsAnEngagementByItsFtopReference() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        String reference = ftopTasks(id).at("/0/ftopReference").asText();

        for (String query : List.of(reference, reference.toLowerCase(Locale.ROOT))) {
            JsonNode found =
                    manager().get(ENGAGEMENTS + "?q=" + query).assertStatus(200).json();
            assertThat(texts(found.get("items"), "id")).containsExactly(id);
            assertThat(found.get("totalItems").asInt()).isEqualTo(1);
        }
        assertThat(manager()
                        .get(ENGAGEMENTS + "?segment=EDUCATION&q=" + reference)
                        .assertStatus(200)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void timelineShowsActorsOldestFirst() {
        String id = started(Requests.withoutKickoff());
        TaskForm form = TaskForm.of(this, id, "completeEntryCriteria");
        form.claim("manager").assertStatus(204);
        form.complete("manager", "{\"kickoffHeld\": true, \"benefitUnderstood\": true, \"resourcesClear\": true}")
                .assertStatus(204);
        awaitTask(id, "scheduleConversation");
        manager().change(id, "{\"licenses\": 5}").assertStatus(200);
        manager().withdraw(id, "Not now").assertStatus(200);
        awaitIdle();

        JsonNode timeline = timeline(id);

        assertThat(timeline)
                .map(entry ->
                        entry.get("event").asText() + " " + entry.get("actor").asText())
                .containsExactly(
                        "ENGAGEMENT_STARTED crm",
                        "DECISION_MADE crm",
                        "TASK_CLAIMED manager",
                        "TASK_COMPLETED manager",
                        "DECISION_MADE manager",
                        "FTOP_TASK_CREATED system",
                        "PROFILE_CHANGED manager",
                        "ENGAGEMENT_WITHDRAWN manager",
                        "FTOP_TASK_CLOSED system",
                        "ENGAGEMENT_ENDED system");
        List<Instant> times = texts(timeline, "at").stream().map(Instant::parse).toList();
        assertThat(times).isSorted();
    }

    @Test
    void timelineIsSortedByTime() {
        String id = started(Requests.coveredByEnterpriseProgram());
        database.update(
                "update timeline_entry set occurred_at = occurred_at - interval '1' day"
                        + " where engagement_id = cast(? as uuid) and event = 'ENGAGEMENT_ENDED'",
                id);

        assertThat(texts(timeline(id), "event"))
                .containsExactly("ENGAGEMENT_ENDED", "ENGAGEMENT_STARTED", "DECISION_MADE");
    }

    @Test
    void timelineShowsDecisionsAndReasons() {
        String id = started(Requests.withoutKickoff());
        manager().withdraw(id, "The customer changed plans").assertStatus(200);

        JsonNode timeline = timeline(id);

        JsonNode decision = timeline.get(1);
        assertThat(decision.get("activityId").asText()).isEqualTo("decideEntry");
        assertThat(decision.get("name").asText()).isEqualTo("Comprobar las entradas clave");
        assertThat(decision.at("/detail/decision").asText()).isEqualTo("acm-entry-criteria");
        assertThat(decision.at("/detail/result").isMissingNode()).isFalse();
        assertThat(timeline.get(2).at("/detail/reason").asText()).isEqualTo("The customer changed plans");
    }

    private JsonNode ftopTasks(String id) {
        return manager()
                .get(ENGAGEMENTS + "/" + id + "/ftop-tasks")
                .assertStatus(200)
                .json();
    }

    private JsonNode timeline(String id) {
        return manager()
                .get(ENGAGEMENTS + "/" + id + "/timeline")
                .assertStatus(200)
                .json();
    }

    @Test
    void operatorsAcknowledgeTasksWithoutAnEngagement() {
        String path = "/api/ftop-reconciliation/acknowledgements";
        ApiClient operator = anonymous().as("operator");
        String body = "{\"engagementId\": \"%s\", \"catalogId\": \"4047\", \"note\": \"Closed by hand\"}";

        operator.post(path, body.formatted(UUID.randomUUID())).assertStatus(204);
        operator.post(path, body.formatted("1-1-1-1-1")).assertInvalid("engagementId");
        operator.post(path, "{\"engagementId\": 7, \"note\": 1}").assertInvalid("engagementId", "catalogId", "note");
        String id = started(Requests.valid());
        patiently().until(() -> count("ftop_task where engagement_id = ?", UUID.fromString(id)) > 0);
        operator.post(path, body.formatted(id)).assertProblem(409, "ftop-task-known");
    }
}
