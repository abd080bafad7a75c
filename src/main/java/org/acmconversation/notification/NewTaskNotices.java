package org.acmconversation.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.task.ObservedTask;
import org.acmconversation.engine.task.TaskObserver;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineRecorded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records new tasks in the queues of roles with a channel, in the transaction of the change. Tasks that somebody has
 * claimed or completed before the card is posted are not announced.
 */
@Component
class NewTaskNotices implements TaskObserver {

    private final JdbcClient jdbc;
    private final TeamsProperties properties;
    private final Clock clock;

    NewTaskNotices(JdbcClient jdbc, TeamsProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void created(ObservedTask task) {
        BusinessKey.engagementId(task.businessKey())
                .ifPresent(engagementId -> Stream.of(task.candidateGroups().split(",", -1))
                        .distinct()
                        .filter(properties.channels()::containsKey)
                        .forEach(role -> add(task.taskId(), role, engagementId)));
    }

    /** A task that has moved or is due at another time is not new. */
    @Override
    public void changed(ObservedTask task) {
        if (!properties.channels().isEmpty() && task.closedAt() != null) {
            jdbc.sql("delete from queue_news where task_id = :taskId")
                    .param("taskId", task.taskId())
                    .update();
        }
    }

    private void add(String taskId, String role, UUID engagementId) {
        jdbc.sql("""
                        insert into queue_news (task_id, role, engagement_id, created_at)
                        values (:taskId, :role, :engagementId, :now)
                        """)
                .param("taskId", taskId)
                .param("role", role)
                .param("engagementId", engagementId)
                .param("now", now())
                .update();
    }

    /** Somebody has a claimed task already. */
    @EventListener
    void recorded(TimelineRecorded recorded) {
        TimelineEntry entry = recorded.entry();
        if (!properties.channels().isEmpty()
                && entry.taskId() != null
                && entry.detail().get("assignee") != null) {
            jdbc.sql("update queue_news set told_at = :now where task_id = :taskId and told_at is null")
                    .param("now", now())
                    .param("taskId", entry.taskId())
                    .update();
        }
    }

    /** Adds unannounced tasks to a card; returns their number. */
    int putOnCard(String role, UUID card) {
        return jdbc.sql("update queue_news set card_id = :card where role = :role and told_at is null")
                .param("card", card)
                .param("role", role)
                .update();
    }

    /** Records that a card was posted. */
    void markPosted(UUID card) {
        jdbc.sql("update queue_news set told_at = :now where card_id = :card and told_at is null")
                .param("now", now())
                .param("card", card)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
