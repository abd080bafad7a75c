package org.acmconversation.webhook;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.outbound.QuietMode;
import org.junit.jupiter.api.Test;

/** Errors do not end the webhook's threads. */
class DeliveryPollerTest {

    private static final WebhookProperties PROPERTIES = new WebhookProperties(
            null,
            null,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1,
            Duration.ofMillis(10),
            Duration.ofMinutes(1),
            Duration.ofDays(1));

    private static final Message MESSAGE = new Message(UUID.randomUUID(), UUID.randomUUID(), 1, "{}", 1);

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();

    private final Delivery delivery = new Delivery(null, null, PROPERTIES) {
        @Override
        List<Message> claim(int atMost) {
            return switch (looks.incrementAndGet()) {
                case 1 -> throw new IllegalArgumentException("nobody expected this");
                case 2 -> throw new NoClassDefFoundError("nor this");
                default -> List.of(MESSAGE);
            };
        }

        @Override
        void deliver(Message message) {
            if (deliveries.incrementAndGet() % 2 == 0) {
                throw new StackOverflowError();
            }
            throw new IllegalArgumentException("nobody expected this");
        }
    };

    @Test
    void keepsPollingAndSendingAfterUnexpectedErrors() {
        var poller = new DeliveryPoller(delivery, new DeliverySignal(), PROPERTIES, new QuietMode(false));
        poller.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries.get() > 4);
        } finally {
            poller.stop();
        }
    }
}
