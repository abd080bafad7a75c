package org.acmconversation.notification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.acmconversation.outbound.BoundedHttp;
import org.acmconversation.outbound.LimitedBody;
import org.acmconversation.outbound.RetryAfter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Posts cards to Workflows webhooks. */
@Component
class TeamsClient {

    private static final int MAX_ANSWER_LENGTH = 16_384;
    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    /** When Teams throttles, the webhook responds with 200 and says so in the body. */
    private static final Pattern HIDDEN_TOO_MANY =
            Pattern.compile("HTTP error 429|TooManyRequests|\"(statusCode|status|code)\"\\s*:\\s*\"?429\\b");

    /** How Workflows responds for a flow that was turned off or deleted. */
    private static final Pattern NO_FLOW =
            Pattern.compile("WorkflowNotFound|WorkflowTriggerIsNotEnabled|WorkflowDisabled|TriggerNotFound");

    /** Created at first use, since it has a thread. */
    private final SingletonSupplier<BoundedHttp> http;

    private final Clock clock;

    TeamsClient(TeamsProperties properties, Clock clock) {
        this.http = SingletonSupplier.of(() -> new BoundedHttp(properties.answerTimeout(), properties.answerTimeout()));
        this.clock = clock;
    }

    /** The outcome of a post. */
    enum Outcome {
        POSTED,
        THROTTLED,
        /** The flow no longer exists. */
        GONE,
        FAILED
    }

    /**
     * An outcome and its reason.
     *
     * @param retryAfter the delay that Teams asks for; zero if none
     */
    record Attempt(Outcome outcome, String failure, Duration retryAfter) {

        Attempt(Outcome outcome, String failure) {
            this(outcome, failure, Duration.ZERO);
        }
    }

    Attempt post(URI address, String card) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "acm-conversation")
                .POST(BodyPublishers.ofString(card, StandardCharsets.UTF_8))
                .build();
        try {
            return attempt(http.obtain().send(request, head -> new LimitedBody(MAX_ANSWER_LENGTH)));
        } catch (TimeoutException e) {
            return new Attempt(Outcome.FAILED, "no answer in time");
        } catch (ExecutionException e) {
            return new Attempt(
                    Outcome.FAILED,
                    "no answer: "
                            + Objects.requireNonNull(e.getCause()).getClass().getSimpleName());
        }
    }

    private Attempt attempt(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        boolean isOk = status >= OK && status < NO_LONGER_OK;
        if (status == TOO_MANY || isOk && HIDDEN_TOO_MANY.matcher(body).find()) {
            Duration retryAfter = answer.headers()
                    .firstValue("Retry-After")
                    .flatMap(value -> RetryAfter.read(value, clock.instant()))
                    .orElse(Duration.ZERO);
            return new Attempt(Outcome.THROTTLED, "answer 429", retryAfter);
        }
        if (isOk) {
            return new Attempt(Outcome.POSTED, "");
        }
        boolean isGone = status == NOT_FOUND
                || status == GONE
                || status == BAD_REQUEST && NO_FLOW.matcher(body).find();
        return new Attempt(isGone ? Outcome.GONE : Outcome.FAILED, "answer " + status);
    }
}
