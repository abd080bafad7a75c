package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the engine's own REST API answers to requests that are wrong: in its format, and never that the fault is ours.
 */
abstract class EngineRestContract extends ContractTest {

    private static final String TASKS = "/engine-rest/task/";

    @ParameterizedTest
    @ValueSource(strings = {"claim", "complete", "submit-form", "resolve", "unclaim"})
    void aTaskThatIsUnknownIsNotFound(String action) {
        Answer answer =
                refused(() -> manager().post(TASKS + UUID.randomUUID() + "/" + action, "{\"userId\": \"manager\"}"));

        assertThat(assertRefused(answer, 404)).contains("task");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | line 1",
                "[] | as it is expected",
                "{\"variables\": {\"kickoffHeld\": \"yes\"}} | variables.kickoffHeld",
                "{\"variables\": {\"kickoffHeld\": null}} | wrong type",
                "{\"variables\": {\"kickoffHeld\": {\"value\": \"x\", \"type\": \"\"}}} | wrong type",
                "{\"variables\": {\"kickoffHeld\": {\"value\": \"x\", \"type\": \"Boolean\"}}} | Boolean",
                "{\"variables\": {\"kickoffHeld\": {\"type\": \"Json\"}}} | kickoffHeld",
                "{\"variables\": {}} | kickoffHeld"
            })
    void aFormThatIsNotValidIsRefusedHoweverItIsSent(String body, String said) {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();

        for (String action : new String[] {"complete", "submit-form", "resolve"}) {
            Answer answer = refused(() -> manager().post(TASKS + task + "/" + action, body));
            assertThat(assertRefused(answer, 400)).contains(said);
        }
    }

    @Test
    void aValueThatIsTooLongToBeStoredIsRefused() {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();
        String user = "x".repeat(10_000);

        Answer answer = refused(
                () -> anonymous().as("admin").post(TASKS + task + "/assignee", "{\"userId\": \"%s\"}".formatted(user)));

        assertThat(assertRefused(answer, 400)).contains("too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processVariables\": [{\"name\": \"a\", \"operator\": \"eq\", \"value\": {\"a\": 1}}]}",
                "{\"sorting\": [{\"sortBy\": \"nothing\", \"sortOrder\": \"asc\"}]}",
                "{\"candidateGroups\": []}",
                "{\"createdAfter\": \"tomorrow\"}"
            })
    void aQueryThatIsNoneIsRefused(String query) {
        assertRefused(refused(() -> manager().post("/engine-rest/task", query)), 400);
    }

    @Test
    void aTaskThatSomeoneElseHasClaimedIsAConflict() {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();
        manager().post(TASKS + task + "/claim", "{\"userId\": \"manager\"}").assertStatus(204);

        Answer answer = refused(() -> anonymous().as("admin").post(TASKS + task + "/claim", "{\"userId\": \"admin\"}"));
        assertThat(assertRefused(answer, 409)).contains("already claimed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidateGroup=fasttrack-ready-partner&candidateGroupLike=%25",
                "candidateGroups=fasttrack-ready-partner&candidateGroupLike=fasttrack-%25",
                "candidateUser=manager",
                "assignee=partner&candidateGroupLike=%25"
            })
    void aPartnerSeesNoneOfTheManagersTasksWhateverIsAskedWithTheOwnQueue(String conditions) {
        String managers = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();
        String query = "?" + conditions + "&includeAssignedTasks=true&maxResults=1000";

        JsonNode found = anonymous()
                .as("partner")
                .get("/engine-rest/task" + query)
                .assertStatus(200)
                .json();

        assertThat(texts(found, "id")).doesNotContain(managers);
        JsonNode count =
                anonymous().as("partner").get("/engine-rest/task/count" + query).json();
        assertThat(count.path("count").asInt()).isEqualTo(found.size());
    }

    @Test
    void aFilterThatSortsInNoDirectionIsNotSaved() {
        String filter = """
                {"resourceType": "Task", "name": "Mine", "query": {"sorting": [{"sortBy": "dueDate"}]}}
                """;

        Answer answer = refused(() -> anonymous().as("admin").post("/engine-rest/filter/create", filter));

        assertThat(assertRefused(answer, 400)).contains("sortOrder");
    }

    @Test
    void aVariableThatIsAnObjectOfNoTypeIsRefused() {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();

        Answer answer = refused(() -> anonymous().as("admin").post(TASKS + task + "/localVariables", """
                        {"modifications": {"licenses": {"value": "[]", "type": "Object",
                          "valueInfo": {"serializationDataFormat": "application/json"}}}}
                        """));

        assertRefused(answer, 400);
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        Answer answer = refused(() -> anonymous()
                .as("admin")
                .post(
                        "/engine-rest/user/create",
                        "{\"profile\": {\"id\": \"a b\"}, \"credentials\": {\"password\": \"x\"}}"));

        assertThat(assertRefused(answer, 400)).contains("a b");
    }

    @Test
    void aParameterOfAnotherTypeIsRefused() {
        Answer answer = refused(() -> manager().get("/engine-rest/task?priority=high"));

        assertThat(assertRefused(answer, 400)).contains("priority", "high");
    }

    @Test
    void aCharacterSetOrALanguageThatNobodyKnowsIsRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertRefused(
                refused(() -> manager()
                        .send("POST", "/engine-rest/filter/1/list", "application/json; charset=nonsense", body)),
                415);
        assertRefused(refused(() -> manager().get("/engine-rest/task/1", "Accept-Language", "\"a\"")), 400);
    }

    @Test
    void whatIsNotThereOrNotOfferedIsSaidSo() {
        assertRefused(refused(() -> manager().get("/engine-rest/task/nothing")), 404);
        refused(() -> anonymous().as("admin").get("/engine-rest/nothing")).assertProblem(403, "forbidden");
        Answer deletion =
                refused(() -> anonymous().as("admin").send("DELETE", "/engine-rest/task", BodyPublishers.noBody()));

        assertRefused(deletion, 405);
        assertThat(deletion.header("Allow")).contains("GET", "POST");
    }

    /** Returns what was said. */
    private static String assertRefused(Answer answer, int status) {
        answer.assertStatus(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("type").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("java.", "org.", "com.", "stackTrace");
        return answer.json().path("message").asText();
    }
}
