package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** A response of the application. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        return parsed(body);
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
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

    /** Asserts that the response is a problem document (RFC 9457). */
    Answer assertProblem(int expected, String type) {
        assertStatus(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("title").asText()).isNotBlank();
        assertThat(json().path("detail").asText()).isNotBlank();
        assertThat(json().path("type").asText()).endsWith("/" + type);
        return this;
    }

    /** Asserts that the request was rejected for exactly these fields. */
    Answer assertInvalid(String... fields) {
        assertProblem(400, "invalid-request");
        assertThat(errorFields()).as(body).containsExactlyInAnyOrder(fields);
        json().path("errors")
                .forEach(error -> assertThat(error.path("message").asText()).isNotBlank());
        return this;
    }

    /** Returns the message for a field. */
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

    /** Returns the values of a member in a list of objects. */
    static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.path(member).asText()));
        return texts;
    }
}
