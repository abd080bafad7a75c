package org.acmconversation.webhook;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.acmconversation.database.PageRequest;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A receiver, engagements, and helpers to inspect the sent messages. */
abstract class WebhookFixture {

    static final String SECRET = "a-secret-that-both-of-them-know-of";

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    static final Receiver RECEIVER = new Receiver();

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
    DeliveryPoller poller;

    @Autowired
    WebhookHousekeeping housekeeping;

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

    UUID engagement(boolean hasKickoff) {
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

    /** Creates an engagement; the receiver handles its event with this number as given. */
    UUID engagementWhose(long number, Receiver.Behavior behavior) {
        UUID id = engagement(false);
        awaitTaken(id, 1);
        RECEIVER.whenItIsAbout(
                id, (event, headers) -> event.get("number").asLong() == number ? behavior.answer(event, headers) : 204);
        return id;
    }

    void publish(UUID id, String catalogId) {
        transaction.executeWithoutResult(status -> events.publishEvent(change(id, catalogId)));
    }

    static FtopTaskChanged change(UUID id, String catalogId) {
        return new FtopTaskChanged(id, catalogId, "A task", FtopTaskStatus.OPEN, null);
    }

    static List<Received> awaitTaken(UUID id, int number) {
        return patiently().until(() -> RECEIVER.taken(id), taken -> taken.size() >= number);
    }

    /** Waits until the node has recorded what the receiver has taken. */
    void awaitDelivered(UUID id, int number) {
        patiently()
                .until(() ->
                        count("webhook_stream where engagement_id = ? and delivered_number >= ?", id, number) == 1);
    }

    DeadLetter awaitDeadLetter(UUID id) {
        return patiently()
                .until(() -> deadLettersOf(id), found -> !found.isEmpty())
                .get(0);
    }

    List<DeadLetter> deadLettersOf(UUID id) {
        return deadLetters.find(new PageRequest(0, 200)).items().stream()
                .filter(letter -> letter.engagementId().equals(id))
                .toList();
    }

    int count(String rows, Object... parameters) {
        return database.queryForObject("select count(*) from " + rows, Integer.class, parameters);
    }

    static ConditionFactory patiently() {
        return await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20));
    }

    static void inParallel(int threads, IntConsumer work) {
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
