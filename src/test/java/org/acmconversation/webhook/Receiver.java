package org.acmconversation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A webhook receiver that records requests. It accepts them unless a test defines another behavior for an engagement.
 */
public class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final Map<UUID, Behavior> behaviors = new ConcurrentHashMap<>();

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The receiver did not start", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A request and the response status. */
    public record Received(String path, Headers headers, String body, JsonNode event, int status) {

        public long number() {
            return event.get("number").asLong();
        }

        String type() {
            return event.get("type").asText().replace("org.acmconversation.", "");
        }
    }

    /** Handles a request: returns the status, and may set headers or block. */
    interface Behavior {
        int answer(JsonNode event, Headers answer) throws InterruptedException;
    }

    public String url() {
        return "http://127.0.0.1:%d/events".formatted(server.getAddress().getPort());
    }

    void whenItIsAbout(UUID engagementId, Behavior behavior) {
        behaviors.put(engagementId, behavior);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode event = JSON.readTree(body);
            UUID subject = UUID.fromString(event.get("subject").asText());
            int status = behaviors
                    .getOrDefault(subject, (about, headers) -> 204)
                    .answer(event, exchange.getResponseHeaders());
            all.add(new Received(
                    exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body, event, status));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All requests, in the order of the responses. */
    public List<Received> all() {
        return all;
    }

    /** All requests about an engagement, in the order of the responses. */
    List<Received> about(UUID engagementId) {
        return all.stream()
                .filter(one -> one.event().get("subject").asText().equals(engagementId.toString()))
                .toList();
    }

    /** The accepted ones. */
    List<Received> taken(UUID engagementId) {
        return about(engagementId).stream().filter(one -> one.status() < 300).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
