package org.acmconversation.retention;

import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the last cleanup. */
@Repository
class RetentionRuns {

    private static final TypeReference<TreeMap<String, Long>> ROWS = new TypeReference<>() {};

    private static final String SELECT = """
            select started_at, ended_at, complete, deleted
            from retention_run
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RetentionRuns(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<RetentionRun> latest() {
        return jdbc.sql(SELECT + "where started_at is not null")
                .query(this::run)
                .optional();
    }

    void replace(RetentionRun run) {
        jdbc.sql("""
                        update retention_run
                        set started_at = :startedAt, ended_at = :endedAt, complete = :complete, deleted = :deleted
                        """)
                .param("startedAt", run.startedAt().atOffset(ZoneOffset.UTC))
                .param("endedAt", run.endedAt().atOffset(ZoneOffset.UTC))
                .param("complete", run.complete())
                .param("deleted", write(run.deleted()))
                .update();
    }

    private RetentionRun run(ResultSet row, int number) throws SQLException {
        return new RetentionRun(
                requiredInstant(row, "started_at"),
                requiredInstant(row, "ended_at"),
                row.getBoolean("complete"),
                read(row.getString("deleted")));
    }

    private String write(Map<String, Long> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers can always be written", e);
        }
    }

    private Map<String, Long> read(String rows) {
        try {
            return json.readValue(rows, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rows of a cleanup cannot be parsed", e);
        }
    }
}
