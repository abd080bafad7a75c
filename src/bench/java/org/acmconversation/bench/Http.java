package org.acmconversation.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Sends requests to a contender, and fails unless they succeed. */
class Http {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String baseUrl;

    Http(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** @param headers alternating names and values */
    JsonNode get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** @param headers alternating names and values */
    JsonNode post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /**
     * Sends a file and waits for the response without a timeout.
     *
     * @param headers alternating names and values
     */
    JsonNode postFile(String path, Path file, String contentType, String... headers) {
        try {
            return send(request(path, contentType, headers)
                    .POST(BodyPublishers.ofFile(file))
                    .build());
        } catch (FileNotFoundException e) {
            throw new IllegalStateException("There is no " + file, e);
        }
    }

    /**
     * Posts without a body and waits for the response without a timeout.
     *
     * @param headers alternating names and values
     */
    JsonNode postAtLength(String path, String... headers) {
        return send(request(path, "application/json", headers)
                .POST(BodyPublishers.noBody())
                .build());
    }

    /**
     * Downloads a file without storing it.
     *
     * @param headers alternating names and values
     * @return its size in bytes
     */
    long download(String path, String... headers) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(path, "text/plain", headers).GET().build(), BodyHandlers.ofInputStream());
            try (InputStream file = answer.body()) {
                long bytes = file.transferTo(OutputStream.nullOutputStream());
                if (answer.statusCode() >= 300) {
                    throw new IllegalStateException("%s: %d".formatted(path, answer.statusCode()));
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private JsonNode send(String method, String path, String json, String... headers) {
        return send(request(path, "application/json", headers)
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String contentType, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Content-Type", contentType);
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s: %d %s".formatted(request, answer.statusCode(), answer.body()));
            }
            return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
