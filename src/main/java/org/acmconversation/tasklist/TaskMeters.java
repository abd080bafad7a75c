package org.acmconversation.tasklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.operations.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work waits for each role. A task that several roles may do counts for each of them. */
@Component
class TaskMeters {

    private static final String ROLE = "role";

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskMeters(JdbcClient jdbc, Clock clock, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.clock = clock;
        var open = snapshots.of(this::open);
        var overdue = snapshots.of(this::overdue);
        for (String group : CandidateGroup.ALL) {
            open.gauge("acm.tasks.open", "Open user tasks", all -> all.getOrDefault(group, 0L), ROLE, group);
            overdue.gauge(
                    "acm.tasks.overdue", "Those that are overdue", all -> all.getOrDefault(group, 0L), ROLE, group);
        }
    }

    /** Without the tasks themselves: the engine removes the candidates of a task with it. */
    private Map<String, Long> open() {
        return counts(jdbc.sql("""
                select GROUP_ID_ as role, count(*) as tasks from ACT_RU_IDENTITYLINK
                where TYPE_ = 'candidate' and GROUP_ID_ in (:groups) and TASK_ID_ is not null
                group by GROUP_ID_
                """));
    }

    private Map<String, Long> overdue() {
        return counts(jdbc.sql("""
                        select link.GROUP_ID_ as role, count(*) as tasks
                        from ACT_RU_TASK task join ACT_RU_IDENTITYLINK link on link.TASK_ID_ = task.ID_
                        where task.DUE_DATE_ < :now and link.TYPE_ = 'candidate' and link.GROUP_ID_ in (:groups)
                        group by link.GROUP_ID_
                        """)
                // The engine writes local times without their zone.
                .param("now", Timestamp.from(clock.instant())));
    }

    private static Map<String, Long> counts(JdbcClient.StatementSpec statement) {
        return statement
                .param("groups", CandidateGroup.ALL)
                .query((row, number) -> Map.entry(row.getString(ROLE), row.getLong("tasks")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
