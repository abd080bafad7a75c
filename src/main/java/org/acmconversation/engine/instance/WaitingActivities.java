package org.acmconversation.engine.instance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads where engagements wait, with three statements for many engagements; the engine's services need several for each
 * engagement. Call it within {@link org.acmconversation.database.Transactions#read} to get one snapshot.
 */
@Component
public class WaitingActivities {

    static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

    private final JdbcClient jdbc;

    WaitingActivities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open task.
     *
     * @param businessKey business key of its engagement
     * @param candidateGroups in alphabetical order
     */
    public record OpenTask(
            String businessKey,
            String taskId,
            String activityId,
            @Nullable String name,
            List<String> candidateGroups,
            @Nullable String assignee,
            @Nullable Instant dueAt) {}

    /**
     * A token that waits at an activity, such as a user task or a call activity.
     *
     * @param businessKey business key of its engagement
     */
    public record Token(String businessKey, String processDefinitionId, String activityId) {}

    /** Returns the open tasks of engagements and of the processes that they call, oldest first. */
    public List<OpenTask> tasks(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> groups = candidateGroups(businessKeys);
        return jdbc.sql("""
                        select instance.BUSINESS_KEY_, task.ID_, task.TASK_DEF_KEY_, task.NAME_, task.ASSIGNEE_,
                          task.DUE_DATE_
                        from ACT_RU_EXECUTION instance join ACT_RU_TASK task on task.PROC_INST_ID_ = instance.ID_
                        where instance.BUSINESS_KEY_ in (:businessKeys)
                        order by task.CREATE_TIME_, task.ID_
                        """)
                .param("businessKeys", businessKeys)
                .query((row, number) -> task(row, groups))
                .list();
    }

    private Map<String, List<String>> candidateGroups(Collection<String> businessKeys) {
        record Candidate(String taskId, String group) {}
        return jdbc
                .sql("""
                        select link.TASK_ID_, link.GROUP_ID_
                        from ACT_RU_EXECUTION instance
                        join ACT_RU_TASK task on task.PROC_INST_ID_ = instance.ID_
                        join ACT_RU_IDENTITYLINK link on link.TASK_ID_ = task.ID_
                        where instance.BUSINESS_KEY_ in (:businessKeys)
                          and link.TYPE_ = 'candidate' and link.GROUP_ID_ is not null
                        """)
                .param("businessKeys", businessKeys)
                .query((row, number) -> new Candidate(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Candidate::group))
                .collect(Collectors.groupingBy(
                        Candidate::taskId, Collectors.mapping(Candidate::group, Collectors.toList())));
    }

    private static OpenTask task(ResultSet row, Map<String, List<String>> groups) throws SQLException {
        LocalDateTime due = row.getObject("DUE_DATE_", LocalDateTime.class);
        return new OpenTask(
                row.getString("BUSINESS_KEY_"),
                row.getString("ID_"),
                row.getString("TASK_DEF_KEY_"),
                row.getString("NAME_"),
                groups.getOrDefault(row.getString("ID_"), List.of()),
                row.getString("ASSIGNEE_"),
                due == null ? null : due.toInstant(ZoneOffset.UTC));
    }

    /**
     * Returns the tokens of engagements and of the processes that they call. A token before an activity counts if a job
     * will move it. The engine also keeps the ended instances of a multi-instance activity; these are left out.
     */
    public List<Token> tokens(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select instance.BUSINESS_KEY_, token.PROC_DEF_ID_, token.ACT_ID_
                        from ACT_RU_EXECUTION instance join ACT_RU_EXECUTION token on token.PROC_INST_ID_ = instance.ID_
                        where instance.BUSINESS_KEY_ in (:businessKeys)
                          and token.ACT_ID_ is not null and token.IS_EVENT_SCOPE_ = false
                          and not exists (select 1 from ACT_RU_EXECUTION child
                                          where child.PARENT_ID_ = token.ID_ and child.IS_EVENT_SCOPE_ = false)
                          and (token.ACT_INST_ID_ is not null
                               or exists (select 1 from ACT_RU_JOB job where job.EXECUTION_ID_ = token.ID_))
                        order by token.ID_
                        """)
                .param("businessKeys", businessKeys)
                .query((row, number) -> new Token(
                        row.getString("BUSINESS_KEY_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("ACT_ID_").replace(MULTI_INSTANCE_BODY, "")))
                .list();
    }
}
