package org.acmconversation.engine.task;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of open tasks by person. */
@Component
public class Workloads {

    private static final String COUNTS = """
            select ASSIGNEE_ as assignee, count(*) as tasks,
                   count(case when DUE_DATE_ < :now then 1 end) as overdue
            from ACT_RU_TASK where %s group by ASSIGNEE_
            """;

    private final JdbcClient jdbc;

    Workloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The open tasks of one person.
     *
     * @param overdue number of overdue tasks among them
     */
    public record Load(long open, long overdue) {

        /** No open tasks. */
        public static final Load NONE = new Load(0, 0);
    }

    /** Returns the loads of people who have tasks, by person. */
    public Map<String, Load> all(Instant now) {
        return loads(jdbc.sql(COUNTS.formatted("ASSIGNEE_ is not null")), now);
    }

    /** Returns the loads of the given people, by person. People without tasks are missing. */
    public Map<String, Load> of(Collection<String> people, Instant now) {
        return people.isEmpty()
                ? Map.of()
                : loads(jdbc.sql(COUNTS.formatted("ASSIGNEE_ in (:people)")).param("people", people), now);
    }

    private static Map<String, Load> loads(JdbcClient.StatementSpec statement, Instant now) {
        return statement
                // The engine's timestamps have no time zone.
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) ->
                        Map.entry(row.getString("assignee"), new Load(row.getLong("tasks"), row.getLong("overdue"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
