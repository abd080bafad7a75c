package org.acmconversation.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recent events in the engagements that a person works on. */
@Component
public class RecentChanges {

    private final JdbcClient jdbc;
    private final Timeline timeline;

    RecentChanges(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /** An entry of an engagement's timeline. */
    public record Change(UUID engagementId, String customer, TimelineEntry entry) {}

    /**
     * Returns running engagements that a person has started, or completed a task of, since a time, latest first. Each
     * event has an index of its own.
     */
    public List<UUID> workedOn(String person, Instant since, int limit) {
        return jdbc.sql("""
                        select engagement_id from (
                          (select engagement_id, occurred_at from timeline_entry
                           join engagement on engagement.id = timeline_entry.engagement_id
                           where actor = :person and event = 'ENGAGEMENT_STARTED' and occurred_at >= :since
                             and engagement.status = 'RUNNING'
                           order by occurred_at desc limit :limit)
                          union all
                          (select engagement_id, occurred_at from timeline_entry
                           join engagement on engagement.id = timeline_entry.engagement_id
                           where actor = :person and event = 'TASK_COMPLETED' and occurred_at >= :since
                             and engagement.status = 'RUNNING')
                        ) worked_on
                        group by engagement_id order by max(occurred_at) desc limit :limit
                        """)
                .param("person", person)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Returns what others, including the system, have done in engagements since a time, newest first. */
    public List<Change> byOthers(String person, Collection<UUID> engagements, Instant since, int limit) {
        if (engagements.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select engagement_id, customer_name, %s from timeline_entry
                        join engagement on engagement.id = timeline_entry.engagement_id
                        where engagement_id in (:engagements) and occurred_at >= :since and actor <> :person
                        order by occurred_at desc, timeline_entry.id desc limit :limit
                        """.formatted(Timeline.COLUMNS))
                .param("engagements", engagements)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> new Change(
                        row.getObject("engagement_id", UUID.class),
                        row.getString("customer_name"),
                        timeline.entry(row, number)))
                .list();
    }
}
