package org.acmconversation.notification;

import static org.acmconversation.database.Timestamps.atUtc;
import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores notifications. */
@Repository
@Transactional
class NotificationRepository {

    private static final String SELECT = """
            select id, kind, task_id, engagement_id, name, actor, due_at, created_at, read_at
            from notification
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    NotificationRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a notification, or renews it if the same thing happened again. */
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

    /** Returns the matters that a person has been notified about, of one kind. */
    @Transactional(readOnly = true)
    Set<String> matters(String person, Kind kind) {
        return new HashSet<>(jdbc.sql("select matter from notification where person = :person and kind = :kind")
                .param("person", person)
                .param("kind", kind.name())
                .query(String.class)
                .list());
    }

    /** Returns a person's notifications of some kinds, newest first. */
    @Transactional(readOnly = true)
    List<Notification> of(String person, Collection<Kind> kinds, int limit) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                        where person = :person and kind in (:kinds)
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

    /** Returns the people with unread notifications that are in no digest. */
    @Transactional(readOnly = true)
    List<String> withoutDigest() {
        return jdbc.sql("select distinct person from notification where digest is null and read_at is null")
                .query(String.class)
                .list();
    }

    /** Returns the engagements of a person's unread notifications that are in no digest. */
    @Transactional(readOnly = true)
    List<UUID> engagementsWithoutDigest(String person) {
        return jdbc.sql("""
                        select distinct engagement_id from notification
                        where person = :person and digest is null and read_at is null and engagement_id is not null
                        """).param("person", person).query(UUID.class).list();
    }

    /** Adds a person's unread notifications before a moment to a digest; returns their number. */
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

    /** Returns the unread notifications in a digest, oldest first. */
    @Transactional(readOnly = true)
    List<Notification> inDigest(String digest) {
        return jdbc.sql(SELECT + "where digest = :digest and read_at is null order by created_at, id")
                .param("digest", digest)
                .query(NotificationRepository::notification)
                .list();
    }

    /** Marks a person's notifications up to a moment as read. */
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

    /**
     * Deletes what a change of assignee makes obsolete: the task's notifications of everybody but the new assignee, and
     * the notifications that somebody took it over, if the person has it again or nobody has it.
     */
    void deleteObsoleteAfterReassignment(String taskId, @Nullable String holder) {
        jdbc.sql("""
                        delete from notification
                        where task_id = :taskId
                          and (kind in ('ASSIGNED', 'DUE_TOMORROW', 'OVERDUE') and person <> :holder
                            or kind = 'TAKEN_OVER' and :holder in (person, ''))
                        """)
                .param("taskId", taskId)
                .param("holder", holder == null ? "" : holder)
                .update();
    }

    /** Deletes notifications about a task that is no longer open, except mentions. */
    void taskClosed(String taskId) {
        jdbc.sql("delete from notification where task_id = :taskId and kind <> 'MENTIONED'")
                .param("taskId", taskId)
                .update();
    }

    /** Deletes notifications about earlier due dates of a task. */
    void taskDue(String taskId, @Nullable Instant dueAt) {
        jdbc.sql("""
                        delete from notification
                        where task_id = :taskId and kind in ('DUE_TOMORROW', 'OVERDUE') and matter <> :matter
                        """)
                .param("taskId", taskId)
                .param("matter", DueNotices.matter(taskId, dueAt))
                .update();
    }

    /** Deletes notifications of a kind, except those about these matters. */
    void keep(Kind kind, Collection<String> matters) {
        String others = matters.isEmpty() ? "" : " and matter not in (:matters)";
        jdbc.sql("delete from notification where kind = :kind" + others)
                .param("kind", kind.name())
                .param("matters", matters)
                .update();
    }

    /** Deletes a person's notifications about follow-ups, except those about these matters. */
    void keepFollowUp(String person, Collection<String> matters) {
        String others = matters.isEmpty() ? "" : " and matter not in (:matters)";
        jdbc.sql("delete from notification where person = :person and kind = 'OVERDUE' and task_id is null" + others)
                .param("person", person)
                .param("matters", matters)
                .update();
    }

    /** Deletes notifications about the follow-up of an engagement whose matters have a prefix. */
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

    /** Removes all notifications from a digest; a later one will contain them. */
    void removeFromDigest(String digest) {
        jdbc.sql("update notification set digest = null where digest = :digest")
                .param("digest", digest)
                .update();
    }

    /** Deletes the notifications about a matter. */
    void forget(Kind kind, String matter) {
        jdbc.sql("delete from notification where kind = :kind and matter = :matter")
                .param("kind", kind.name())
                .param("matter", matter)
                .update();
    }

    /** Deletes notifications before a moment. */
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
                requiredInstant(row, "created_at"),
                row.getObject("read_at") != null);
    }
}
