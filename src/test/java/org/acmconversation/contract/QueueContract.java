package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search and sorting of the queues, with Tasklist's requests. */
abstract class QueueContract extends ContractTest {

    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";

    private WebSession manager;
    private String queue;

    @BeforeEach
    void openTasklist() {
        manager = new WebSession(port);
        manager.logIn("manager");
        manager.open("/camunda/app/tasklist/default/");
        queue = json(manager.get(FILTERS + "?resourceType=Task&name=Cola%20de%20administradores%20de%20FastTrack"))
                .at("/0/id")
                .asText();
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return new JsonMapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + response.body(), e);
        }
    }

    private JsonNode list(String conditions) {
        return json(
                manager.post(FILTERS + "/" + queue + "/list?firstResult=0&maxResults=1000", "{" + conditions + "}"));
    }

    private List<String> search(String text) {
        return Answer.texts(list("\"nameLike\": \"%" + text + "%\""), "id");
    }

    private int count(String text) {
        return json(manager.post(FILTERS + "/" + queue + "/count", "{\"nameLike\": \"%" + text + "%\"}"))
                .path("count")
                .asInt();
    }

    private String task(ObjectNode request) {
        return awaitTask(started(request), "scheduleConversation")
                .path("taskId")
                .asText();
    }

    private static ObjectNode request(String customer, String externalId) {
        ObjectNode request = Requests.valid().put("externalId", externalId);
        request.withObject("/customer").put("name", customer);
        return request;
    }

    @Test
    void findsCustomersAndNumbersIgnoringCaseAndAccents() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String task = task(request("Fábrica " + mark + " SA", "CRM-É" + mark));
        task(Requests.valid());

        for (String text : List.of("fabrica " + mark, "FÁBRICA " + mark, "crm-e" + mark, mark)) {
            assertThat(search(text)).as(text).containsExactly(task);
            assertThat(count(text)).as(text).isOne();
        }
        assertThat(search("Nobody " + mark)).isEmpty();
        assertThat(count("Nobody " + mark)).isZero();
    }

    @Test
    void listedTasksHaveTheirCrmNumber() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        task(request("Same " + mark, "CRM-1-" + mark));
        task(request("Same " + mark, "CRM-2-" + mark));

        JsonNode found = json(manager.postForHal(
                FILTERS + "/" + queue + "/list?maxResults=15", "{\"nameLike\": \"%Same " + mark + "%\"}"));

        assertThat(found.at("/_embedded/task"))
                .extracting(task -> value(task, "caseReference"))
                .containsExactlyInAnyOrder("CRM-1-" + mark, "CRM-2-" + mark);
        assertThat(found.at("/_embedded/task"))
                .extracting(task -> value(task, "customerName"))
                .containsOnly("Same " + mark);
    }

    private static String value(JsonNode task, String variable) {
        return StreamSupport.stream(task.at("/_embedded/variable").spliterator(), false)
                .filter(column -> column.path("name").asText().equals(variable))
                .map(column -> column.path("value").asText())
                .collect(Collectors.joining());
    }

    @Test
    void findsFtopReferences() {
        String id = started(Requests.valid());
        String task = awaitTask(id, "scheduleConversation").path("taskId").asText();
        String reference = manager()
                .get(ApiClient.ENGAGEMENTS + "/" + id + "/ftop-tasks")
                .json()
                .at("/0/ftopReference")
                .asText();

        assertThat(search(reference)).containsExactly(task);
    }

    @Test
    void findsOnlyVisibleTasksByName() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String task = task(request("Tailspin " + mark, "CRM-" + mark));

        assertThat(search("Programar")).contains(task);
        WebSession engineer = new WebSession(port);
        engineer.logIn("engineer");
        engineer.open("/camunda/app/tasklist/default/");
        String overdue = json(engineer.get(FILTERS + "?resourceType=Task&name=Mis%20tareas"))
                .at("/0/id")
                .asText();
        assertThat(json(engineer.post(FILTERS + "/" + overdue + "/list", "{\"nameLike\": \"%" + mark + "%\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%%", "_", "!", "\\\\", "'"})
    void acceptsSpecialCharacters(String text) {
        assertThat(json(manager.post(
                        FILTERS + "/" + queue + "/list?maxResults=5", "{\"nameLike\": \"%" + text + "%\"}")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"asc", "desc"})
    void sortsByTheChosenProperty(String direction) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String first = task(request("Alpha " + mark, "CRM-A" + mark));
        String second = task(request("Beta " + mark, "CRM-B" + mark));
        anonymous()
                .as("admin")
                .send(
                        "PUT",
                        "/engine-rest/task/" + second,
                        ApiClient.JSON,
                        ((ObjectNode) manager()
                                        .get("/engine-rest/task/" + second)
                                        .json())
                                .put("priority", 90)
                                .put("due", "2099-01-01T10:00:00.000+0000")
                                .toString()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .assertStatus(204);
        String ofBoth = "\"nameLike\": \"%" + mark + "%\"";

        assertThat(Answer.texts(list(ofBoth), "id")).containsExactly(second, first);
        for (String property : List.of("created", "dueDate")) {
            String sorting =
                    ", \"sorting\": [{\"sortBy\": \"%s\", \"sortOrder\": \"%s\"}]".formatted(property, direction);
            assertThat(Answer.texts(list(ofBoth + sorting), "id"))
                    .as(property)
                    .containsExactlyElementsOf(
                            direction.equals("asc") ? List.of(first, second) : List.of(second, first));
        }
    }
}
