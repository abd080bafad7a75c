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
import java.util.concurrent.Executors;

/** The other system: keeps what it gets, and takes it unless a test says otherwise for the engagement. */
class Receiver {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final Map<UUID, Behaviour> behaviours = new ConcurrentHashMap<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The receiver did not start", e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What came in a request, and what it was answered with. */
    record Received(String path, Headers headers, String body, JsonNode event, int status) {

        long number() {
            return event.get("number").asLong();
        }

        String type() {
            return event.get("type").asText().replace("org.acmconversation.", "");
        }
    }

    /** Answers a request: returns the status; may set headers and may take its time. */
    interface Behaviour {
        int answer(JsonNode event, Headers answer) throws InterruptedException;
    }

    String url() {
        return "http://127.0.0.1:%d/events".formatted(server.getAddress().getPort());
    }

    void whenItIsAbout(UUID engagementId, Behaviour behaviour) {
        behaviours.put(engagementId, behaviour);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode event = JSON.readTree(body);
            UUID subject = UUID.fromString(event.get("subject").asText());
            int status = behaviours
                    .getOrDefault(subject, (about, headers) -> 204)
                    .answer(event, exchange.getResponseHeaders());
            all.add(new Received(
                    exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body, event, status));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that came about an engagement, in the order in which it was answered. */
    List<Received> about(UUID engagementId) {
        return all.stream()
                .filter(one -> one.event().get("subject").asText().equals(engagementId.toString()))
                .toList();
    }

    /** What of it was taken. */
    List<Received> taken(UUID engagementId) {
        return about(engagementId).stream().filter(one -> one.status() < 300).toList();
    }
}
