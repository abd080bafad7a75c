package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request bodies: well-formedness, size and media type. */
abstract class BodyContract extends ContractTest {

    private static final int LIMIT = 64 * 1024;

    static Stream<Arguments> invalidJsonObjects() {
        String valid = Requests.valid().toString();
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("white space", " \n"),
                argumentSet("cut off", valid.substring(0, valid.length() - 1)),
                argumentSet("followed by something", valid + "x"),
                argumentSet("two objects", valid + valid),
                argumentSet("a comment", valid.replaceFirst("\\{", "{/* */")),
                argumentSet("single quotes", valid.replace('"', '\'')),
                argumentSet("a comma too much", valid.replaceFirst("}$", ",}")),
                argumentSet("a number with a leading zero", valid.replace("25000", "025000")),
                argumentSet("not a number", valid.replace("25000", "NaN")),
                argumentSet("a raw control character", valid.replace("Contoso", "Con\u0001toso")),
                argumentSet("a raw null character", valid.replace("Contoso", "Con\u0000toso")),
                argumentSet("an endless number", valid.replace("25000", "9".repeat(5000))),
                argumentSet("a member twice", valid.replaceFirst("\\{", "{\"licenses\":1,")),
                argumentSet("a nested member twice", valid.replace("\"name\"", "\"name\":\"Fabrikam\",\"name\"")),
                argumentSet("deep objects", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)),
                argumentSet("deep lists", valid.replace("[\"RFA\"]", "[".repeat(5000) + "]".repeat(5000))),
                argumentSet("a list", "[" + valid + "]"),
                argumentSet("text", "\"" + ENGAGEMENTS + "\""),
                argumentSet("null", "null"),
                argumentSet("XML", "<engagement/>"));
    }

    @ParameterizedTest
    @MethodSource("invalidJsonObjects")
    void rejectsBodiesThatAreNotJsonObjects(String body) {
        refused(() -> crm().post(ENGAGEMENTS, body)).assertInvalid("body");
    }

    @Test
    void rejectsBodiesThatAreNotUtf8() {
        byte[] body = Requests.valid().toString().replace("Contoso", "Compañía").getBytes(StandardCharsets.ISO_8859_1);

        refused(() -> crm().send("POST", ENGAGEMENTS, JSON, body)).assertInvalid("body");
    }

    @Test
    void rejectsArbitraryBytes() {
        refused(() -> crm().send("POST", ENGAGEMENTS, JSON, new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 1}))
                .assertInvalid("body");
    }

    @Test
    void locatesErrorsInMalformedJson() {
        Answer answer = refused(() -> crm().post(ENGAGEMENTS, "{\n\"externalId\": oops\n}"));

        assertThat(answer.message("body")).contains("line 2").doesNotContain("jackson", "Exception", "oops");
    }

    @Test
    void acceptsSixtyFourKibibytes() {
        crm().post(ENGAGEMENTS, padded(Requests.withoutKickoff(), LIMIT)).assertStatus(201);
    }

    @Test
    void rejectsOneByteMore() {
        String body = padded(Requests.valid(), LIMIT + 1);

        refused(() -> crm().post(ENGAGEMENTS, body)).assertProblem(413, "body-too-large");
    }

    @Test
    void rejectsLargeBodiesWithoutContentLength() {
        byte[] body = padded(Requests.valid(), LIMIT + 1).getBytes(StandardCharsets.UTF_8);

        refused(() -> crm().sendChunked("POST", ENGAGEMENTS, JSON, body)).assertProblem(413, "body-too-large");
    }

    @Test
    void acceptsBodiesWithoutContentLength() {
        byte[] body = Requests.withoutKickoff().toString().getBytes(StandardCharsets.UTF_8);

        crm().sendChunked("POST", ENGAGEMENTS, JSON, body).assertStatus(201);
    }

    @Test
    void checksTheSizeBeforeTheLengthOfValues() {
        ObjectNode body = Requests.valid().put("externalId", "x".repeat(LIMIT));

        refused(() -> crm().start(body)).assertProblem(413, "body-too-large");
    }

    @Test
    void allBodiesHaveTheSameLimit() {
        String id = started(Requests.withoutKickoff());
        String reason = "x".repeat(LIMIT);

        refused(() -> manager().withdraw(id, reason)).assertProblem(413, "body-too-large");
        refused(() -> manager().change(id, "{\"segment\": \"%s\"}".formatted(reason)))
                .assertProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/csv",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/merge-patch+json",
                "application/octet-stream",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "nonsense"
            })
    void rejectsOtherMediaTypes(String contentType) {
        byte[] body = Requests.valid().toString().getBytes(StandardCharsets.UTF_8);

        refused(() -> crm().send("POST", ENGAGEMENTS, contentType, body)).assertProblem(415, "unsupported-media-type");
    }

    @Test
    void rejectsBodiesWithoutAMediaType() {
        String body = Requests.valid().toString();

        refused(() -> crm().send("POST", ENGAGEMENTS, BodyPublishers.ofString(body)))
                .assertProblem(415, "unsupported-media-type");
    }

    @Test
    void rejectsFormsWithoutParsingThem() {
        byte[] form = "%=%zz".getBytes(StandardCharsets.UTF_8);
        String id = started(Requests.withoutKickoff());

        refused(() -> manager().send("PATCH", ENGAGEMENTS + "/" + id, "application/x-www-form-urlencoded", form))
                .assertProblem(415, "unsupported-media-type");
    }

    @Test
    void rejectsMalformedChunks() {
        refused(() -> RawRequest.to(crm())
                        .send(
                                "POST " + ENGAGEMENTS + "/import HTTP/1.1\n"
                                        + "Content-Type: text/csv\nTransfer-Encoding: chunked\n",
                                "nonsense\r\n"))
                .assertProblem(400, "bad-request");
    }

    @Test
    void acceptsACharsetParameter() {
        byte[] body = Requests.withoutKickoff().toString().getBytes(StandardCharsets.UTF_8);

        crm().send("POST", ENGAGEMENTS, "application/json; charset=UTF-8", body).assertStatus(201);
    }

    private static String padded(ObjectNode body, int length) {
        String text = body.toString();
        return text + " ".repeat(length - text.getBytes(StandardCharsets.UTF_8).length);
    }
}
