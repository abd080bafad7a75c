package org.acmconversation.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.acmconversation.outbound.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Sends one message and records the result. */
@Component
@ConditionalOnWebhook
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final WebhookMessages messages;
    private final WebhookClient client;
    private final Backoff backoff;
    private final Duration timeout;
    private final int maxAttempts;

    Delivery(WebhookMessages messages, WebhookClient client, WebhookProperties properties) {
        this.messages = messages;
        this.client = client;
        this.backoff = new Backoff(
                properties.backoff(),
                properties.maxBackoff(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.timeout = properties.answerTimeout();
        this.maxAttempts = properties.maxAttempts();
    }

    /** Claims due messages, which must be sent at once. */
    List<Message> claim(int atMost) {
        return messages.claim(atMost, timeout);
    }

    /** Sends a claimed message. */
    void deliver(Message message) throws InterruptedException {
        try (var ignored =
                MDC.putCloseable("engagementId", message.engagementId().toString())) {
            Attempt attempt = client.send(message);
            String failure = attempt.failure();
            if (failure == null) {
                messages.delivered(message);
                log.debug("Event {} of engagement {} was delivered", message.number(), message.engagementId());
            } else if (message.attempts() >= maxAttempts) {
                messages.giveUp(message, failure);
                log.warn(
                        "Event {} of engagement {} is a dead letter after {} attempts: {}",
                        message.number(),
                        message.engagementId(),
                        message.attempts(),
                        failure);
            } else {
                Duration wait = backoff.after(message.attempts(), attempt.retryAfter());
                messages.retry(message, wait, failure);
                log.info(
                        "Event {} of engagement {} failed and will be sent again in {}: {}",
                        message.number(),
                        message.engagementId(),
                        wait,
                        failure);
            }
        }
    }
}
