package org.acmconversation.timeline;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks that a person completed, in all engagements. */
@Component
public class CompletedTasks {

    private final JdbcClient jdbc;
    private final Timeline timeline;

    CompletedTasks(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /**
     * Selects tasks; a null component does not filter.
     *
     * @param actor who completed them
     * @param text part of the customer's name or of the external id, ignoring case and accents
     * @param from earliest completion, inclusive
     * @param to latest completion, exclusive
     */
    public record Query(
            String actor,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant to,
            PageRequest page) {

        private String conditions() {
            List<String> conditions = new ArrayList<>(List.of("actor = :actor", "event = 'TASK_COMPLETED'"));
            if (text != null) {
                conditions.add("search_key like :text escape '!'");
            }
            if (from != null) {
                conditions.add("occurred_at >= :from");
            }
            if (to != null) {
                conditions.add("occurred_at < :to");
            }
            return " from timeline_entry join engagement on engagement.id = timeline_entry.engagement_id where "
                    + String.join(" and ", conditions);
        }

        private Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("actor", actor);
            if (text != null) {
                parameters.put("text", SearchKey.pattern(text));
            }
            if (from != null) {
                parameters.put("from", from.atOffset(ZoneOffset.UTC));
            }
            if (to != null) {
                parameters.put("to", to.atOffset(ZoneOffset.UTC));
            }
            return parameters;
        }
    }

    /** A completed task. */
    public record CompletedTask(
            String taskId,
            @Nullable String activityId,
            @Nullable String name,
            Instant completedAt,
            UUID engagementId,
            String customer,
            String externalId) {}

    /** A page of completed tasks, and their total number. */
    public record Page(List<CompletedTask> items, long totalItems) {}

    /** Returns a page, newest first. */
    public Page find(Query query) {
        long total = jdbc.sql("select count(*)" + query.conditions())
                .params(query.parameters())
                .query(Long.class)
                .single();
        List<CompletedTask> items = jdbc.sql(
                        "select engagement_id, customer_name, external_id, " + Timeline.COLUMNS + query.conditions()
                                + " order by occurred_at desc, timeline_entry.id desc limit :size offset :offset")
                .params(query.parameters())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(this::task)
                .list();
        return new Page(items, total);
    }

    /** Returns running engagements in which a person has completed a task of an activity, latest first. */
    public List<UUID> running(String actor, String activityId, int limit) {
        return jdbc.sql("""
                        select engagement_id from timeline_entry
                        join engagement on engagement.id = timeline_entry.engagement_id
                        where actor = :actor and event = 'TASK_COMPLETED' and activity_id = :activityId
                          and status = 'RUNNING'
                        group by engagement_id order by max(occurred_at) desc limit :limit
                        """)
                .param("actor", actor)
                .param("activityId", activityId)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private CompletedTask task(ResultSet row, int number) throws SQLException {
        TimelineEntry entry = timeline.entry(row, number);
        return new CompletedTask(
                Objects.requireNonNull(entry.taskId()),
                entry.activityId(),
                entry.name(),
                requiredInstant(row, "occurred_at"),
                row.getObject("engagement_id", UUID.class),
                row.getString("customer_name"),
                row.getString("external_id"));
    }
}
