package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.webhook.Receiver.Received;
import org.junit.jupiter.api.Test;

/** Delivery while the receiver, the network or a node fails. */
abstract class FailureContract extends WebhookFixture {

    @Test
    void retriesUntilDeliveredWhileLaterMessagesWait() {
        var failures = new AtomicInteger(2);
        UUID id = engagementWhose(2, (event, headers) -> failures.getAndDecrement() > 0 ? 503 : 200);
        publish(id, "A");
        publish(id, "B");

        assertThat(awaitTaken(id, 3)).extracting(Received::number).containsExactly(1L, 2L, 3L);
        List<Received> all = RECEIVER.about(id);
        assertThat(all).extracting(Received::number).containsExactly(1L, 2L, 2L, 2L, 3L);
        assertThat(all.subList(1, 4))
                .extracting(one -> one.headers().getFirst("X-ACM-Event-Id"))
                .containsOnly(all.get(1).event().get("id").asText());
    }

    @Test
    void retriesAfterATimeout() {
        var isFirst = new AtomicBoolean(true);
        var secondCame = new CountDownLatch(1);
        UUID id = engagementWhose(2, (event, headers) -> {
            if (isFirst.getAndSet(false)) {
                return secondCame.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS) ? 500 : 200;
            }
            secondCame.countDown();
            return 200;
        });
        publish(id, "A");
        publish(id, "B");

        assertThat(awaitTaken(id, 3)).extracting(Received::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void doesNotFollowRedirects() {
        var isFirst = new AtomicBoolean(true);
        UUID id = engagementWhose(2, (event, headers) -> {
            headers.set("Location", "/elsewhere");
            return isFirst.getAndSet(false) ? 307 : 200;
        });
        publish(id, "A");
        awaitTaken(id, 2);

        assertThat(RECEIVER.about(id)).extracting(Received::status).containsExactly(204, 307, 200);
        assertThat(RECEIVER.about(id)).extracting(Received::path).containsOnly("/events");
    }

    @Test
    void deadLetterBlocksOnlyItsEngagementUntilReplayed() {
        var isDown = new AtomicBoolean(true);
        UUID id = engagementWhose(2, (event, headers) -> isDown.get() ? 500 : 200);
        publish(id, "A");
        publish(id, "B");

        DeadLetter letter = awaitDeadLetter(id);
        assertThat(letter.number()).isEqualTo(2);
        assertThat(letter.attempts()).isEqualTo(3);
        assertThat(letter.failure()).isEqualTo("answer 500");
        assertThat(letter.waitingBehind()).isEqualTo(1);
        awaitTaken(engagement(false), 1);
        assertThat(RECEIVER.about(id)).extracting(Received::number).containsExactly(1L, 2L, 2L, 2L);

        isDown.set(false);
        deadLetters.replay(letter.id());
        assertThat(awaitTaken(id, 3)).extracting(Received::number).containsExactly(1L, 2L, 3L);
        assertThat(deadLettersOf(id)).isEmpty();
    }

    @Test
    void discardingADeadLetterReleasesLaterEvents() {
        UUID id = engagementWhose(2, (event, headers) -> 400);
        publish(id, "A");
        publish(id, "B");
        deadLetters.discard(awaitDeadLetter(id).id());

        assertThat(awaitTaken(id, 2)).extracting(Received::number).containsExactly(1L, 3L);
    }

    @Test
    void resubmitsEventsThatANodeLeftInTheRegistry() throws JsonProcessingException {
        UUID id = engagement(false);
        awaitTaken(id, 1);
        leaveInRegistry(id, "LEFT");
        publish(id, "LATER");

        assertThat(awaitTaken(id, 3))
                .extracting(one -> one.event().at("/data/catalogId").asText())
                .containsExactly("", "LEFT", "LATER");
        patiently()
                .untilAsserted(() -> assertThat(count("event_publication where serialized_event like '%LEFT%'"))
                        .isZero());
    }

    /** Like a node that is killed right after its commit. */
    private void leaveInRegistry(UUID id, String catalogId) throws JsonProcessingException {
        long number = transaction.execute(status -> streams.nextNumber(id));
        var event = new OutgoingEvent(
                UUID.randomUUID(), id, number, "ftop-task.created", Instant.now(), Map.of("catalogId", catalogId));
        database.update(
                "insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                        + " values (?, 'webhook', ?, ?, ?)",
                UUID.randomUUID(),
                OutgoingEvent.class.getName(),
                json.writeValueAsString(event),
                Instant.now().minusSeconds(3600).atOffset(ZoneOffset.UTC));
    }

    @Test
    void anotherNodeSendsTheMessagesOfADeadNode() {
        UUID id = engagement(false);
        awaitTaken(id, 1);
        poller.stop();
        try {
            publish(id, "A");
            patiently().until(() -> count("webhook_message where engagement_id = ? and number = 2", id) == 1);
            // Claimed with an expired lease, by a node that never records the result.
            assertThat(messages.claim(10, Duration.ofSeconds(-30)))
                    .extracting(Message::engagementId)
                    .contains(id);
        } finally {
            poller.start();
        }

        awaitTaken(id, 2);
        patiently()
                .until(() ->
                        count("webhook_message where engagement_id = ? and attempts = 2 and status = 'DELIVERED'", id)
                                == 1);
    }

    @Test
    void queuesADuplicateEventOnce() {
        UUID id = engagement(false);
        // The receiver gets it shortly before this is recorded.
        patiently().until(() -> streams.lockDelivered(id) == 1);
        var event = new OutgoingEvent(UUID.randomUUID(), id, 1, "engagement.started", Instant.now(), Map.of());

        assertThat(messages.add(event, late -> "{}")).isFalse();
    }

    @Test
    void shutdownFinishesMessagesInProgress() {
        var isSent = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        UUID id = engagementWhose(2, (event, headers) -> {
            isSent.countDown();
            return mayAnswer.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS) ? 200 : 500;
        });
        publish(id, "A");
        patiently().until(() -> isSent.getCount() == 0);
        var stop = new Thread(poller::stop);
        stop.start();
        try {
            patiently().until(() -> !poller.isRunning());
            mayAnswer.countDown();
            patiently().until(() -> !stop.isAlive());
            assertThat(count("webhook_message where engagement_id = ? and number = 2 and status = 'DELIVERED'", id))
                    .isEqualTo(1);
        } finally {
            poller.start();
        }
    }

    @Test
    void deletesDeliveredMessagesAfterTheRetentionTime() {
        UUID kept = engagement(false);
        UUID removed = engagement(false);
        UUID dead = engagementWhose(2, (event, headers) -> 400);
        publish(dead, "A");
        awaitDeadLetter(dead);
        for (UUID id : List.of(kept, removed)) {
            patiently().until(() -> count("webhook_message where engagement_id = ? and status = 'DELIVERED'", id) == 1);
        }
        var longAgo = Instant.now().minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC);
        database.update(
                "update webhook_message set finished_at = ? where engagement_id in (?, ?)", longAgo, removed, dead);

        housekeeping.cleanUp();

        assertThat(count("webhook_message where engagement_id = ?", kept)).isEqualTo(1);
        assertThat(count("webhook_message where engagement_id = ?", removed)).isZero();
        assertThat(deadLettersOf(dead)).hasSize(1);
    }
}
