package org.acmconversation.formanswer;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.database.StoredJson;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores people's answers, in the transaction that completes the task. The timeline records who completed it and when,
 * also for tasks that were completed before answers were stored.
 */
@Component
public class Answers {

    private static final TypeReference<List<Answer>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Timeline timeline;

    Answers(JdbcClient jdbc, StoredJson json, Timeline timeline) {
        this.jdbc = jdbc;
        this.json = json;
        this.timeline = timeline;
    }

    /**
     * Stores the answers of a task that is being completed, if its process belongs to an engagement.
     *
     * @param businessKey business key of the process instance
     */
    public void record(String businessKey, String taskId, List<Answer> answers) {
        BusinessKey.engagementId(businessKey)
                .ifPresent(engagement -> jdbc.sql("""
                        insert into task_answer (task_id, engagement_id, answers)
                        select :taskId, id, :answers from engagement where id = :engagement
                        """)
                        .param("taskId", taskId)
                        .param("answers", json.write(answers))
                        .param("engagement", engagement)
                        .update());
    }

    /** Returns an engagement's completed tasks, including those of called processes, oldest first. */
    public List<AnsweredTask> of(UUID engagementId) {
        List<TimelineEntry> completed = timeline.of(engagementId).stream()
                .filter(entry -> entry.event() == Event.TASK_COMPLETED)
                .toList();
        Map<String, List<Answer>> answers =
                of(completed.stream().map(TimelineEntry::taskId).toList());
        return completed.stream()
                .map(entry -> new AnsweredTask(
                        entry.activityId(),
                        entry.name(),
                        entry.actor(),
                        entry.at(),
                        answers.getOrDefault(entry.taskId(), List.of())))
                .toList();
    }

    /** Returns the conversation's time if it differs from the answer because it was rescheduled. */
    public Optional<Instant> rescheduledTo(UUID engagementId) {
        return timeline.of(engagementId).stream()
                .filter(entry -> entry.event() == Event.CONVERSATION_RESCHEDULED)
                .reduce((earlier, later) -> later)
                .map(entry -> Instant.parse(String.valueOf(entry.detail().get("at"))));
    }

    /** Returns the engagement of a completed task, if its answers were stored. */
    public Optional<UUID> engagementOf(String taskId) {
        return jdbc.sql("select engagement_id from task_answer where task_id = :taskId")
                .param("taskId", taskId)
                .query(UUID.class)
                .optional();
    }

    /** Returns answers by task id; tasks without answers are missing. */
    Map<String, List<Answer>> of(Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select task_id, answers from task_answer where task_id in (:taskIds)")
                .param("taskIds", taskIds)
                .query((row, number) -> Map.entry(row.getString("task_id"), json.read(row.getString("answers"), LIST)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
