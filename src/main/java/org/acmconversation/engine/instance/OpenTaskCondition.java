package org.acmconversation.engine.instance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the tasks of an engagement, for other modules' queries: the engagement has an open task that meets all
 * components. Null components are ignored.
 *
 * @param activityId the current step; if no other component is about people's tasks, also a step that waits for a job
 * @param assignee the task's assignee
 * @param group a candidate group of the task
 * @param dueFrom earliest due date
 * @param dueBefore latest due date, exclusive
 */
public record OpenTaskCondition(
        @Nullable String activityId,
        @Nullable String assignee,
        @Nullable String group,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore) {

    /**
     * Returns the SQL condition for an engagement; empty if all components are null.
     *
     * @param businessKey SQL expression of the engagement's business key
     * @param further SQL condition on the engagement and the task's due date, {@code place.due_at} (UTC); null for none
     */
    public List<String> condition(String businessKey, @Nullable String further) {
        if (activityId == null && !isByTask()) {
            return List.of();
        }
        return List.of("""
                exists (
                  select 1 from (%s) place join ACT_RU_EXECUTION instance on instance.ID_ = place.instance_id
                  where instance.BUSINESS_KEY_ = %s%s)""".formatted(places(), businessKey, further == null ? "" : " and " + further));
    }

    private String places() {
        return isByTask() ? tasks() : tasks() + " union all " + jobs();
    }

    private String tasks() {
        List<String> conditions = new ArrayList<>();
        if (activityId != null) {
            conditions.add("TASK_DEF_KEY_ = :taskActivity");
        }
        if (assignee != null) {
            conditions.add("ASSIGNEE_ = :taskAssignee");
        }
        if (group != null) {
            conditions.add("""
                    ID_ in (
                      select TASK_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate' and GROUP_ID_ = :taskGroup)""");
        }
        if (dueFrom != null) {
            conditions.add("DUE_DATE_ >= :taskDueFrom");
        }
        if (dueBefore != null) {
            conditions.add("DUE_DATE_ < :taskDueBefore");
        }
        return "select PROC_INST_ID_ as instance_id, DUE_DATE_ as due_at from ACT_RU_TASK where "
                + String.join(" and ", conditions);
    }

    /** Service tasks, and timer events at which a token waits; boundary timers of a task are not steps. */
    private static String jobs() {
        return """
                select job.PROCESS_INSTANCE_ID_ as instance_id, job.DUEDATE_ as due_at
                from ACT_RU_JOBDEF definition join ACT_RU_JOB job on job.JOB_DEF_ID_ = definition.ID_
                where definition.ACT_ID_ in (:taskActivity, :taskActivities)
                  and job.HANDLER_TYPE_ in ('async-continuation', 'timer-intermediate-transition')""";
    }

    /** Whether it has a component that only user tasks have. */
    private boolean isByTask() {
        return assignee != null || group != null || dueFrom != null || dueBefore != null;
    }

    /** Returns the parameters of the condition, by name. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (activityId != null) {
            parameters.put("taskActivity", activityId);
            parameters.put("taskActivities", activityId + WaitingActivities.MULTI_INSTANCE_BODY);
        }
        if (assignee != null) {
            parameters.put("taskAssignee", assignee);
        }
        if (group != null) {
            parameters.put("taskGroup", group);
        }
        if (dueFrom != null) {
            parameters.put("taskDueFrom", time(dueFrom));
        }
        if (dueBefore != null) {
            parameters.put("taskDueBefore", time(dueBefore));
        }
        return parameters;
    }

    /** The engine stores times without a zone; they are UTC. */
    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
