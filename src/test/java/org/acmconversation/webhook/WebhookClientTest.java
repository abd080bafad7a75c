package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A misbehaving receiver does not block the sender. */
@Timeout(20)
class WebhookClientTest {

    /** Longer than a busy machine takes to respond. */
    private static final String PATIENT = "10s";

    private static final Message MESSAGE = new Message(UUID.randomUUID(), UUID.randomUUID(), 1, "{}", 1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void cancelsAnEndlessResponse() throws InterruptedException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    body.write(new byte[1024]);
                }
            }
        });

        assertThat(send().failure()).isNull();
    }

    @Test
    void timesOutOnAnIncompleteResponse() throws InterruptedException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            awaitEnd();
        });

        assertThat(client(address(), "300ms").send(MESSAGE).failure()).isEqualTo("no response within 300 ms");
    }

    @Test
    void failsIfNobodyListens() throws InterruptedException {
        Attempt attempt = client("http://127.0.0.1:1/", PATIENT).send(MESSAGE);

        assertThat(attempt.failure()).isEqualTo("no response: ConnectException");
        assertThat(attempt.retryAfter()).isZero();
    }

    @Test
    void parsesRetryAfter() throws InterruptedException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });

        assertThat(send()).isEqualTo(new Attempt("answer 429", Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({"200, true", "299, true", "300, false", "404, false"})
    void onlyStatus2xxMeansDelivered(int status, boolean isDelivered) throws InterruptedException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        assertThat(send()).isEqualTo(isDelivered ? Attempt.delivered() : Attempt.failed("answer " + status));
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Attempt send() throws InterruptedException {
        return client(address(), PATIENT).send(MESSAGE);
    }

    private String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    private static WebhookClient client(String url, String answerTimeout) {
        var settings = new MapConfigurationPropertySource(Map.of(
                "acm.webhook.url", url,
                "acm.webhook.secret", "0123456789abcdef0123456789abcdef",
                "acm.webhook.answer-timeout", answerTimeout));
        return new WebhookClient(
                new Binder(settings)
                        .bind("acm.webhook", WebhookProperties.class)
                        .get(),
                Clock.systemUTC());
    }
}
