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

/** Responses of the engine's REST API to invalid requests: in its own format, and never a 5xx status. */
abstract class EngineRestContract extends ContractTest {

    private static final String TASKS = "/engine-rest/task/";

    @ParameterizedTest
    @ValueSource(strings = {"claim", "complete", "submit-form", "resolve", "unclaim"})
    void unknownTasksAreNotFound(String action) {
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
    void rejectsInvalidFormsAtEveryEndpoint(String body, String said) {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();

        for (String action : new String[] {"complete", "submit-form", "resolve"}) {
            Answer answer = refused(() -> manager().post(TASKS + task + "/" + action, body));
            assertThat(assertRefused(answer, 400)).contains(said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form", "resolve"})
    void rejectsTransientAnswers(String action) {
        String id = started(Requests.withoutKickoff());
        String task = awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        String answers = """
                {"variables": {"kickoffHeld": {"value": true, "valueInfo": {"transient": %s}},
                  "benefitUnderstood": {"value": true}, "resourcesClear": {"value": true}}}""";

        Answer answer = refused(() -> manager().post(TASKS + task + "/" + action, answers.formatted(true)));

        assertThat(assertRefused(answer, 400)).contains("kickoffHeld", "transient");
        manager().post(TASKS + task + "/complete", answers.formatted(false)).assertStatus(204);
        awaitTask(id, "scheduleConversation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | process-instance/%1$s/variables/notes | %3$s",
                "PUT | process-instance/%1$s/variables/licenses | %3$s",
                "POST | process-instance/%1$s/variables | {\"modifications\": %4$s}",
                "POST | execution/%1$s/localVariables | {\"modifications\": %4$s}",
                "PUT | task/%2$s/variables/notes | %3$s",
                "PUT | task/%2$s/localVariables/notes | %3$s",
                "POST | task/%2$s/variables | {\"modifications\": %4$s}",
                "POST | process-definition/key/value-discussion/start | {\"variables\": %4$s}",
                "POST | process-definition/key/value-discussion/submit-form | {\"variables\": %4$s}",
                "POST | message | {\"messageName\": \"acm.profileChanged\", \"processInstanceId\": \"%1$s\","
                        + " \"processVariables\": %4$s}",
                "POST | message | {\"messageName\": \"acm.profileChanged\", \"processInstanceId\": \"%1$s\","
                        + " \"processVariablesLocal\": %4$s}",
                "POST | process-instance/%1$s/modification | {\"instructions\": [{\"type\":"
                        + " \"startBeforeActivity\", \"activityId\": \"conductConversation\", \"variables\":"
                        + " {\"notes\": {\"value\": \"x\", \"valueInfo\": {\"transient\": true}, \"local\": false}}}]}"
            })
    void rejectsTransientVariablesAtEveryEndpoint(String method, String path, String body) {
        String id = started(Requests.withoutKickoff());
        String task = awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        ApiClient admin = anonymous().as("admin");
        String instance =
                admin.get(TASKS + task).json().path("processInstanceId").asText();
        String value = "{\"value\": \"x\", \"type\": \"String\", \"valueInfo\": {\"transient\": true}}";
        String json = body.formatted(instance, task, value, "{\"notes\": " + value + "}");

        Answer answer = refused(() -> admin.send(
                method,
                "/engine-rest/" + path.formatted(instance, task),
                ApiClient.JSON,
                json.getBytes(StandardCharsets.UTF_8)));

        assertThat(assertRefused(answer, 400)).containsIgnoringCase("transient");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"Boolean\", \"valueInfo\": {\"transient\": \"yes\"}",
                "\"type\": \"Boolean\", \"valueInfo\": {\"transient\": null}",
                "\"type\": \"Boolean\", \"valueInfo\": []",
                "\"type\": \"Boolean\", \"valueInfo\": \"x\"",
                "\"type\": 1",
                "\"type\": \"\"",
                "\"type\": \"null\"",
                "\"type\": \"Null\"",
                "\"type\": \"Number\"",
                "\"type\": \"Nonsense\"",
                "\"type\": \"PrimitiveValue\"",
                "\"type\": \"Bytes\"",
                "\"type\": \"Date\"",
                "\"type\": \"Xml\"",
                "\"type\": \"Xml\", \"value\": \"<a\"",
                "\"type\": \"Json\"",
                "\"type\": \"Json\", \"value\": \"{\"",
                "\"type\": \"Json\", \"value\": \"[]\", \"valueInfo\": {\"transient\": \"yes\"}",
                "\"type\": \"Json\", \"value\": \"[]\", \"valueInfo\": {\"transient\": null}",
                "\"type\": \"Json\", \"value\": null",
                "\"type\": \"File\"",
                "\"type\": \"File\", \"value\": \"AAAA\", \"valueInfo\": {}",
                "\"type\": \"File\", \"value\": \"AAAA\", \"valueInfo\": {\"filename\": null}",
                "\"type\": \"File\", \"value\": \"not base64\", \"valueInfo\": {\"filename\": \"a\"}",
                "\"type\": \"File\", \"value\": \"AAAA\", \"valueInfo\": {\"filename\": \"a\", \"encoding\": \"x\"}",
                "\"type\": \"File\", \"value\": \"AAAA\", \"valueInfo\": {\"filename\": \"a\", \"encoding\": null}",
                "\"type\": \"File\", \"value\": \"AAAA\", \"valueInfo\": {\"filename\": \"a\", \"mimeType\": null}",
                "\"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": 1}",
                "\"type\": \"Object\", \"value\": \"[]\", \"valueInfo\": {\"objectTypeName\": 1}",
                "\"type\": \"Object\", \"value\": \"[]\", \"valueInfo\": {\"objectTypeName\": \"java.util.List\", \"serializationDataFormat\": 1}",
                "\"type\": \"Object\", \"value\": \"[]\", \"valueInfo\": {\"objectTypeName\": \"java.util.List\", \"serializationDataFormat\": \"text/none\"}",
                "\"type\": \"Object\", \"value\": \"[\", \"valueInfo\": {\"objectTypeName\": \"java.util.List\", \"serializationDataFormat\": \"application/json\"}",
                "\"type\": \"Object\", \"value\": {}, \"valueInfo\": {\"objectTypeName\": \"java.util.List\", \"serializationDataFormat\": \"application/json\"}",
                "\"type\": \"Object\", \"value\": \"[]\", \"valueInfo\": {\"objectTypeName\": \"java.util.List\", \"serializationDataFormat\": \"application/xml\"}",
                "\"type\": \"Object\", \"value\": \"[]\", \"valueInfo\": {\"objectTypeName\": \"java.lang.Thread\", \"serializationDataFormat\": \"application/json\"}",
                "\"type\": \"Object\", \"value\": \"[]\"",
                "\"type\": \"Object\", \"value\": [], \"valueInfo\": null",
                "\"value\": {\"a\": 1}"
            })
    void rejectsInvalidTypedValues(String member) {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();
        String value = (member.contains("\"value\":") ? "" : "\"value\": true, ") + member;

        for (String action : new String[] {"complete", "submit-form", "resolve"}) {
            Answer answer = refused(() -> manager().post(TASKS + task + "/" + action, """
                    {"variables": {"kickoffHeld": {%s}, "benefitUnderstood": {"value": true},
                      "resourcesClear": {"value": true}}}""".formatted(value)));
            assertRefused(answer, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/format", "", "application/xml"})
    void rejectsObjectsInUnsupportedFormats(String format) {
        String task = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();
        ApiClient admin = anonymous().as("admin");
        String body = """
                {"modifications": {"notes": {"value": "[]", "type": "Object", "valueInfo": {
                  "objectTypeName": "java.util.ArrayList", "serializationDataFormat": "%s"}}}}""".formatted(format);

        Answer answer = refused(() -> admin.post(TASKS + task + "/variables", body));

        assertThat(assertRefused(answer, 400)).contains("application/json");
        admin.get(TASKS + task + "/variables").assertStatus(200);
    }

    @Test
    void rejectsValuesThatAreTooLong() {
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
    void rejectsInvalidQueries(String query) {
        assertRefused(refused(() -> manager().post("/engine-rest/task", query)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start | {}",
                "start | {\"businessKey\": \"SURVEY-1\"}",
                "start | {\"businessKey\": \"9f0c1a50-1f58-4bd9-9d31-8c1a51f8b1a0\"}",
                "submit-form | {\"variables\": {\"customerName\": {\"value\": \"Contoso\"}}}"
            })
    void rejectsConversationsWithoutAnEngagement(String start) {
        String action = start.substring(0, start.indexOf(' '));
        String body = start.substring(start.indexOf('{'));

        Answer answer = refused(() ->
                anonymous().as("admin").post("/engine-rest/process-definition/key/acm-conversation/" + action, body));

        assertThat(assertRefused(answer, 400)).contains("Cree el caso con POST /api/engagements");
    }

    @Test
    void rejectsASecondConversationOfAnEngagement() {
        String id = started(Requests.withoutKickoff());

        Answer answer = refused(() -> anonymous()
                .as("admin")
                .post(
                        "/engine-rest/process-definition/key/acm-conversation/start",
                        "{\"businessKey\": \"%s\"}".formatted(id)));

        assertThat(assertRefused(answer, 400)).contains("POST /api/engagements");
    }

    @Test
    void tasklistCannotStartCalledProcesses() {
        JsonNode offered = anonymous()
                .as("admin")
                .get("/engine-rest/process-definition?latest=true&startableInTasklist=true")
                .assertStatus(200)
                .json();

        assertThat(texts(offered, "key")).contains("acm-conversation").doesNotContain("value-discussion");
    }

    @Test
    void claimingAClaimedTaskIsAConflict() {
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
    void partnersCannotQueryTasksOfManagers(String conditions) {
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
    void rejectsFiltersWithoutASortDirection() {
        String filter = """
                {"resourceType": "Task", "name": "Mine", "query": {"sorting": [{"sortBy": "dueDate"}]}}
                """;

        Answer answer = refused(() -> anonymous().as("admin").post("/engine-rest/filter/create", filter));

        assertThat(assertRefused(answer, 400)).contains("sortOrder");
    }

    @Test
    void rejectsObjectVariablesWithoutAType() {
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
    void rejectsInvalidIds() {
        Answer answer = refused(() -> anonymous()
                .as("admin")
                .post(
                        "/engine-rest/user/create",
                        "{\"profile\": {\"id\": \"a b\"}, \"credentials\": {\"password\": \"x\"}}"));

        assertThat(assertRefused(answer, 400)).contains("a b");
    }

    @Test
    void rejectsParametersOfTheWrongType() {
        Answer answer = refused(() -> manager().get("/engine-rest/task?priority=high"));

        assertThat(assertRefused(answer, 400)).contains("priority", "high");
    }

    @Test
    void rejectsUnknownCharsetsAndInvalidLanguages() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertRefused(
                refused(() -> manager()
                        .send("POST", "/engine-rest/filter/1/list", "application/json; charset=nonsense", body)),
                415);
        assertRefused(refused(() -> manager().get("/engine-rest/task/1", "Accept-Language", "\"a\"")), 400);
    }

    @Test
    void rejectsUnknownResourcesAndUnsupportedMethods() {
        assertRefused(refused(() -> manager().get("/engine-rest/task/nothing")), 404);
        refused(() -> anonymous().as("admin").get("/engine-rest/nothing")).assertProblem(403, "forbidden");
        Answer deletion =
                refused(() -> anonymous().as("admin").send("DELETE", "/engine-rest/task", BodyPublishers.noBody()));

        assertRefused(deletion, 405);
        assertThat(deletion.header("Allow")).contains("GET", "POST");
    }

    /** Returns the message. */
    private static String assertRefused(Answer answer, int status) {
        answer.assertStatus(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("type").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("java.", "org.", "com.", "stackTrace");
        return answer.json().path("message").asText();
    }
}
