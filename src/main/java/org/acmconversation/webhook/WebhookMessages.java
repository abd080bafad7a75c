package org.acmconversation.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The message queue, shared by all nodes. A message is leased to one node at a time, and the engagement's next message
 * becomes due only when it has been delivered or discarded.
 */
@Repository
@Transactional
class WebhookMessages {

    /** Time beyond the response timeout in which a sender can record the result. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final WebhookStreams streams;
    private final Clock clock;

    WebhookMessages(JdbcClient jdbc, WebhookStreams streams, Clock clock) {
        this.jdbc = jdbc;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * Adds a message. Returns false if it already exists.
     *
     * @param body composes the message while the engagement's stream is locked, so that the engagement cannot be erased
     *     in between
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean add(OutgoingEvent event, Function<OutgoingEvent, String> body) {
        long delivered = streams.lockDelivered(event.engagementId());
        if (isKnown(event.id())) {
            return false;
        }
        if (event.number() <= delivered) {
            if (delivered - event.number() > NumbersAfterRestore.GAP / 2) {
                // The stored event has its new number, and is submitted again.
                throw new IllegalStateException("A restore has changed the event numbers in the meantime");
            }
            return false;
        }
        jdbc.sql("""
                        insert into webhook_message
                          (id, engagement_id, number, type, body, status, attempts, due_at, created_at)
                        values (:id, :engagementId, :number, :type, :body, 'WAITING', 0, :dueAt, :now)
                        """)
                .param("id", event.id())
                .param("engagementId", event.engagementId())
                .param("number", event.number())
                .param("type", event.type())
                .param("body", body.apply(event))
                .param("dueAt", event.number() == delivered + 1 ? OffsetDateTime.now(clock) : null)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return true;
    }

    private boolean isKnown(UUID id) {
        return jdbc.sql("select count(*) from webhook_message where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Claims due messages, so that no other node sends them concurrently.
     *
     * @param timeout maximum duration of sending; after it and a margin, the lease expires
     */
    List<Message> claim(int atMost, Duration timeout) {
        List<Message> claimed = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Message due : due(now, atMost)) {
            int taken = jdbc.sql("""
                            update webhook_message set due_at = :until, attempts = attempts + 1
                            where id = :id and due_at <= :now
                            """)
                    .param("id", due.id())
                    .param("now", now)
                    .param("until", now.plus(timeout).plus(MARGIN))
                    .update();
            if (taken == 1) {
                claimed.add(due);
            }
        }
        return claimed;
    }

    private List<Message> due(OffsetDateTime now, int atMost) {
        return jdbc.sql("""
                        select id, engagement_id, number, body, attempts + 1 as attempts from webhook_message
                        where due_at <= :now order by due_at, id limit :limit
                        """)
                .param("now", now)
                .param("limit", atMost)
                .query(Message.class)
                .list();
    }

    /** Records that a message was delivered, and makes the engagement's next message due. */
    void delivered(Message message) {
        finish(message.id(), message.engagementId(), message.number(), "DELIVERED");
    }

    /** Finishes a message and makes the engagement's next message due. */
    void finish(UUID id, UUID engagementId, long number, String status) {
        if (!streams.advanceTo(engagementId, number)) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update webhook_message set status = :status, due_at = null, finished_at = :now where id = :id")
                .param("id", id)
                .param("status", status)
                .param("now", now)
                .update();
        jdbc.sql("""
                        update webhook_message set due_at = :now
                        where engagement_id = :engagementId and number = :next and status = 'WAITING'
                        """)
                .param("engagementId", engagementId)
                .param("next", number + 1)
                .param("now", now)
                .update();
    }

    /** Records a failed attempt, unless another node has claimed the message since. */
    void retry(Message message, Duration wait, String failure) {
        jdbc.sql("""
                        update webhook_message set due_at = :dueAt, failure = :failure
                        where id = :id and status = 'WAITING' and attempts = :attempts
                        """)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("dueAt", OffsetDateTime.now(clock).plus(wait))
                .param("failure", failure)
                .update();
    }

    /** Turns a message into a dead letter, which blocks the engagement's later messages. */
    void giveUp(Message message, String failure) {
        jdbc.sql("""
                        update webhook_message set status = 'DEAD', due_at = null, failure = :failure, finished_at = :now
                        where id = :id and status = 'WAITING' and attempts = :attempts
                        """)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("failure", failure)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Deletes a batch of the messages that were delivered or discarded before a time; returns their number. */
    int removeSomeFinishedBefore(OffsetDateTime time) {
        return jdbc.sql("""
                        delete from webhook_message where id in (
                          select id from webhook_message
                          where status in ('DELIVERED', 'DISCARDED') and finished_at < :time limit :limit)
                        """).param("time", time).param("limit", ROWS_AT_ONCE).update();
    }
}
