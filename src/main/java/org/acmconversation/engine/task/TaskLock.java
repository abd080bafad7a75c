package org.acmconversation.engine.task;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks a task, so that nobody else changes it between reading and changing it. */
@Component
public class TaskLock {

    private final JdbcClient jdbc;

    TaskLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks a task until the transaction ends.
     *
     * @return its assignee; empty if it is unassigned or does not exist
     */
    public Optional<String> assignee(String taskId) {
        return jdbc
                .sql("select ASSIGNEE_ from ACT_RU_TASK where ID_ = :taskId for update")
                .param("taskId", taskId)
                .query((row, number) -> Optional.ofNullable(row.getString("ASSIGNEE_")))
                .list()
                .stream()
                .findFirst()
                .flatMap(assignee -> assignee);
    }
}
