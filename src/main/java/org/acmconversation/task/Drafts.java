package org.acmconversation.task;

import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.acmconversation.database.StoredJson;
import org.acmconversation.database.Transactions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores one draft per task. It stays with the task when the assignee changes and is deleted with the task. */
@Component
public class Drafts {

    /** The version of a draft that does not exist. */
    public static final long NONE = 0;

    private static final String SELECT = """
            select fields, saved_by, saved_at, version
            from task_draft
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(JdbcClient jdbc, StoredJson json, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns a task's draft. */
    public Draft get(String taskId) {
        return jdbc.sql(SELECT + "where task_id = :taskId")
                .param("taskId", taskId)
                .query(this::draft)
                .optional()
                .orElseThrow(UnknownDraftException::new);
    }

    /**
     * Saves a draft and replaces the previous one.
     *
     * @param expected the version that the person has read, {@link #NONE} if there was none; empty to replace any
     *     version
     * @return its new version
     */
    public long save(String taskId, JsonNode fields, String user, Optional<Long> expected) {
        try {
            return transactions.run(() -> {
                long current = jdbc.sql("select version from task_draft where task_id = :taskId for update")
                        .param("taskId", taskId)
                        .query(Long.class)
                        .optional()
                        .orElse(NONE);
                if (expected.isPresent() && expected.get() != current) {
                    throw new DraftChangedException();
                }
                long version = current + 1;
                write(taskId, fields, user, version);
                return version;
            });
        } catch (DataIntegrityViolationException gone) {
            // The task was completed concurrently.
            throw new UnknownTaskException();
        }
    }

    private void write(String taskId, JsonNode fields, String user, long version) {
        String statement = version == 1 ? """
                insert into task_draft (task_id, version, fields, saved_by, saved_at)
                values (:taskId, :version, :fields, :user, :now)
                """ : """
                update task_draft set version = :version, fields = :fields, saved_by = :user, saved_at = :now
                where task_id = :taskId
                """;
        jdbc.sql(statement)
                .param("taskId", taskId)
                .param("version", version)
                .param("fields", fields.toString())
                .param("user", user)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes a task's draft, if there is one. */
    public void delete(String taskId) {
        jdbc.sql("delete from task_draft where task_id = :taskId")
                .param("taskId", taskId)
                .update();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                json.read(row.getString("fields")),
                row.getString("saved_by"),
                requiredInstant(row, "saved_at"),
                row.getLong("version"));
    }
}
