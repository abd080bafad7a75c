package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.CSV;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.acmconversation.contract.ApiClient.MERGE_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization: 401 without a login, 403 without permission. */
abstract class AccessContract extends ContractTest {

    private static final String UNKNOWN = ENGAGEMENTS + "/3f2c0000-0000-4000-8000-000000000000";

    private static final List<String> EVERYBODY =
            List.of("manager", "lead", "engineer", "partner", "analyst", "operator", "admin", "crm");

    /** The API's requests and the accounts that may send them; authorized requests are rejected for another reason. */
    enum Request {
        LIST("GET", ENGAGEMENTS + "?size=0", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        READ("GET", UNKNOWN, null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        READ_FTOP_TASKS("GET", UNKNOWN + "/ftop-tasks", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        READ_TIMELINE("GET", UNKNOWN + "/timeline", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        READ_ANSWERS("GET", UNKNOWN + "/answers", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        READ_OWN_WORK("GET", "/api/me/completed?size=0", null, "manager", "engineer", "partner", "admin"),
        READ_DRAFT("GET", "/api/tasks/unknown/draft", null, "manager", "engineer", "partner", "admin"),
        SAVE_DRAFT("PUT", "/api/tasks/unknown/draft", JSON, "manager", "engineer", "partner", "admin"),
        COMMENT("POST", "/api/tasks/unknown/comments", JSON, "manager", "lead", "engineer", "partner", "admin"),
        READ_COMMENTS("GET", UNKNOWN + "/comments", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        READ_RECEIVERS("GET", "/api/tasks/unknown/receivers", null, "manager", "lead", "admin"),
        ASSIGN_MANY("POST", "/api/tasks/assignments", JSON, "lead", "admin"),
        READ_NEXT("GET", "/api/tasks/unknown/next", null, "manager", "engineer", "partner", "admin"),
        START("POST", ENGAGEMENTS, JSON, "manager", "lead", "admin", "crm"),
        IMPORT("POST", ENGAGEMENTS + "/import", CSV, "manager", "lead", "admin", "crm"),
        PREVIEW("POST", ENGAGEMENTS + "/preview", JSON, "manager", "lead", "admin", "crm"),
        EXPORT("GET", ENGAGEMENTS + ".csv?status=DONE", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        CHANGE("PATCH", UNKNOWN, MERGE_PATCH, "manager", "admin"),
        RESCHEDULE("POST", UNKNOWN + "/conversation", JSON, "manager", "lead", "engineer", "partner", "admin"),
        WITHDRAW("POST", UNKNOWN + "/withdrawal", JSON, "manager", "admin"),
        FIND_SIMILAR("GET", ENGAGEMENTS + "/similar", null, "manager", "lead", "engineer", "partner", "admin", "crm"),
        SAVE_VIEW("PUT", "/api/views/unfit", JSON, "manager", "lead", "engineer", "partner", "admin"),
        CHOOSE_LANGUAGE(
                "PUT",
                "/api/me",
                JSON,
                "manager",
                "lead",
                "engineer",
                "partner",
                "analyst",
                "operator",
                "admin",
                "crm"),
        PORTFOLIO("GET", "/api/portfolio?from=x", null, "manager", "lead", "operator", "admin"),
        AUDIT("GET", "/api/audit?size=0", null, "admin");

        private final String method;
        private final String path;
        private final String contentType;
        private final List<String> users;

        Request(String method, String path, String contentType, String... users) {
            this.method = method;
            this.path = path;
            this.contentType = contentType;
            this.users = List.of(users);
        }

        Answer send(ApiClient client) {
            return contentType == null
                    ? client.get(path)
                    : client.send(method, path, contentType, "{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void requiresALogin(Request request) {
        Answer answer = refused(() -> request.send(anonymous())).assertProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsUnknownUsers(Request request) {
        refused(() -> request.send(anonymous().as("nobody-" + request))).assertProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsRolesWithoutPermission(Request request) {
        for (String user : EVERYBODY) {
            Answer answer = refused(() -> request.send(anonymous().as(user)));
            if (request.users.contains(user)) {
                assertThat(answer.status()).as(user).isIn(400, 404);
            } else {
                answer.assertProblem(403, "forbidden");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE"})
    void otherMethodsDoNotBypassReadPermission(String method) {
        for (String user : List.of("analyst", "operator")) {
            Answer answer = refused(() -> anonymous().as(user).send(method, UNKNOWN, JSON, new byte[0]));
            assertThat(answer.status()).as(user).isEqualTo(403);
        }
    }

    @Test
    void everyRoleReadsTheCatalog() {
        anonymous().get("/api/ftop-catalog").assertProblem(401, "unauthorized");
        for (String user : EVERYBODY) {
            anonymous().as(user).get("/api/ftop-catalog").assertStatus(200);
        }
    }

    @Test
    void engineRestRequiresALogin() {
        anonymous().get("/engine-rest/task").assertProblem(401, "unauthorized");
        anonymous().as("nobody").get("/engine-rest/engine").assertProblem(401, "unauthorized");
    }

    @Test
    void locksKnownAndUnknownUserNamesAfterFailedLogins() {
        String user = "spare" + UUID.randomUUID().toString().replace("-", "");
        anonymous()
                .as("admin")
                .post(
                        "/engine-rest/user/create",
                        "{\"profile\": {\"id\": \"%1$s\"}, \"credentials\": {\"password\": \"%1$s\"}}".formatted(user))
                .assertStatus(204);
        anonymous().as(user).get("/api/ftop-catalog").assertStatus(200);

        for (String name : List.of(user, "stranger-" + user)) {
            for (int failure = 0; failure < 10; failure++) {
                withWrongPassword(name).assertProblem(401, "unauthorized");
            }
            Answer locked = withWrongPassword(name).assertProblem(429, "too-many-logins");
            assertThat(locked.header("Retry-After")).isEqualTo("300");
        }
        anonymous().as(user).get("/api/ftop-catalog").assertProblem(429, "too-many-logins");
        crm().get("/api/ftop-catalog").assertStatus(200);
    }

    @Test
    void concurrentAttemptsDoNotExceedTheLimit() {
        String name = "stranger-" + UUID.randomUUID();

        List<Answer> answers = atOnce(30, number -> withWrongPassword(name));

        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeLessThanOrEqualTo(10);
        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        withWrongPassword(name).assertProblem(429, "too-many-logins");
    }

    private Answer withWrongPassword(String name) {
        byte[] credentials = (name + ":wrong").getBytes(StandardCharsets.UTF_8);
        return anonymous()
                .get(
                        "/api/ftop-catalog",
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    @Test
    void clientsGetNoSession() {
        Answer answer = crm().get(ENGAGEMENTS).assertStatus(200);

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }
}
