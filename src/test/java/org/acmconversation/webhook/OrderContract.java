package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.acmconversation.erasure.Erasure;
import org.acmconversation.erasure.Erasures;
import org.acmconversation.outbound.QuietMode;
import org.acmconversation.webhook.Receiver.Received;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Content and order of the webhook's messages. */
abstract class OrderContract extends WebhookFixture {

    @Autowired
    NumbersAfterRestore numbers;

    @Autowired
    Erasures erasures;

    @Test
    void sendsEventsInOrder() {
        UUID id = engagement(true);
        awaitTaken(id, 2);
        engagements.withdraw(id, "The customer left");
        List<Received> told = awaitTaken(id, 5);

        assertThat(told)
                .extracting(Received::type)
                .containsExactly(
                        "engagement.started",
                        "ftop-task.created",
                        "engagement.withdrawn",
                        "ftop-task.canceled",
                        "engagement.ended");
        assertThat(told).extracting(Received::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(told.get(1).event().at("/data/catalogId").asText()).isEqualTo("4047");
        assertThat(told.get(1).event().at("/data/ftopReference").asText()).isNotBlank();
        assertThat(told.get(4).event().at("/data/outcome").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void publishesErasureLastUnderThePseudonym() {
        UUID id = engagement(true);
        awaitTaken(id, 2);
        erasures.request(id, "Petición 17", "ana");
        patiently().until(() -> erasures.request(id, "Petición 17", "luis").state() == Erasure.State.ERASED);

        Received told = awaitTaken(id, 6).get(5);
        assertThat(told.type()).isEqualTo("engagement.erased");
        assertThat(told.number()).isEqualTo(6);
        assertThat(told.event().at("/data/externalId").asText()).isEqualTo("erased-" + id);
    }

    @Test
    void sendsCloudEventsWithoutPersonalData() {
        UUID id = engagement(false);
        Received started = awaitTaken(id, 1).get(0);

        assertThat(started.headers().getFirst("Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(started.headers().getFirst("X-ACM-Event-Id"))
                .isEqualTo(started.event().get("id").asText());
        assertThat(started.event().get("specversion").asText()).isEqualTo("1.0");
        assertThat(started.event().get("subject").asText()).isEqualTo(id.toString());
        assertThat(started.event().at("/data/externalId").asText())
                .isEqualTo(engagements.get(id).externalId());
        assertThat(Instant.parse(started.event().get("time").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(started.body()).doesNotContain("Contoso", "3f2c");
    }

    @Test
    void signsMessages() {
        Received started = awaitTaken(engagement(false), 1).get(0);
        String timestamp = started.headers().getFirst("X-ACM-Timestamp");

        assertThat(Long.parseLong(timestamp))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        assertThat(started.headers().getFirst("X-ACM-Signature"))
                .isEqualTo("t=%s,v1=%s".formatted(timestamp, SignatureTest.hmac(SECRET, timestamp, started.body())));
    }

    @Test
    void keepsOrderOfConcurrentEvents() {
        UUID id = engagement(false);
        inParallel(8, number -> {
            for (int i = 0; i < 10; i++) {
                publish(id, "T%d-%d".formatted(number, i));
            }
        });

        List<Received> told = awaitTaken(id, 81);
        assertThat(told)
                .extracting(Received::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 81).boxed().toList());
        assertThat(told).extracting(one -> one.event().get("time").asText()).doesNotHaveDuplicates();
        for (int number = 0; number < 8; number++) {
            String publisher = "T%d-".formatted(number);
            assertThat(told)
                    .extracting(one -> one.event().at("/data/catalogId").asText())
                    .filteredOn(catalogId -> catalogId.startsWith(publisher))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 10).mapToObj(i -> publisher + i).toList());
        }
    }

    @Test
    void numbersContinueAboveAllPossiblySentAfterARestore() {
        UUID id = engagement(false);
        awaitDelivered(id, 1);

        transaction.executeWithoutResult(status -> numbers.restored());
        publish(id, "4047");

        assertThat(awaitTaken(id, 2)).extracting(Received::number).containsExactly(1L, NumbersAfterRestore.GAP + 2L);
    }

    @Test
    void keepsAnEventThatWasOnItsWayDuringARestore() {
        UUID id = engagement(false);
        awaitDelivered(id, 1);
        transaction.executeWithoutResult(status -> numbers.restored());
        var onItsWay = new OutgoingEvent(UUID.randomUUID(), id, 2, "engagement.withdrawn", Instant.now(), Map.of());

        assertThatThrownBy(() -> messages.add(onItsWay, event -> "{}"))
                .hasMessageContaining("A restore has changed the event numbers");
    }

    @Test
    void renumbersPendingMessagesAfterARestore() {
        UUID id = engagement(false);
        awaitDelivered(id, 1);
        publish(id, "4047");
        awaitDelivered(id, 2);
        database.update("update webhook_message set status = 'WAITING' where engagement_id = ? and number = 2", id);
        database.update("update webhook_stream set delivered_number = 1 where engagement_id = ?", id);

        transaction.executeWithoutResult(status -> numbers.restored());
        database.update(
                "update webhook_message set due_at = current_timestamp where engagement_id = ? and number > 2", id);

        assertThat(awaitTaken(id, 3))
                .extracting(Received::number)
                .containsExactly(1L, 2L, NumbersAfterRestore.GAP + 2L);
    }

    @Test
    void severalNodesSendEachMessageOnce() {
        var other = new DeliveryPoller(delivery, new DeliverySignal(), properties, new QuietMode(false));
        other.start();
        try {
            List<UUID> ids =
                    IntStream.range(0, 6).mapToObj(i -> engagement(false)).toList();
            inParallel(6, number -> {
                for (int i = 0; i < 10; i++) {
                    publish(ids.get(number), "T" + i);
                }
            });
            for (UUID id : ids) {
                awaitTaken(id, 11);
                assertThat(RECEIVER.about(id))
                        .extracting(Received::number)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 11).boxed().toList());
            }
        } finally {
            other.stop();
        }
    }

    @Test
    void rolledBackEventsAreNotSentAndUseNoNumber() {
        UUID id = engagement(false);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(change(id, "ROLLED-BACK"));
            status.setRollbackOnly();
        });
        publish(id, "COMMITTED");

        List<Received> told = awaitTaken(id, 2);
        assertThat(told.get(1).number()).isEqualTo(2);
        assertThat(told.get(1).event().at("/data/catalogId").asText()).isEqualTo("COMMITTED");
    }

    @Test
    void eventsOfFailedCommitsAreNotSent() {
        UUID id = engagement(false);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(change(id, "TOO-LATE"));
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            assertThat(count("event_publication where serialized_event like '%TOO-LATE%'"))
                                    .isEqualTo(1);
                            throw new IllegalStateException("The last moment");
                        }
                    });
                }))
                .hasMessage("The last moment");
        publish(id, "COMMITTED");

        Received second = awaitTaken(id, 2).get(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.event().at("/data/catalogId").asText()).isEqualTo("COMMITTED");
    }
}
