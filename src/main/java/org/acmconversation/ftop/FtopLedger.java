package org.acmconversation.ftop;

import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the FTOP tasks, one row per engagement and catalog id. */
@Repository
class FtopLedger {

    /** Names the columns: a prepared "select *" fails once per connection when a newer version adds one. */
    private static final String SELECT = """
            select engagement_id, catalog_id, name, mandatory, role, status, acknowledged_status, created_at, closed_at,
              ftop_reference, decline_reason, failure, failed_calls, failed_at
            from ftop_task""";

    /** SQL condition on a row of {@code engagement}: one of its tasks waits for FTOP. */
    static final String ENGAGEMENT_WAITS = """
            exists (select 1 from ftop_task
                    where ftop_task.engagement_id = engagement.id and ftop_task.failed_at is not null)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    FtopLedger(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @return the new tasks, in the same order */
    List<FtopTask> insert(UUID engagementId, List<CatalogTask> tasks, Instant createdAt) {
        SqlParameterSource[] rows = tasks.stream()
                .map(task -> new MapSqlParameterSource("engagementId", engagementId)
                        .addValue("catalogId", task.catalogId())
                        .addValue("name", task.name())
                        .addValue("mandatory", task.mandatory())
                        .addValue("role", task.role().name())
                        .addValue("createdAt", createdAt.atOffset(ZoneOffset.UTC)))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into ftop_task (engagement_id, catalog_id, name, mandatory, role, status, created_at)
                values (:engagementId, :catalogId, :name, :mandatory, :role, 'OPEN', :createdAt)
                """, rows);
        return tasks.stream()
                .map(task -> FtopTask.created(engagementId, task, createdAt))
                .toList();
    }

    /** @return the changed task */
    FtopTask close(FtopTask task, FtopTaskStatus status, @Nullable String declineReason, Instant closedAt) {
        jdbc.sql("""
                        update ftop_task set status = :status, decline_reason = :declineReason, closed_at = :closedAt
                        where engagement_id = :engagementId and catalog_id = :catalogId
                        """)
                .param("engagementId", task.engagementId())
                .param("catalogId", task.catalogId())
                .param("status", status.name())
                .param("declineReason", declineReason)
                .param("closedAt", closedAt.atOffset(ZoneOffset.UTC))
                .update();
        return task.closed(status, declineReason, closedAt);
    }

    /**
     * Records the state in FTOP. A task is first created and then closed, so a delayed response that is older than the
     * recorded state changes nothing.
     *
     * @return whether the recorded state changed
     */
    boolean confirm(FtopRecord record, Instant at) {
        return jdbc.sql("""
                        update ftop_task
                        set acknowledged_status = :confirmed, ftop_reference = coalesce(:reference, ftop_reference),
                            failed_calls = 0, failure = null, failed_at = null,
                            closed_at = case when :confirmed = 'OPEN' then closed_at
                                             else coalesce(closed_at, :at) end,
                            status = case when :confirmed = 'OPEN' then status else :confirmed end
                        where engagement_id = :engagementId and catalog_id = :catalogId
                          and (acknowledged_status is null or acknowledged_status = 'OPEN' and :confirmed <> 'OPEN')
                        """)
                        .param("engagementId", record.key().engagementId())
                        .param("catalogId", record.key().catalogId())
                        .param("confirmed", record.status().name())
                        .param("reference", record.reference())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Records a failed call, unless FTOP has confirmed the desired state to another caller meanwhile. */
    void failed(FtopKey key, FtopUnavailableException.Kind failure, Instant at) {
        jdbc.sql("""
                        update ftop_task set failed_calls = failed_calls + :calls, failure = :failure, failed_at = :at
                        where engagement_id = :engagementId and catalog_id = :catalogId
                          and (acknowledged_status is null or acknowledged_status <> status)
                        """)
                .param("engagementId", key.engagementId())
                .param("catalogId", key.catalogId())
                .param("calls", failure == FtopUnavailableException.Kind.NOT_ASKED ? 0 : 1)
                .param("failure", failure.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Records that FTOP responded without confirming anything: the task no longer waits for FTOP. */
    void answered(FtopKey key) {
        jdbc.sql("""
                        update ftop_task set failed_calls = 0, failure = null, failed_at = null
                        where engagement_id = :engagementId and catalog_id = :catalogId
                        """)
                .param("engagementId", key.engagementId())
                .param("catalogId", key.catalogId())
                .update();
    }

    /**
     * Replaces FTOP's reference of a confirmed task.
     *
     * @return whether it was different
     */
    boolean updateReference(FtopRecord record) {
        return jdbc.sql("""
                        update ftop_task set ftop_reference = :reference
                        where engagement_id = :engagementId and catalog_id = :catalogId
                          and status = :status and acknowledged_status = :status
                          and (ftop_reference is null or ftop_reference <> :reference)
                        """)
                        .param("engagementId", record.key().engagementId())
                        .param("catalogId", record.key().catalogId())
                        .param("status", record.status().name())
                        .param("reference", record.reference())
                        .update()
                == 1;
    }

    Optional<FtopTask> find(UUID engagementId, String catalogId) {
        return jdbc.sql(SELECT + " where engagement_id = :engagementId and catalog_id = :catalogId")
                .param("engagementId", engagementId)
                .param("catalogId", catalogId)
                .query(FtopLedger::task)
                .optional();
    }

    /** @throws NoSuchElementException if there is no such task */
    FtopTask get(UUID engagementId, String catalogId) {
        return find(engagementId, catalogId)
                .orElseThrow(() -> new NoSuchElementException(
                        "Engagement %s has no FTOP task %s".formatted(engagementId, catalogId)));
    }

    List<FtopTask> findAll(UUID engagementId) {
        return jdbc.sql(SELECT + " where engagement_id = :engagementId order by created_at, catalog_id")
                .param("engagementId", engagementId)
                .query(FtopLedger::task)
                .list();
    }

    /** Returns the existing tasks for the keys. */
    List<FtopTask> findAll(Collection<FtopKey> keys) {
        Set<FtopKey> wanted = Set.copyOf(keys);
        return wanted.isEmpty()
                ? List.of()
                : jdbc
                        .sql(SELECT + " where engagement_id in (:engagementIds)")
                        .param(
                                "engagementIds",
                                wanted.stream().map(FtopKey::engagementId).collect(Collectors.toSet()))
                        .query(FtopLedger::task)
                        .list()
                        .stream()
                        .filter(task -> wanted.contains(task.key()))
                        .toList();
    }

    /** Returns the next confirmed tasks that are open or were closed since a time, ordered by primary key. */
    List<FtopTask> confirmedAfter(@Nullable FtopKey after, Instant closedSince, int limit) {
        return jdbc.sql(SELECT + """

                        where status = acknowledged_status and (status = 'OPEN' or closed_at > :closedSince)
                          and (engagement_id > :engagementId or engagement_id = :engagementId and catalog_id > :catalogId)
                        order by engagement_id, catalog_id
                        fetch first :limit rows only
                        """)
                .param("engagementId", after == null ? new UUID(0, 0) : after.engagementId())
                .param("catalogId", after == null ? "" : after.catalogId())
                .param("closedSince", closedSince.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(FtopLedger::task)
                .list();
    }

    /** Returns the tasks that wait for FTOP, longest first. */
    List<FtopKey> waiting() {
        return jdbc.sql(
                        "select engagement_id, catalog_id from ftop_task where failed_at is not null order by failed_at")
                .query((row, number) ->
                        new FtopKey(row.getObject("engagement_id", UUID.class), row.getString("catalog_id")))
                .list();
    }

    /** Returns those of the engagements that have a task waiting for FTOP. */
    Set<UUID> waiting(Collection<UUID> engagementIds) {
        return engagementIds.isEmpty()
                ? Set.of()
                : jdbc.sql("select engagement_id from ftop_task"
                                + " where engagement_id in (:engagementIds) and failed_at is not null")
                        .param("engagementIds", engagementIds)
                        .query(UUID.class)
                        .set();
    }

    /** Returns the number of tasks that wait for FTOP. */
    long countWaiting() {
        return jdbc.sql("select count(*) from ftop_task where failed_at is not null")
                .query(Long.class)
                .single();
    }

    private static FtopTask task(ResultSet row, int number) throws SQLException {
        String acknowledged = row.getString("acknowledged_status");
        return new FtopTask(
                row.getObject("engagement_id", UUID.class),
                row.getString("catalog_id"),
                row.getString("name"),
                row.getBoolean("mandatory"),
                FastTrackRole.valueOf(row.getString("role")),
                FtopTaskStatus.valueOf(row.getString("status")),
                acknowledged == null ? null : FtopTaskStatus.valueOf(acknowledged),
                requiredInstant(row, "created_at"),
                instant(row, "closed_at"),
                row.getString("ftop_reference"),
                row.getString("decline_reason"),
                waiting(row));
    }

    private static @Nullable FtopWait waiting(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        return failure == null
                ? null
                : new FtopWait(
                        row.getInt("failed_calls"),
                        requiredInstant(row, "failed_at"),
                        FtopUnavailableException.Kind.valueOf(failure));
    }
}
