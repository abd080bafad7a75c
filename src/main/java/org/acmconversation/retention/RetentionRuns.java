package org.acmconversation.retention;

import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import org.acmconversation.database.StoredJson;
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
    private final StoredJson json;

    RetentionRuns(JdbcClient jdbc, StoredJson json) {
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
                .param("deleted", json.write(run.deleted()))
                .update();
    }

    private RetentionRun run(ResultSet row, int number) throws SQLException {
        return new RetentionRun(
                requiredInstant(row, "started_at"),
                requiredInstant(row, "ended_at"),
                row.getBoolean("complete"),
                json.read(row.getString("deleted"), ROWS));
    }
}
