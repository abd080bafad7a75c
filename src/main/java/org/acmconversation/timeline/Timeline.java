package org.acmconversation.timeline;

import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.ftop.FtopTaskChanged;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Stores the engagements' timelines. An entry is written in the transaction of the event that it records. */
@Component
public class Timeline {

    /** The actor of jobs and timers. */
    public static final String SYSTEM = "system";

    static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    /** The columns that {@link #entry} reads. */
    static final String COLUMNS = "occurred_at, event, actor, activity_id, name, detail";

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Timeline(JdbcClient jdbc, StoredJson json, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Returns an engagement's entries, oldest first. */
    public List<TimelineEntry> of(UUID engagementId) {
        return jdbc.sql("select " + COLUMNS
                        + " from timeline_entry where engagement_id = :engagementId order by occurred_at, id")
                .param("engagementId", engagementId)
                .query(this::entry)
                .list();
    }

    /**
     * Returns who last completed a task of an engagement, or else of another engagement of the same customer.
     *
     * @param activityId id of the user task in its model
     */
    public Optional<String> lastToComplete(UUID engagementId, String activityId) {
        return jdbc.sql("""
                        select entry.actor
                        from engagement own
                          join engagement other on other.id = own.id or other.tenant_id = own.tenant_id
                          join timeline_entry entry on entry.engagement_id = other.id
                        where own.id = :engagementId and entry.event = 'TASK_COMPLETED'
                          and entry.activity_id = :activityId
                        order by case when other.id = own.id then 0 else 1 end, entry.occurred_at desc, entry.id desc
                        limit 1
                        """)
                .param("engagementId", engagementId)
                .param("activityId", activityId)
                .query(String.class)
                .optional();
    }

    /**
     * Records an event of a process, caused by the current user. A process without an engagement has no timeline.
     *
     * @param businessKey business key of the process instance, or null
     * @param activityId id of the model element
     * @param name display name
     */
    public void record(
            @Nullable String businessKey,
            Event event,
            @Nullable String activityId,
            @Nullable String name,
            Map<String, ?> detail) {
        BusinessKey.engagementId(businessKey).ifPresent(id -> record(id, event, actor(), activityId, name, detail));
    }

    /** Like {@link #record}, for events that the system causes while a person is doing something else. */
    public void recordOfSystem(
            @Nullable String businessKey,
            Event event,
            @Nullable String activityId,
            @Nullable String name,
            Map<String, ?> detail) {
        BusinessKey.engagementId(businessKey).ifPresent(id -> record(id, event, SYSTEM, activityId, name, detail));
    }

    private void record(
            UUID engagementId, Event event, @Nullable String activityId, @Nullable String name, Map<String, ?> detail) {
        record(engagementId, event, actor(), activityId, name, detail);
    }

    /** Inserts nothing if the UUID is not an engagement's: other processes may use UUIDs as business keys, too. */
    private void record(
            UUID engagementId,
            Event event,
            String actor,
            @Nullable String activityId,
            @Nullable String name,
            Map<String, ?> detail) {
        var entry = new TimelineEntry(clock.instant(), event, actor, activityId, name, new HashMap<>(detail));
        int recorded = jdbc.sql("""
                        insert into timeline_entry (engagement_id, occurred_at, event, actor, activity_id, name, detail)
                        select id, cast(:occurredAt as timestamp(6) with time zone), :event, :actor, :activityId, :name,
                               :detail
                        from engagement where id = :engagementId
                        """)
                .param("engagementId", engagementId)
                .param("occurredAt", entry.at().atOffset(ZoneOffset.UTC))
                .param("event", event.name())
                .param("actor", entry.actor())
                .param("activityId", activityId)
                .param("name", name)
                .param("detail", json.write(detail))
                .update();
        if (recorded > 0) {
            events.publishEvent(new TimelineRecorded(engagementId, entry));
        }
    }

    @EventListener
    void engagementChanged(EngagementEvent event) {
        UUID id = event.engagementId();
        if (event instanceof EngagementEvent.Started) {
            record(id, Event.ENGAGEMENT_STARTED, null, null, Map.of());
        } else if (event instanceof EngagementEvent.ProfileChanged changed) {
            record(
                    id,
                    Event.PROFILE_CHANGED,
                    null,
                    null,
                    Map.of("profile", changed.profile(), "previous", changed.previous()));
        } else if (event instanceof EngagementEvent.ConversationRescheduled rescheduled) {
            record(
                    id,
                    Event.CONVERSATION_RESCHEDULED,
                    null,
                    null,
                    Map.of(
                            "at", rescheduled.at().toString(),
                            "previousAt", rescheduled.previous().toString()));
        } else if (event instanceof EngagementEvent.Withdrawn withdrawn) {
            record(id, Event.ENGAGEMENT_WITHDRAWN, null, null, Map.of("reason", withdrawn.reason()));
        } else if (event instanceof EngagementEvent.Ended ended) {
            record(id, Event.ENGAGEMENT_ENDED, null, null, Map.of("outcome", ended.outcome()));
        } else if (event instanceof EngagementEvent.Erased) {
            record(id, Event.ENGAGEMENT_ERASED, null, null, Map.of());
        }
    }

    @EventListener
    void ftopTaskChanged(FtopTaskChanged change) {
        var detail = new HashMap<String, Object>();
        detail.put("catalogId", change.catalogId());
        detail.put("status", change.status());
        detail.put("ftopReference", change.ftopReference());
        Event event = change.status() == FtopTaskStatus.OPEN ? Event.FTOP_TASK_CREATED : Event.FTOP_TASK_CLOSED;
        record(change.engagementId(), event, null, change.name(), detail);
    }

    private static String actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? SYSTEM : authentication.getName();
    }

    TimelineEntry entry(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                requiredInstant(row, "occurred_at"),
                Event.valueOf(row.getString("event")),
                row.getString("actor"),
                row.getString("activity_id"),
                row.getString("name"),
                json.read(row.getString("detail"), DETAIL));
    }
}
