package org.acmconversation.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** An HTTP client for the running application, with the credentials of a local account or none. */
class ApiClient {

    static final String ENGAGEMENTS = "/api/engagements";
    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String CSV = "text/csv";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String user;

    private ApiClient(int port, String user) {
        this.port = port;
        this.user = user;
    }

    static ApiClient anonymous(int port) {
        return new ApiClient(port, null);
    }

    /** Returns a client with the credentials of an account, whose password is its name. */
    ApiClient as(String account) {
        return new ApiClient(port, account);
    }

    int port() {
        return port;
    }

    /** Returns the value of the header {@code Authorization}. */
    String authorization() {
        byte[] credentials = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Posts JSON. */
    Answer post(String path, String body, String... headers) {
        return send("POST", path, JSON, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, JsonNode body, String... headers) {
        return post(path, body.toString(), headers);
    }

    /** Starts an engagement. */
    Answer start(JsonNode body, String... headers) {
        return post(ENGAGEMENTS, body, headers);
    }

    Answer change(String id, String patch) {
        return send("PATCH", ENGAGEMENTS + "/" + id, MERGE_PATCH, patch.getBytes(StandardCharsets.UTF_8));
    }

    Answer withdraw(String id, String reason) {
        return post(ENGAGEMENTS + "/" + id + "/withdrawal", "{\"reason\": \"%s\"}".formatted(reason));
    }

    Answer importRows(byte[] csv) {
        return send("POST", ENGAGEMENTS + "/import", CSV, csv);
    }

    Answer send(String method, String path, String contentType, byte[] body, String... headers) {
        return send(method, path, BodyPublishers.ofByteArray(body), and(headers, "Content-Type", contentType));
    }

    /** Sends a body without a {@code Content-Length}. */
    Answer sendChunked(String method, String path, String contentType, byte[] body) {
        return send(
                method,
                path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                contentType);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(Duration.ofMinutes(5))
                .method(method, body);
        if (user != null) {
            request.header("Authorization", authorization());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s got no answer".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    private static String[] and(String[] headers, String name, String value) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
