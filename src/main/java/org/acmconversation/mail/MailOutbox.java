package org.acmconversation.mail;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The queue of emails, shared by all nodes. */
@Repository
@Transactional
class MailOutbox {

    /** How long a dead node keeps the mail that it was sending. Longer than a mail server can take. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int ROWS_AT_ONCE = 1000;

    private static final String SELECT = """
            select id, mail_key, engagement_id, content, composer, reference, attempts, give_up_at
            from mail
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final MailProperties properties;
    private final Clock clock;

    MailOutbox(JdbcClient jdbc, StoredJson json, MailProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    /** Adds an email. Returns false if there is one with the same key. */
    boolean add(Mail mail) {
        return add(mail.key(), mail.engagementId(), json.write(mail), null, null);
    }

    /** Adds an email that a composer writes. Returns false if there is one with the same key. */
    boolean add(String key, @Nullable UUID engagementId, String composer, String reference) {
        return add(key, engagementId, null, composer, reference);
    }

    private boolean add(
            String key,
            @Nullable UUID engagementId,
            @Nullable String content,
            @Nullable String composer,
            @Nullable String reference) {
        if (isKnown(key)) {
            return false;
        }
        jdbc.sql("""
                        insert into mail
                          (id, mail_key, engagement_id, content, composer, reference, status, attempts, due_at,
                           give_up_at, created_at)
                        values (:id, :key, :engagementId, :content, :composer, :reference, 'WAITING', 0, :now,
                          :giveUpAt, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("engagementId", engagementId)
                .param("content", content)
                .param("composer", composer)
                .param("reference", reference)
                .param("giveUpAt", now().plus(properties.giveUpAfter()))
                .param("now", now())
                .update();
        return true;
    }

    /** Whether there is or was an email with a key. */
    @Transactional(readOnly = true)
    boolean isKnown(String key) {
        return count("mail_key = :value", key) > 0;
    }

    /** Emails that are due, the oldest first. */
    @Transactional(readOnly = true)
    List<QueuedMail> due(int atMost) {
        return jdbc.sql(SELECT + "where due_at <= :now order by due_at, id limit :limit")
                .param("now", now())
                .param("limit", atMost)
                .query(MailOutbox::queued)
                .list();
    }

    /** Claims an email, unless another node has. */
    boolean claim(QueuedMail mail) {
        return jdbc.sql("""
                        update mail set attempts = attempts + 1, due_at = :until
                        where id = :id and status = 'WAITING' and attempts = :attempts
                        """)
                        .param("id", mail.id())
                        .param("attempts", mail.attempts())
                        .param("until", now().plus(LEASE))
                        .update()
                == 1;
    }

    /** Records that a claimed mail was sent, and deletes its content. */
    void sent(QueuedMail mail) {
        finish(mail.id(), "SENT");
    }

    /** Ends an email and deletes its content. */
    void finish(UUID id, String status) {
        jdbc.sql("""
                        update mail set status = :status, content = null, reference = null, due_at = null, failure = null,
                          finished_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("status", status)
                .param("now", now())
                .update();
    }

    /** Discards a waiting mail; returns whether no attempt was made to send it. */
    boolean discard(String key) {
        String discard = """
                        update mail set status = 'DISCARDED', content = null, reference = null, due_at = null,
                          failure = null, finished_at = :now
                        where mail_key = :key and status = 'WAITING'
                        """;
        boolean isUntried = jdbc.sql(discard + " and attempts = 0")
                        .param("key", key)
                        .param("now", now())
                        .update()
                == 1;
        if (!isUntried) {
            jdbc.sql(discard).param("key", key).param("now", now()).update();
        }
        return isUntried;
    }

    /** Discards a composer's emails with a status to an address about an engagement. */
    void forget(UUID engagementId, String address, List<String> statuses) {
        jdbc.sql("""
                        update mail set status = 'DISCARDED', content = null, reference = null, due_at = null,
                          failure = null, finished_at = :now
                        where engagement_id = :engagementId and lower(reference) = lower(:address)
                          and status in (:statuses)
                        """)
                .param("engagementId", engagementId)
                .param("address", address)
                .param("statuses", statuses)
                .param("now", now())
                .update();
    }

    MailAddress sender() {
        return properties.sender();
    }

    /** Records a failed attempt at a claimed mail. */
    void retry(QueuedMail mail, Duration wait, String failure) {
        jdbc.sql("""
                        update mail set due_at = :dueAt, failure = :failure
                        where id = :id and status = 'WAITING' and attempts = :attempts
                        """)
                .param("id", mail.id())
                .param("attempts", mail.attempts() + 1)
                .param("dueAt", now().plus(wait))
                .param("failure", failure)
                .update();
    }

    /** Turns a claimed mail into a dead letter. */
    void giveUp(QueuedMail mail, String failure) {
        jdbc.sql("""
                        update mail set status = 'DEAD', due_at = null, failure = :failure, finished_at = :now
                        where id = :id and status = 'WAITING' and attempts = :attempts
                        """)
                .param("id", mail.id())
                .param("attempts", mail.attempts() + 1)
                .param("failure", failure)
                .param("now", now())
                .update();
    }

    /** Deletes a batch of old finished emails; returns their number. */
    int removeSomeOld() {
        return jdbc.sql("""
                        delete from mail where id in (
                          select id from mail
                          where status in ('SENT', 'DROPPED', 'DISCARDED') and finished_at < :time limit :limit)
                        """)
                .param("time", now().minus(properties.keepSent()))
                .param("limit", ROWS_AT_ONCE)
                .update();
    }

    /** Number of emails with a status. */
    @Transactional(readOnly = true)
    long countWith(String status) {
        return count("status = :value", status);
    }

    private long count(String condition, String value) {
        return jdbc.sql("select count(*) from mail where " + condition)
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private static QueuedMail queued(ResultSet row, int number) throws SQLException {
        return new QueuedMail(
                row.getObject("id", UUID.class),
                row.getString("mail_key"),
                row.getObject("engagement_id", UUID.class),
                row.getString("content"),
                row.getString("composer"),
                row.getString("reference"),
                row.getInt("attempts"),
                requiredInstant(row, "give_up_at"));
    }

    Mail read(String content) {
        return json.read(content, Mail.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
