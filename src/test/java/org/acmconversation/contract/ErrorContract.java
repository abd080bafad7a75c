package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Errors that do not depend on an operation. */
@ExtendWith(OutputCaptureExtension.class)
abstract class ErrorContract extends ContractTest {

    @Test
    void unexpectedErrorsRevealOnlyALogId(CapturedOutput log) {
        database.execute("alter table idempotent_answer rename to idempotent_answer_away");
        Answer answer;
        try {
            answer = crm().start(
                            Requests.valid(),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
        } finally {
            database.execute("alter table idempotent_answer_away rename to idempotent_answer");
        }

        answer.assertProblem(500, "unexpected-error");
        String errorId = answer.json().path("errorId").asText();
        assertThat(UUID.fromString(errorId)).hasToString(errorId);
        assertThat(log.getAll()).contains(errorId).contains("BadSqlGrammarException");
        assertThat(answer.body())
                .doesNotContainIgnoringCase("idempotent_answer")
                .doesNotContainIgnoringCase("sql")
                .doesNotContain("Exception", "org.", "\\tat ");
    }

    @Test
    void unexpectedErrorsChangeNothing() {
        awaitIdle();
        int engagements = count("engagement");
        database.execute("alter table timeline_entry rename to timeline_entry_away");
        try {
            crm().start(Requests.valid()).assertProblem(500, "unexpected-error");
        } finally {
            database.execute("alter table timeline_entry_away rename to timeline_entry");
        }

        assertThat(count("engagement")).isEqualTo(engagements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api", "/api/engagements/", "/api/ftop-catalog/4047"})
    void unknownPathsAreNotFound(String path) {
        manager().get(path).assertProblem(404, "not-found");
    }

    @Test
    void unsupportedMethodsListTheAllowedOnes() {
        String id = UUID.randomUUID().toString();

        Answer deletion = manager().send("DELETE", ENGAGEMENTS + "/" + id, BodyPublishers.noBody());
        Answer replacement = manager().send("PUT", ENGAGEMENTS, ApiClient.JSON, "{}".getBytes());

        assertThat(deletion.assertProblem(405, "method-not-allowed").header("Allow"))
                .contains("GET", "PATCH");
        assertThat(replacement.assertProblem(405, "method-not-allowed").header("Allow"))
                .contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "image/png"})
    void rejectsUnsupportedAcceptHeaders(String mediaType) {
        manager().get(ENGAGEMENTS, "Accept", mediaType).assertProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "application/json"})
    void problemsIgnoreTheAcceptHeader(String mediaType) {
        manager().get("/api/nothing", "Accept", mediaType).assertProblem(404, "not-found");
        anonymous().get(ENGAGEMENTS, "Accept", mediaType).assertProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/engagements/%00",
                "/api/engagements/a;b",
                "/api/engagements/a%2Fb",
                "/api/engagements/a%5Cb",
                "/api/engagements/..%2f..%2f",
                "/api//engagements"
            })
    void rejectsMisleadingPaths(String path) {
        manager().get(path).assertProblem(400, "bad-request");
    }

    @Test
    void rejectsUnknownMethods() {
        for (String path : new String[] {ENGAGEMENTS, "/engine-rest/task", "/login"}) {
            RawRequest.to(manager())
                    .send("NONSENSE " + path + " HTTP/1.1\n", "")
                    .assertProblem(400, "bad-request");
        }
    }

    @Test
    void rejectsInvalidHttp() {
        RawRequest.to(manager()).send("NONSENSE\n", "").assertProblem(400, "bad-request");
    }

    @Test
    void responsesForbidSniffingAndCaching() {
        Answer answer = manager().get(ENGAGEMENTS);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Server")).isNull();
    }
}
