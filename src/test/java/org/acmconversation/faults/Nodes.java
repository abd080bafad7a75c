package org.acmconversation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All nodes, as through a load balancer: if one does not respond, the request goes to the next. */
class Nodes {

    private static final Logger log = LoggerFactory.getLogger(Nodes.class);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOBODY_ANSWERED = 0;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Node> nodes;

    Nodes(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** @param status 0 if no node responded; the request may have been handled nevertheless */
    record Answer(int status, JsonNode body) {}

    /** Restricts the load balancer to these nodes. */
    void only(Node... these) {
        nodes = List.of(these);
    }

    Answer get(String path) {
        return ask("GET", path, "manager", "");
    }

    Answer post(String path, String user, String body, String... headers) {
        return ask("POST", path, user, body, headers);
    }

    Answer ask(String method, String path, String user, String body, String... headers) {
        List<Node> balanced = nodes;
        for (int attempt = 0; attempt < balanced.size(); attempt++) {
            Node node = balanced.get(Math.floorMod(turn.getAndIncrement(), balanced.size()));
            var request = HttpRequest.newBuilder(node.uri(path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", basic(user))
                    .method(method, BodyPublishers.ofString(body));
            if (!body.isEmpty()) {
                request.header(
                        "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            try {
                HttpResponse<String> answer =
                        http.sendAsync(request.build(), BodyHandlers.ofString()).get(30, TimeUnit.SECONDS);
                return new Answer(
                        answer.statusCode(),
                        answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body()));
            } catch (ExecutionException | TimeoutException | IOException killed) {
                log.debug("{} does not answer", node.uri(path), killed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for an answer", e);
            }
        }
        return new Answer(NOBODY_ANSWERED, MissingNode.getInstance());
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
