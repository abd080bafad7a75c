package org.acmconversation.portfolio;

import static org.acmconversation.database.Timestamps.atUtc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.engine.task.ObservedTask;
import org.acmconversation.engine.task.TaskObserver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records changes to count later, in the transaction of the change. Counting there would make engagements wait for each
 * other, because they share counters.
 */
@Component
class PortfolioChanges implements TaskObserver {

    private static final String SELECT = """
            select id, task_id, engagement_id, process_id, activity_id, roles, opened_at, due_at, closed_at,
              completed
            from portfolio_change
            """;

    private final JdbcClient jdbc;

    PortfolioChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A change.
     *
     * @param task the task's current state; null if the engagement itself changed
     */
    record Change(long id, UUID engagementId, @Nullable CountedTask task) {}

    @EventListener
    void engagementChanged(EngagementEvent event) {
        jdbc.sql("insert into portfolio_change (engagement_id) values (:engagementId)")
                .param("engagementId", event.engagementId())
                .update();
    }

    /** A process without an engagement is not counted. */
    @Override
    public void changed(ObservedTask task) {
        BusinessKey.engagementId(task.businessKey())
                .ifPresent(engagementId -> jdbc.sql("""
                        insert into portfolio_change (engagement_id, task_id, process_id, activity_id, roles, opened_at,
                          due_at, closed_at, completed)
                        values (:engagementId, :taskId, :processId, :activityId, :roles, :openedAt, :dueAt, :closedAt,
                          :completed)
                        """)
                        .param("engagementId", engagementId)
                        .param("taskId", task.taskId())
                        .param("processId", task.processId())
                        .param("activityId", task.activityId())
                        .param("roles", task.candidateGroups())
                        .param("openedAt", atUtc(task.createdAt()))
                        .param("dueAt", atUtc(task.dueAt()))
                        .param("closedAt", atUtc(task.closedAt()))
                        .param("completed", task.completed())
                        .update());
    }

    /** Whether there is a change that is not counted yet. */
    boolean any() {
        return !first(1).isEmpty();
    }

    /** Returns the first changes that are not counted yet, in the order in which they were recorded. */
    List<Change> first(int limit) {
        return jdbc.sql(SELECT + "order by id fetch first :limit rows only")
                .param("limit", limit)
                .query(PortfolioChanges::change)
                .list();
    }

    void delete(List<Change> changes) {
        jdbc.sql("delete from portfolio_change where id in (:ids)")
                .param("ids", changes.stream().map(Change::id).toList())
                .update();
    }

    /** Deletes all changes that are visible to the transaction. */
    void deleteAll() {
        jdbc.sql("delete from portfolio_change").update();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getObject("engagement_id", UUID.class),
                row.getString("task_id") == null ? null : PortfolioRows.task(row, number));
    }
}
