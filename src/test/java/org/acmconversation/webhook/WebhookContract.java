package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskChanged;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.webhook.Receiver.Received;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the webhook promises its receiver. */
abstract class WebhookContract {

    static final String SECRET = "a-secret-that-both-of-them-know-of";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Receiver RECEIVER = new Receiver();

    @Autowired
    Engagements engagements;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    WebhookStreams streams;

    @Autowired
    WebhookMessages messages;

    @Autowired
    Delivery delivery;

    @Autowired
    Deliverer deliverer;

    @Autowired
    Chores chores;

    @Autowired
    Turns turns;

    @Autowired
    WebhookProperties properties;

    @Autowired
    ObjectMapper json;

    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry registry) {
        registry.add("acm.webhook.url", RECEIVER::url);
        registry.add("acm.webhook.secret", () -> SECRET);
        registry.add("acm.webhook.answer-timeout", () -> "5s");
        registry.add("acm.webhook.max-attempts", () -> "3");
        registry.add("acm.webhook.backoff", () -> "20ms");
        registry.add("acm.webhook.max-backoff", () -> "100ms");
        registry.add("acm.webhook.poll-interval", () -> "50ms");
        registry.add("acm.webhook.resubmit-after", () -> "1s");
    }

    @Test
    void whatHappensToAnEngagementIsToldInOrder() {
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
    void anEventIsACloudEventWithoutPersonalData() {
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
    void aMessageIsSigned() {
        Received started = awaitTaken(engagement(false), 1).get(0);
        String timestamp = started.headers().getFirst("X-ACM-Timestamp");

        assertThat(Long.parseLong(timestamp))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        assertThat(started.headers().getFirst("X-ACM-Signature"))
                .isEqualTo("t=%s,v1=%s".formatted(timestamp, SignatureTest.hmac(SECRET, timestamp, started.body())));
    }

    @Test
    void eventsThatManyPublishAtOnceAreInOrder() {
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
    void severalNodesSendEachMessageOnce() {
        var other = new Deliverer(delivery, new Bell(), properties);
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
    void whatIsRolledBackIsNotToldAndTakesNoNumber() {
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
    void whatFailsAtTheLastMomentIsNotToldEither() {
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

    @Test
    void aMessageIsSentAgainUntilItIsTakenAndLaterOnesWait() {
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
    void aMessageThatTheReceiverIsTooSlowForIsSentAgain() {
        var isFirst = new AtomicBoolean(true);
        var secondCame = new CountDownLatch(1);
        UUID id = engagementWhose(2, (event, headers) -> {
            if (isFirst.getAndSet(false)) {
                return secondCame.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? 500 : 200;
            }
            secondCame.countDown();
            return 200;
        });
        publish(id, "A");
        publish(id, "B");

        assertThat(awaitTaken(id, 3)).extracting(Received::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRedirectIsNotFollowed() {
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
    void aDeadLetterHoldsUpItsEngagementAloneUntilItIsReplayed() {
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
    void aDiscardedLetterLetsTheLaterEventsGo() {
        UUID id = engagementWhose(2, (event, headers) -> 400);
        publish(id, "A");
        publish(id, "B");
        deadLetters.discard(awaitDeadLetter(id).id());

        assertThat(awaitTaken(id, 2)).extracting(Received::number).containsExactly(1L, 3L);
    }

    @Test
    void whatANodeLeftInTheRegistryIsTakenUp() throws JsonProcessingException {
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

    /** As a node does that is killed between its commit and whatever comes after it. */
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
    void whatANodeDiedOverIsSentByAnother() {
        UUID id = engagement(false);
        awaitTaken(id, 1);
        deliverer.stop();
        try {
            publish(id, "A");
            patiently().until(() -> count("webhook_message where engagement_id = ? and number = 2", id) == 1);
            // Taken for no time at all, by a node that never says how it went.
            assertThat(messages.claim(10, Duration.ofSeconds(-30)))
                    .extracting(Message::engagementId)
                    .contains(id);
        } finally {
            deliverer.start();
        }

        awaitTaken(id, 2);
        patiently()
                .until(() ->
                        count("webhook_message where engagement_id = ? and attempts = 2 and status = 'DELIVERED'", id)
                                == 1);
    }

    @Test
    void anEventThatComesTwiceIsTakenOnce() {
        UUID id = engagement(false);
        awaitTaken(id, 1);
        var event = new OutgoingEvent(UUID.randomUUID(), id, 1, "engagement.started", Instant.now(), Map.of());

        assertThat(messages.add(event, "{}")).isFalse();
    }

    @Test
    void theServiceEndsWhenWhatIsUnderWayHasEnded() {
        var isSent = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        UUID id = engagementWhose(2, (event, headers) -> {
            isSent.countDown();
            return mayAnswer.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? 200 : 500;
        });
        publish(id, "A");
        patiently().until(() -> isSent.getCount() == 0);
        var stop = new Thread(deliverer::stop);
        stop.start();
        try {
            patiently().until(() -> !deliverer.isRunning());
            mayAnswer.countDown();
            patiently().until(() -> !stop.isAlive());
            assertThat(count("webhook_message where engagement_id = ? and number = 2 and status = 'DELIVERED'", id))
                    .isEqualTo(1);
        } finally {
            deliverer.start();
        }
    }

    @Test
    void whatTheReceiverHasIsRemovedAfterAWhile() {
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

        chores.cleanUp();

        assertThat(count("webhook_message where engagement_id = ?", kept)).isEqualTo(1);
        assertThat(count("webhook_message where engagement_id = ?", removed)).isZero();
        assertThat(deadLettersOf(dead)).hasSize(1);
    }

    @Test
    void oneNodeHasATurn() {
        database.update(
                "insert into webhook_turn (chore, due_at) values ('a test', ?)",
                Instant.EPOCH.atOffset(ZoneOffset.UTC));
        var turn = new AtomicInteger();
        inParallel(8, number -> {
            if (turns.take("a test", Duration.ofHours(1))) {
                turn.incrementAndGet();
            }
        });

        assertThat(turn).hasValue(1);
    }

    private UUID engagement(boolean hasKickoff) {
        return engagements
                .start(new NewEngagement(
                        "CRM-" + UUID.randomUUID(),
                        new Customer("Contoso", "3f2c"),
                        Segment.ENTERPRISE,
                        25_000,
                        List.of("EXCHANGE"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(hasKickoff, true, true, false)))
                .id();
    }

    /** An engagement whose event with that number the receiver answers as told. */
    private UUID engagementWhose(long number, Receiver.Behaviour behaviour) {
        UUID id = engagement(false);
        awaitTaken(id, 1);
        RECEIVER.whenItIsAbout(
                id,
                (event, headers) -> event.get("number").asLong() == number ? behaviour.answer(event, headers) : 204);
        return id;
    }

    private void publish(UUID id, String catalogId) {
        transaction.executeWithoutResult(status -> events.publishEvent(change(id, catalogId)));
    }

    private static FtopTaskChanged change(UUID id, String catalogId) {
        return new FtopTaskChanged(id, catalogId, "A task", FtopTaskStatus.OPEN, null);
    }

    private static List<Received> awaitTaken(UUID id, int number) {
        return patiently().until(() -> RECEIVER.taken(id), taken -> taken.size() >= number);
    }

    private DeadLetter awaitDeadLetter(UUID id) {
        return patiently()
                .until(() -> deadLettersOf(id), found -> !found.isEmpty())
                .get(0);
    }

    private List<DeadLetter> deadLettersOf(UUID id) {
        return deadLetters.find(0, 200).items().stream()
                .filter(letter -> letter.engagementId().equals(id))
                .toList();
    }

    private int count(String rows, Object... parameters) {
        return database.queryForObject("select count(*) from " + rows, Integer.class, parameters);
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    private static void inParallel(int threads, IntConsumer work) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                pending.add(pool.submit(() -> work.accept(number)));
            }
            for (Future<?> one : pending) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("One of the threads failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others worked", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
