package org.acmconversation.engine.task;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads completed tasks from the engine's history while it is kept. */
@Component
public class TaskOrigins {

    private final JdbcClient jdbc;

    TaskOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a task came from.
     *
     * @param createdAt when it was created
     * @param variables texts that its process instance as a whole has, by name
     */
    public record Origin(Instant createdAt, Map<String, String> variables) {

        /** Returns the value of a variable; null if the process instance has none. */
        public @Nullable String variable(String name) {
            return variables.get(name);
        }
    }

    /** Returns origins by task id, with the variables of these names; those of unknown tasks are missing. */
    public Map<String, Origin> of(Collection<String> taskIds, Collection<String> names) {
        Map<String, Origin> origins = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("""
                            select task.ID_, task.START_TIME_, variable.NAME_, variable.TEXT_
                            from ACT_HI_TASKINST task
                            left join ACT_HI_VARINST variable
                              on variable.PROC_INST_ID_ = task.PROC_INST_ID_
                                and variable.EXECUTION_ID_ = task.PROC_INST_ID_ and variable.NAME_ in (:names)
                            where task.ID_ in (:taskIds)
                            """).param("names", names).param("taskIds", taskIds).query(row -> {
                Instant createdAt =
                        row.getObject("START_TIME_", LocalDateTime.class).toInstant(ZoneOffset.UTC);
                Origin origin =
                        origins.computeIfAbsent(row.getString("ID_"), id -> new Origin(createdAt, new HashMap<>()));
                String value = row.getString("TEXT_");
                if (value != null) {
                    origin.variables().put(row.getString("NAME_"), value);
                }
            });
        }
        return origins;
    }
}
