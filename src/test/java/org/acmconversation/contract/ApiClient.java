package org.acmconversation.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client of the API: sends requests with a login and reads the answers as JSON. */
class ApiClient {

    static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String user;

    ApiClient(int port, String user) {
        this.port = port;
        this.user = user;
    }

    ApiClient as(String otherUser) {
        return new ApiClient(port, otherUser);
    }

    /** An answer; its JSON is null where its body is empty or something else. */
    record Answer(int status, HttpResponse<String> response, JsonNode json) {

        String type() {
            return json.path("type").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json, String... headers) {
        return post(path, BodyPublishers.ofString(json), JSON, headers);
    }

    Answer post(String path, BodyPublisher body, String contentType, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(body);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer patch(String path, String json, String contentType) {
        return send(request(path).header("Content-Type", contentType).method("PATCH", BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (user != null) {
            String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + login);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = contentType.contains("json") ? MAPPER.readTree(response.body()) : null;
            return new Answer(response.statusCode(), response, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
