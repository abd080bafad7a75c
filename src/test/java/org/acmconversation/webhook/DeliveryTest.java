package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What becomes of a message depends on the attempt to send it. */
class DeliveryTest {

    private static final WebhookProperties PROPERTIES = new Binder(new MapConfigurationPropertySource(Map.of(
                    "acm.webhook.url", "http://127.0.0.1:1/",
                    "acm.webhook.secret", "0123456789abcdef0123456789abcdef",
                    "acm.webhook.answer-timeout", "7s",
                    "acm.webhook.backoff", "10s",
                    "acm.webhook.max-attempts", "3")))
            .bind("acm.webhook", WebhookProperties.class)
            .get();

    private final WebhookMessages messages = mock(WebhookMessages.class);
    private final WebhookClient client = mock(WebhookClient.class);
    private final Delivery delivery = new Delivery(messages, client, PROPERTIES);

    @Test
    void claimsMessagesForTheTimeOfAnAttempt() {
        when(messages.claim(5, Duration.ofSeconds(7))).thenReturn(List.of(attempt(1)));

        assertThat(delivery.claim(5)).hasSize(1);
    }

    @Test
    void successEndsTheDelivery() throws InterruptedException {
        Message message = attempt(1);
        when(client.send(message)).thenReturn(Attempt.delivered());

        delivery.deliver(message);

        verify(messages).delivered(message);
        verifyNoMoreInteractions(messages);
    }

    @Test
    void failuresAreRetriedAfterAWhile() throws InterruptedException {
        Message message = attempt(2);
        when(client.send(message)).thenReturn(Attempt.failed("answer 500"));

        delivery.deliver(message);

        ArgumentCaptor<Duration> wait = ArgumentCaptor.captor();
        verify(messages).retry(eq(message), wait.capture(), eq("answer 500"));
        verifyNoMoreInteractions(messages);
        assertThat(wait.getValue()).isBetween(Duration.ofMillis(22_500), Duration.ofSeconds(30));
    }

    @Test
    void theLastFailureMakesADeadLetter() throws InterruptedException {
        Message message = attempt(3);
        when(client.send(message)).thenReturn(new Attempt("answer 500", Duration.ofSeconds(5)));

        delivery.deliver(message);

        verify(messages).giveUp(message, "answer 500");
        verifyNoMoreInteractions(messages);
    }

    private static Message attempt(int number) {
        return new Message(UUID.randomUUID(), UUID.randomUUID(), 1, "{}", number);
    }
}
