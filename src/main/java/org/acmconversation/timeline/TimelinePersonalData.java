package org.acmconversation.timeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.acmconversation.engagement.Steps;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.StoredRows;
import org.acmconversation.personaldata.Subject;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Texts and values in the timeline. Who did what and when stays, with ids, states and dates. People can rename a task,
 * so its name in the model replaces the name.
 */
@Component
class TimelinePersonalData implements PersonalData {

    private static final String TABLE = "timeline_entry";

    /** Nobody can rename a decision. */
    private static final String TASKS =
            "engagement_id = :id and activity_id is not null and event <> '%s'".formatted(Event.DECISION_MADE);

    private static final Set<String> KEPT = Set.of(
            "taskId",
            "commentId",
            "catalogId",
            "status",
            "ftopReference",
            "outcome",
            "decision",
            "assignee",
            "previousAssignee",
            "owner",
            "dueAt",
            "previousDueAt",
            "followUpAt",
            "previousFollowUpAt",
            "at",
            "previousAt");

    private final JdbcClient jdbc;
    private final StoredRows rows;
    private final StoredJson json;
    private final Steps steps;

    TimelinePersonalData(JdbcClient jdbc, StoredRows rows, StoredJson json, Steps steps) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.steps = steps;
    }

    private record Detail(long id, String detail) {}

    @Override
    public Set<String> erased() {
        return Set.of(TABLE + ".detail", TABLE + ".name");
    }

    @Override
    public Map<String, List<Map<String, Object>>> export(Subject subject) {
        return Map.of(TABLE, rows.read(TABLE, "engagement_id = :engagementId order by id", subject.parameters()));
    }

    @Override
    public Map<String, Integer> erase(Subject subject) {
        int changed = rename(subject.engagementId());
        for (Detail entry : jdbc.sql("select id, detail from timeline_entry where engagement_id = :id")
                .param("id", subject.engagementId())
                .query(Detail.class)
                .list()) {
            Map<String, Object> detail = new LinkedHashMap<>(json.read(entry.detail(), Timeline.DETAIL));
            if (detail.keySet().retainAll(KEPT)) {
                changed += jdbc.sql("update timeline_entry set detail = :detail where id = :id")
                        .param("detail", json.write(detail))
                        .param("id", entry.id())
                        .update();
            }
        }
        return Map.of(TABLE, changed);
    }

    /** A step that the active models no longer have gets its id as its name. */
    private int rename(UUID engagementId) {
        Map<String, String> names = new HashMap<>();
        steps.all().forEach(step -> names.put(step.activityId(), step.name()));
        int renamed = 0;
        for (String activityId : jdbc.sql("select distinct activity_id from timeline_entry where " + TASKS)
                .param("id", engagementId)
                .query(String.class)
                .list()) {
            renamed += jdbc.sql("update timeline_entry set name = :name where " + TASKS
                            + " and activity_id = :activityId and name <> :name")
                    .param("id", engagementId)
                    .param("activityId", activityId)
                    .param("name", names.getOrDefault(activityId, activityId))
                    .update();
        }
        return renamed;
    }
}
