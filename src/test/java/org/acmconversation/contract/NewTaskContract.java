package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engine.task.Workloads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets a new task, by the decision {@code assignment}. */
abstract class NewTaskContract extends ReleaseTest {

    private static final String TABLE = "decisions/assignment.dmn";
    private static final String QUEUE = "<text>\"QUEUE\"</text>";
    private static final String DISCUSSION = "deliverValueDiscussion";

    @Autowired
    Workloads workloads;

    private void publishOutcome(String outcome) {
        published(TABLE, QUEUE, "<text>\"%s\"</text>".formatted(outcome));
    }

    /** The first engagement of a customer, whose conversation the user has held. */
    private String held(String user) {
        ObjectNode request = Requests.valid();
        request.withObject("/customer").put("tenantId", UUID.randomUUID() + ".example");
        String id = started(request);
        schedule(id);
        TaskForm.of(this, id, "conductConversation").complete(user, """
                        {"partnerRequested": false, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                         "resourcesShared": []}""").assertStatus(204);
        return id;
    }

    private void schedule(String id) {
        TaskForm.of(this, id, "scheduleConversation").complete("partner", """
                        {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana",
                         "businessStakeholders": "Luis", "decisionMakers": "Eva"}""").assertStatus(204);
    }

    private String assignee(String id, String activity) {
        return awaitTask(id, activity).path("assignee").asText(null);
    }

    @Test
    void leavesTasksUnassignedByDefault() {
        String id = started(Requests.valid());

        assertThat(assignee(id, "scheduleConversation")).isNull();
    }

    @Test
    void assignsFollowingTasksToTheLastPersonIfPermitted() {
        publishOutcome("LAST_PERSON");

        String manager = held("manager");
        assertThat(assignee(manager, DISCUSSION)).isEqualTo("manager");
        assertThat(assignments(manager)).contains("system gives deliverValueDiscussion to manager");

        String partner = held("partner");
        assertThat(assignee(partner, DISCUSSION)).isNull();
    }

    private List<String> assignments(String id) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry :
                manager().get(ApiClient.ENGAGEMENTS + "/" + id + "/timeline").json()) {
            if (entry.path("event").asText().equals("TASK_ASSIGNED")) {
                entries.add("%s gives %s to %s"
                        .formatted(
                                entry.path("actor").asText(),
                                entry.path("activityId").asText(),
                                entry.at("/detail/assignee").asText()));
            }
        }
        return entries;
    }

    @Test
    void assignsNoTasksToAbsentPeople() {
        publishOutcome("LAST_PERSON");
        String absence = anonymous()
                .as("manager")
                .post(
                        "/api/absences",
                        "{\"person\": \"manager\", \"from\": \"%s\", \"until\": \"%s\"}"
                                .formatted(
                                        LocalDate.now(ZoneId.of("Europe/Madrid"))
                                                .minusDays(1),
                                        LocalDate.now(ZoneId.of("Europe/Madrid"))
                                                .plusDays(2)))
                .assertStatus(201)
                .id();
        try {
            assertThat(assignee(held("manager"), DISCUSSION)).isNull();
        } finally {
            anonymous()
                    .as("manager")
                    .send("DELETE", "/api/absences/" + absence, BodyPublishers.noBody())
                    .assertStatus(204);
        }
    }

    @Test
    void assignsTasksToTheLeastLoadedPerson() {
        publishOutcome("LEAST_LOADED");
        String id = started(Requests.withoutKickoff());

        String assignee = assignee(id, "completeEntryCriteria");

        assertThat(assignee).isNotNull();
        var loads = workloads.all(Instant.now());
        List<String> managers = database.queryForList(
                "select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'fasttrack-manager'", String.class);
        assertThat(managers).contains(assignee);
        assertThat(managers)
                .allSatisfy(manager -> assertThat(
                                loads.getOrDefault(manager, Workloads.Load.NONE).open())
                        .isGreaterThanOrEqualTo(loads.get(assignee).open() - 1));
    }

    @Test
    void releasesWithoutTheTableAssignNobody() {
        publishOutcome("LEAST_LOADED");
        long number = analyst()
                .send(
                        "POST",
                        RELEASES,
                        Multipart.CONTENT_TYPE,
                        new Multipart().field("remove", TABLE).body())
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        publish(analyst(), number, "{\"migrate\": \"NONE\"}").assertStatus(200);

        assertThat(assignee(started(Requests.withoutKickoff()), "completeEntryCriteria"))
                .isNull();
    }

    @Test
    void rejectsInvalidAssignmentTables() {
        for (String wrong : List.of("\"NOBODY\"", "segment")) {
            assertThat(errors(drafted(TABLE, QUEUE, "<text>%s</text>".formatted(wrong)))
                            .toString())
                    .contains("no dice a quién se da una tarea");
        }
        assertThat(errors(drafted(TABLE, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""))
                        .toString())
                .contains("da un solo resultado");
        assertThat(errors(drafted(
                                TABLE,
                                "<inputEntry id=\"everyTaskToItsQueueSegmentInput\">\n          <text>-",
                                "<inputEntry id=\"everyTaskToItsQueueSegmentInput\">\n          <text>\"SMB\""))
                        .toString())
                .contains("no se aplica ninguna fila");
    }
}
