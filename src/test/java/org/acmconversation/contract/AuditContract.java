package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail and its API. */
abstract class AuditContract extends ContractTest {

    private static final String AUDIT = "/api/audit";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void recordsWhatClientsDoWithEngagements() {
        String id = started(Requests.withoutKickoff());
        manager().change(id, "{\"licenses\": 21000}").assertStatus(200);
        manager().withdraw(id, "The customer left").assertStatus(200);

        JsonNode entries = entries("engagementId=" + id);
        assertThat(texts(entries, "action"))
                .containsExactly("engagement.withdraw", "engagement.change", "engagement.start");
        assertThat(texts(entries, "actor")).containsExactly("manager", "manager", "crm");
        assertThat(texts(entries, "clientAddress")).containsOnly("127.0.0.1");
        assertThat(entries.at("/0/detail/reason").asText()).isEqualTo("The customer left");
        assertThat(entries.at("/1/detail/profile/licenses").asInt()).isEqualTo(21_000);
    }

    @Test
    void recordsWhatPeopleDoWithTasks() {
        String id = started(Requests.withoutKickoff());
        String task = "/engine-rest/task/"
                + awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        manager().post(task + "/claim", "{\"userId\": \"manager\"}").assertStatus(204);
        manager().post(task + "/unclaim", "{}").assertStatus(204);
        manager().post(task + "/claim", "{\"userId\": \"manager\"}").assertStatus(204);
        manager().post(task + "/complete", """
                        {"variables": {"kickoffHeld": {"value": true}, "benefitUnderstood": {"value": true},
                                       "resourcesClear": {"value": true}}}""").assertStatus(204);

        JsonNode entries = entries("engagementId=" + id + "&action=task");
        assertThat(texts(entries, "action"))
                .containsExactly("task.complete", "task.claim", "task.assign", "task.claim");
        assertThat(texts(entries, "actor")).containsOnly("manager");
        assertThat(texts(entries, "objectId")).allMatch(task::endsWith);
    }

    @Test
    void recordsWhatAdministratorsDoWithProcessInstances() {
        String id = started(Requests.withoutKickoff());
        ApiClient admin = anonymous().as("admin");
        String instance = admin.get("/engine-rest/process-instance?businessKey=" + id)
                .assertStatus(200)
                .json()
                .at("/0/id")
                .asText();
        String suspension = "/engine-rest/process-instance/" + instance + "/suspended";
        suspend(admin, suspension, true);
        suspend(admin, suspension, false);

        JsonNode entries = entries("engagementId=" + id + "&action=process-instance");
        assertThat(texts(entries, "action")).containsExactly("process-instance.activate", "process-instance.suspend");
        assertThat(texts(entries, "objectId")).containsOnly(instance);
    }

    private static void suspend(ApiClient admin, String path, boolean suspended) {
        byte[] body = "{\"suspended\": %s}".formatted(suspended).getBytes(StandardCharsets.UTF_8);
        admin.send("PUT", path, "application/json", body).assertStatus(204);
    }

    @Test
    void doesNotRecordRejectedActions() {
        String id = started(Requests.withoutKickoff());
        String task = "/engine-rest/task/"
                + awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        manager().post(task + "/complete", "{\"variables\": {}}").assertStatus(400);

        assertThat(texts(entries("engagementId=" + id), "action")).containsExactly("engagement.start");
    }

    @Test
    void recordsDeploymentsAndPermissionChanges() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"a.form\"; filename=\"audited.form\"\r\n\r\n"
                + "{\"id\": \"audited\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": []}"
                + "\r\n--x--\r\n";
        String deployment = anonymous()
                .as("admin")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        "multipart/form-data; boundary=x",
                        form.getBytes(StandardCharsets.UTF_8))
                .assertStatus(200)
                .id();
        anonymous()
                .as("admin")
                .send("PUT", "/engine-rest/group/operator/members/crm", BodyPublishers.noBody())
                .assertStatus(204);
        anonymous()
                .as("admin")
                .send("DELETE", "/engine-rest/group/operator/members/crm", BodyPublishers.noBody())
                .assertStatus(204);

        JsonNode deployed = entries("action=deployment.create&actor=admin");
        assertThat(texts(deployed, "objectId")).contains(deployment);
        assertThat(texts(entries("action=group-membership&actor=admin"), "action"))
                .contains("group-membership.create", "group-membership.delete");
    }

    @Test
    void recordsClientsLoginsAndFailures() {
        crm().get("/api/ftop-catalog").assertStatus(200);
        crm().get("/api/ftop-catalog").assertStatus(200);
        anonymous().as("stranger").get("/api/ftop-catalog").assertStatus(401);

        assertThat(entriesSince(Instant.EPOCH, "actor=crm&action=login.succeed"))
                .hasSize(1);
        JsonNode failed = entries("actor=stranger");
        assertThat(texts(failed, "action")).containsExactly("login.fail");
        assertThat(failed.at("/0/detail/how").asText()).isEqualTo("bad-credentials");
    }

    @Test
    void recordsLoginsAndLogoutsOfPeople() throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        logIn(browser, "partner", "partner");
        var logout = HttpRequest.newBuilder(address("/camunda/api/admin/auth/user/default/logout"))
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(browser.send(logout, BodyHandlers.discarding()).statusCode()).isEqualTo(204);

        logIn(browser, "intruder", "partner");

        JsonNode entries = entries("actor=partner&action=login");
        assertThat(texts(entries, "action")).containsExactly("login.end", "login.succeed");
        assertThat(texts(entries("actor=intruder"), "action")).containsExactly("login.fail");
    }

    private void logIn(HttpClient browser, String user, String password) throws IOException, InterruptedException {
        String page = browser.send(HttpRequest.newBuilder(address("/login")).build(), BodyHandlers.ofString())
                .body();
        Matcher token = CSRF.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(user, password, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    @Test
    void recordsFailedLoginsUnderAnyName() {
        String name = "\u0000" + "x".repeat(300);
        String credentials = Base64.getEncoder().encodeToString((name + ":secret").getBytes(StandardCharsets.UTF_8));

        anonymous()
                .get("/api/ftop-catalog", "Authorization", "Basic " + credentials)
                .assertProblem(401, "unauthorized");

        assertThat(texts(entries("actor=?" + "x".repeat(254)), "action")).containsExactly("login.fail");
    }

    @Test
    void pagesAreNewestFirst() {
        String id = started(Requests.withoutKickoff());
        manager().withdraw(id, "A").assertStatus(200);

        JsonNode page = anonymous()
                .as("admin")
                .get(AUDIT + "?page=1&size=1&engagementId=" + id)
                .assertStatus(200)
                .json();
        assertThat(page.get("totalItems").asInt()).isEqualTo(2);
        assertThat(page.get("page").asInt()).isEqualTo(1);
        assertThat(texts(page.get("items"), "action")).containsExactly("engagement.start");
    }

    @Test
    void linesAreOldestFirst() {
        String id = started(Requests.withoutKickoff());
        manager().withdraw(id, "A\\nB").assertStatus(200);

        Answer answer = anonymous()
                .as("admin")
                .get(AUDIT + "?engagementId=" + id, "Accept", "application/x-ndjson")
                .assertStatus(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.get(0)).contains("engagement.start");
        assertThat(lines.get(1)).contains("engagement.withdraw");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=soon, to",
        "engagementId=1, engagementId",
        "page=-1, page",
        "size=201, size",
        "size=x, size",
        "actor=%00, actor"
    })
    void namesInvalidParameters(String parameters, String field) {
        anonymous().as("admin").get(AUDIT + "?" + parameters).assertInvalid(field);
    }

    private JsonNode entries(String parameters) {
        return entriesSince(start, parameters);
    }

    private JsonNode entriesSince(Instant from, String parameters) {
        return anonymous()
                .as("admin")
                .get("%s?from=%s&size=200&%s".formatted(AUDIT, from, parameters))
                .assertStatus(200)
                .json()
                .get("items");
    }
}
