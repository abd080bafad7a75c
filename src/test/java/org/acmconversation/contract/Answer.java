package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What the application answered. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    String id() {
        return json().path("id").asText();
    }

    Answer assertStatus(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** The answer is a problem document as RFC 9457 has it. */
    Answer assertProblem(int expected, String type) {
        assertStatus(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("title").asText()).isNotBlank();
        assertThat(json().path("detail").asText()).isNotBlank();
        assertThat(json().path("type").asText()).endsWith("/" + type);
        return this;
    }

    /** The request was refused for just these fields. */
    Answer assertInvalid(String... fields) {
        assertProblem(400, "invalid-request");
        assertThat(errorFields()).as(body).containsExactlyInAnyOrder(fields);
        json().path("errors")
                .forEach(error -> assertThat(error.path("message").asText()).isNotBlank());
        return this;
    }

    /** What is said of a field. */
    String message(String field) {
        for (JsonNode error : json().path("errors")) {
            if (error.path("field").asText().equals(field)) {
                return error.path("message").asText();
            }
        }
        throw new AssertionError("Nothing is said of " + field + ": " + body);
    }

    private List<String> errorFields() {
        return texts(json().path("errors"), "field");
    }

    /** The values that a member has in the objects of a list. */
    static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.path(member).asText()));
        return texts;
    }
}
