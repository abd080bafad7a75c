package org.acmconversation.engine;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps others from changing a task between a look at it and a change. */
@Component
public class TaskLock {

    private final JdbcClient jdbc;

    TaskLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks a task until the transaction ends.
     *
     * @return who has it; empty if nobody does, or there is no such task
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
