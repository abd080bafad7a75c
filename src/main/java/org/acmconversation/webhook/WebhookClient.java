package org.acmconversation.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.acmconversation.outbound.BoundedHttp;
import org.acmconversation.outbound.RetryAfter;
import org.springframework.stereotype.Component;

/** Sends messages to the receiver. Redirects are not followed, so events go only to the configured URL. */
@Component
@ConditionalOnWebhook
class WebhookClient {

    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;

    private final BoundedHttp http;
    private final URI address;
    private final Signature signature;
    private final Duration timeout;
    private final Clock clock;

    WebhookClient(WebhookProperties properties, Clock clock) {
        this.http = new BoundedHttp(properties.connectTimeout(), properties.answerTimeout());
        this.address = properties.address();
        this.signature = new Signature(properties.secret());
        this.timeout = properties.answerTimeout();
        this.clock = clock;
    }

    /** Sends a message and waits for the response. */
    Attempt send(Message message) throws InterruptedException {
        Instant now = clock.instant();
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header("User-Agent", "acm-conversation")
                .header("X-ACM-Event-Id", message.id().toString())
                .header("X-ACM-Timestamp", Long.toString(now.getEpochSecond()))
                .header("X-ACM-Signature", signature.of(now, message.body()))
                .POST(BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8))
                .build();
        try {
            return attempt(http.send(request, head -> new DiscardedBody()), now);
        } catch (TimeoutException e) {
            return Attempt.failed("no response within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Attempt.failed("no response: "
                    + Objects.requireNonNull(e.getCause()).getClass().getSimpleName());
        }
    }

    private static Attempt attempt(HttpResponse<Void> answer, Instant now) {
        if (answer.statusCode() >= OK && answer.statusCode() < NO_LONGER_OK) {
            return Attempt.delivered();
        }
        Duration retryAfter = answer.headers()
                .firstValue("Retry-After")
                .flatMap(value -> RetryAfter.read(value, now))
                .orElse(Duration.ZERO);
        return new Attempt("answer " + answer.statusCode(), retryAfter);
    }
}
