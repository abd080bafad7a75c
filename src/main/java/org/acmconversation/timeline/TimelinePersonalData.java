package org.acmconversation.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.StoredRows;
import org.acmconversation.personaldata.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Texts and values in the timeline. Who did what and when stays, with ids, states and dates. People can rename a task,
 * so the model's id replaces its name.
 */
@Component
class TimelinePersonalData implements PersonalData {

    private static final String TABLE = "timeline_entry";

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
    private final Timeline timeline;

    TimelinePersonalData(JdbcClient jdbc, StoredRows rows, Timeline timeline) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
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
        int changed = jdbc.sql("""
                        update timeline_entry set name = activity_id
                        where engagement_id = :id and activity_id is not null and name <> activity_id
                        """).param("id", subject.engagementId()).update();
        for (Detail entry : jdbc.sql("select id, detail from timeline_entry where engagement_id = :id")
                .param("id", subject.engagementId())
                .query(Detail.class)
                .list()) {
            Map<String, Object> detail = new LinkedHashMap<>(timeline.read(entry.detail()));
            if (detail.keySet().retainAll(KEPT)) {
                changed += jdbc.sql("update timeline_entry set detail = :detail where id = :id")
                        .param("detail", timeline.write(detail))
                        .param("id", entry.id())
                        .update();
            }
        }
        return Map.of(TABLE, changed);
    }
}
