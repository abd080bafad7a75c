package org.acmconversation.engine.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads all tasks in the engine's history. On PostgreSQL it must run in a transaction. */
@Component
public class TaskHistory {

    private static final int FETCH_SIZE = 1000;

    private final JdbcTemplate jdbc;

    TaskHistory(DataSource database) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FETCH_SIZE);
    }

    /** Passes on every task of a process instance with a business key. */
    public void forEach(Consumer<ObservedTask> consumer) {
        jdbc.query("""
                select task.ID_, instance.BUSINESS_KEY_, task.PROC_DEF_KEY_, task.TASK_DEF_KEY_, task.START_TIME_,
                  task.DUE_DATE_, task.END_TIME_, task.DELETE_REASON_,
                  (select string_agg(link.GROUP_ID_, ',' order by link.GROUP_ID_)
                   from ACT_RU_IDENTITYLINK link
                   where link.TASK_ID_ = task.ID_ and link.TYPE_ = 'candidate') as candidate_groups
                from ACT_HI_TASKINST task join ACT_HI_PROCINST instance on instance.ID_ = task.PROC_INST_ID_
                where instance.BUSINESS_KEY_ is not null
                """, (ResultSet row) -> consumer.accept(task(row)));
    }

    private static ObservedTask task(ResultSet row) throws SQLException {
        String groups = row.getString("candidate_groups");
        return new ObservedTask(
                row.getString("ID_"),
                row.getString("BUSINESS_KEY_"),
                row.getString("PROC_DEF_KEY_"),
                row.getString("TASK_DEF_KEY_"),
                groups == null ? "" : groups,
                row.getObject("START_TIME_", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row, "DUE_DATE_"),
                instant(row, "END_TIME_"),
                "completed".equals(row.getString("DELETE_REASON_")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
