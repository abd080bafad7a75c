package org.acmconversation.notification;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores what people are told. */
@Repository
@Transactional
class NotificationRepository {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    NotificationRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells a person something, or tells it anew if it happened again. */
    void put(NewNotification told) {
        jdbc.sql("delete from notification where person = :person and kind = :kind and matter = :matter")
                .param("person", told.person())
                .param("kind", told.kind().name())
                .param("matter", told.matter())
                .update();
        jdbc.sql("""
                        insert into notification
                          (id, person, kind, matter, task_id, engagement_id, name, actor, due_at, created_at)
                        values (:id, :person, :kind, :matter, :taskId, :engagementId, :name, :actor, :dueAt, :now)
                        """)
                .param("id", ids.generate())
                .param("person", told.person())
                .param("kind", told.kind().name())
                .param("matter", told.matter())
                .param("taskId", told.taskId())
                .param("engagementId", told.engagementId())
                .param("name", told.name())
                .param("actor", told.actor())
                .param("dueAt", atUtc(told.dueAt()))
                .param("now", atUtc(clock.instant()))
                .update();
    }

    /** The matters of a kind that a person has been told of. */
    @Transactional(readOnly = true)
    Set<String> matters(String person, Kind kind) {
        return new HashSet<>(jdbc.sql("select matter from notification where person = :person and kind = :kind")
                .param("person", person)
                .param("kind", kind.name())
                .query(String.class)
                .list());
    }

    /** What a person is told of some kinds, the newest first. */
    @Transactional(readOnly = true)
    List<Notification> of(String person, Collection<Kind> kinds, int limit) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from notification where person = :person and kind in (:kinds)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("person", person)
                .param("kinds", names(kinds))
                .param("limit", limit)
                .query(NotificationRepository::notification)
                .list();
    }

    @Transactional(readOnly = true)
    int countUnread(String person, Collection<Kind> kinds) {
        if (kinds.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        select count(*) from notification
                        where person = :person and read_at is null and kind in (:kinds)
                        """)
                .param("person", person)
                .param("kinds", names(kinds))
                .query(Integer.class)
                .single();
    }

    /** Those with something that they have not read, and that is in no digest. */
    @Transactional(readOnly = true)
    List<String> withoutDigest() {
        return jdbc.sql("select distinct person from notification where digest is null and read_at is null")
                .query(String.class)
                .list();
    }

    /** Puts what a person was told before a moment, and has not read, into a digest; returns how much it is. */
    int putIntoDigest(String person, Collection<Kind> kinds, String digest, Instant before) {
        if (kinds.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update notification set digest = :digest
                        where person = :person and digest is null and read_at is null and created_at < :before
                          and kind in (:kinds)
                        """)
                .param("digest", digest)
                .param("person", person)
                .param("before", atUtc(before))
                .param("kinds", names(kinds))
                .update();
    }

    /** What is in a digest and has not been read, the oldest first. */
    @Transactional(readOnly = true)
    List<Notification> inDigest(String digest) {
        return jdbc.sql("select * from notification where digest = :digest and read_at is null order by created_at, id")
                .param("digest", digest)
                .query(NotificationRepository::notification)
                .list();
    }

    /** Marks what a person had been told up to a moment as read. */
    void markRead(String person, Instant until) {
        jdbc.sql("""
                        update notification set read_at = :now
                        where person = :person and read_at is null and created_at <= :until
                        """)
                .param("person", person)
                .param("until", atUtc(until))
                .param("now", atUtc(clock.instant()))
                .update();
    }

    /** Deletes what people were told of a task because they had it, but for one person. */
    void taskLeft(String taskId, @Nullable String holder) {
        jdbc.sql("""
                        delete from notification
                        where task_id = :taskId and kind in ('ASSIGNED', 'DUE_TOMORROW', 'OVERDUE')
                          and person <> :holder
                        """)
                .param("taskId", taskId)
                .param("holder", holder == null ? "" : holder)
                .update();
    }

    /** Deletes what people were told of a task that is not open any more; what was written to them stays. */
    void taskClosed(String taskId) {
        jdbc.sql("delete from notification where task_id = :taskId and kind <> 'MENTIONED'")
                .param("taskId", taskId)
                .update();
    }

    /** Deletes what people were told about another due date of a task. */
    void taskDue(String taskId, @Nullable Instant dueAt) {
        jdbc.sql("""
                        delete from notification
                        where task_id = :taskId and kind in ('DUE_TOMORROW', 'OVERDUE') and matter <> :matter
                        """)
                .param("taskId", taskId)
                .param("matter", DueNotices.matter(taskId, dueAt))
                .update();
    }

    /** Deletes what was told about other matters of a kind than these. */
    void keep(Kind kind, Collection<String> matters) {
        String others = matters.isEmpty() ? "" : " and matter not in (:matters)";
        jdbc.sql("delete from notification where kind = :kind" + others)
                .param("kind", kind.name())
                .param("matters", matters)
                .update();
    }

    /** Deletes what a person was told about the follow-up of engagements, other than these matters. */
    void keepFollowUp(String person, Collection<String> matters) {
        String others = matters.isEmpty() ? "" : " and matter not in (:matters)";
        jdbc.sql("delete from notification where person = :person and kind = 'OVERDUE' and task_id is null" + others)
                .param("person", person)
                .param("matters", matters)
                .update();
    }

    /** Deletes what people were told about the follow-up of an engagement, of matters that begin with a text. */
    void followedUp(UUID engagementId, String prefix) {
        jdbc.sql("""
                        delete from notification
                        where engagement_id = :engagementId and kind = 'OVERDUE' and task_id is null
                          and matter like :matter
                        """)
                .param("engagementId", engagementId)
                .param("matter", prefix + "%")
                .update();
    }

    /** Takes what is in a digest out again: it is in a later one. */
    void leaveForLater(String digest) {
        jdbc.sql("update notification set digest = null where digest = :digest")
                .param("digest", digest)
                .update();
    }

    /** Deletes what people were told about a matter. */
    void forget(Kind kind, String matter) {
        jdbc.sql("delete from notification where kind = :kind and matter = :matter")
                .param("kind", kind.name())
                .param("matter", matter)
                .update();
    }

    /** Deletes what was told before a moment. */
    void deleteBefore(Instant moment) {
        jdbc.sql("delete from notification where created_at < :moment")
                .param("moment", atUtc(moment))
                .update();
    }

    private static List<String> names(Collection<Kind> kinds) {
        return kinds.stream().map(Kind::name).toList();
    }

    private static Notification notification(ResultSet row, int number) throws SQLException {
        return new Notification(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("task_id"),
                row.getObject("engagement_id", UUID.class),
                row.getString("name"),
                row.getString("actor"),
                instant(row, "due_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime atUtc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
