package org.acmconversation.engine.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts open tasks by candidate group. A task with several groups counts for each. */
@Component
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the number of open tasks by group. Groups without tasks are missing. */
    public Map<String, Long> of(Collection<String> groups) {
        // No join with the tasks: the engine deletes a task's candidates together with the task.
        return counts(jdbc.sql("""
                select GROUP_ID_ as candidate, count(*) as tasks from ACT_RU_IDENTITYLINK
                where TYPE_ = 'candidate' and GROUP_ID_ in (:groups) and TASK_ID_ is not null
                group by GROUP_ID_
                """).param("groups", groups));
    }

    /** Returns the number of tasks that are overdue at a given time, by group. Groups without tasks are missing. */
    public Map<String, Long> overdue(Collection<String> groups, Instant now) {
        return counts(jdbc.sql("""
                        select link.GROUP_ID_ as candidate, count(*) as tasks
                        from ACT_RU_TASK task join ACT_RU_IDENTITYLINK link on link.TASK_ID_ = task.ID_
                        where task.DUE_DATE_ < :now and link.TYPE_ = 'candidate' and link.GROUP_ID_ in (:groups)
                        group by link.GROUP_ID_
                        """)
                .param("groups", groups)
                // The engine's timestamps have no time zone.
                .param("now", Timestamp.from(now)));
    }

    private static Map<String, Long> counts(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> Map.entry(row.getString("candidate"), row.getLong("tasks")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
