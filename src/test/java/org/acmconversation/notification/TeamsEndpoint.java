package org.acmconversation.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.acmconversation.loopback.OneTimeHook;

/** A Workflows webhook that records cards and responds as configured. */
public class TeamsEndpoint implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<JsonNode> cards = new CopyOnWriteArrayList<>();
    private final OneTimeHook beforeAnswer = new OneTimeHook();
    private final OneTimeHook afterAnswer = new OneTimeHook();
    private volatile int status = 202;
    private volatile String body = "";

    public TeamsEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:%d/workflows/secret"
                .formatted(server.getAddress().getPort()));
    }

    void answer(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    /** Returns all cards, whatever the response was. */
    public List<JsonNode> cards() {
        return cards;
    }

    /** Runs after a card has arrived and before the response. */
    public OneTimeHook beforeAnswer() {
        return beforeAnswer;
    }

    /** Runs after the response. */
    public OneTimeHook afterAnswer() {
        return afterAnswer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        cards.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        beforeAnswer.run();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
        afterAnswer.run();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
