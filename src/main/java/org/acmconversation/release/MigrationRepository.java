package org.acmconversation.release;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acmconversation.database.StoredJson;
import org.acmconversation.release.Migration.Reason;
import org.acmconversation.release.Migration.State;
import org.acmconversation.release.RunningEngagements.Mapping;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which engagements are to move to a release, and each one's result. */
@Repository
class MigrationRepository {

    private static final TypeReference<List<Mapping>> MAPPINGS = new TypeReference<>() {};

    private static final int MAX_TEXT_LENGTH = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredJson json;
    private final Clock clock;

    MigrationRepository(JdbcClient jdbc, JdbcTemplate batches, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A running migration.
     *
     * @param startedAt distinguishes it from another plan for the same release
     */
    record Running(long release, String deploymentId, List<Mapping> mappings, OffsetDateTime startedAt) {}

    /** Replaces a release's migration plan; other migrations must have ended. */
    void plan(long release, Collection<String> rootInstanceIds, List<Mapping> mappings) {
        jdbc.sql("delete from model_migration_case where release_number = :release")
                .param("release", release)
                .update();
        OffsetDateTime now = OffsetDateTime.now(clock);
        int known = jdbc.sql("update model_migration set state = 'RUNNING', mappings = :mappings,"
                        + " started_at = :startedAt, looked_at = null where release_number = :release")
                .param("release", release)
                .param("mappings", json.write(mappings))
                .param("startedAt", now)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into model_migration (release_number, state, mappings, started_at)
                            values (:release, 'RUNNING', :mappings, :startedAt)
                            """)
                    .param("release", release)
                    .param("mappings", json.write(mappings))
                    .param("startedAt", now)
                    .update();
        }
        insert(release, rootInstanceIds);
    }

    private void insert(long release, Collection<String> rootInstanceIds) {
        batches.batchUpdate(
                "insert into model_migration_case (release_number, case_id, state) values (?, ?, 'WAITING')",
                rootInstanceIds.stream().map(id -> new Object[] {release, id}).toList());
    }

    /** Adds the engagements that are not part of a migration yet, and resumes it. Returns their number. */
    int add(long release, Collection<String> rootInstanceIds) {
        Set<String> late = new LinkedHashSet<>(rootInstanceIds);
        jdbc.sql("select case_id from model_migration_case where release_number = :release")
                .param("release", release)
                .query(String.class)
                .list()
                .forEach(late::remove);
        if (!late.isEmpty()) {
            jdbc.sql("update model_migration set state = 'RUNNING' where release_number = :release")
                    .param("release", release)
                    .update();
            insert(release, late);
        }
        return late.size();
    }

    /** Returns the completed migration to the active release, started before a time, whose final check is pending. */
    Optional<Long> pendingFinalCheck(Instant begun) {
        return jdbc.sql("""
                        select migration.release_number
                        from model_migration migration
                        join model_release release on release.number = migration.release_number
                        where release.active and migration.state = 'DONE' and migration.looked_at is null
                          and migration.started_at <= :begun
                        """)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Records the final check for engagements that started with the old models. */
    void recordFinalCheck(long release) {
        jdbc.sql("update model_migration set looked_at = :now where release_number = :release")
                .param("release", release)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Ends running migrations. Waits for the engagements that are moving. None moves afterward, so a later query sees
     * where each one stays. Cancels pending final checks, too.
     */
    void endAll() {
        jdbc.sql("""
                        update model_migration_case set state = 'LEFT' where state = 'WAITING' and release_number in
                          (select release_number from model_migration where state = 'RUNNING')
                        """).update();
        jdbc.sql("update model_migration set state = 'DONE' where state = 'RUNNING'")
                .update();
        jdbc.sql("update model_migration set looked_at = :now where looked_at is null")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Optional<Running> running() {
        return jdbc.sql("""
                        select migration.release_number, migration.mappings, migration.started_at, release.deployment_id
                        from model_migration migration
                        join model_release release on release.number = migration.release_number
                        where migration.state = 'RUNNING' and release.deployment_id is not null
                        """)
                .query((row, number) -> new Running(
                        row.getLong("release_number"),
                        row.getString("deployment_id"),
                        json.read(row.getString("mappings"), MAPPINGS),
                        row.getObject("started_at", OffsetDateTime.class)))
                .optional();
    }

    List<String> waiting(long release, int limit) {
        return jdbc.sql("""
                        select case_id from model_migration_case
                        where release_number = :release and state = 'WAITING' order by case_id limit :limit
                        """)
                .param("release", release)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Marks a waiting engagement as migrated. Returns false if another node was first, or the plan was replaced. */
    boolean mark(Running plan, String rootInstanceId) {
        return mark(plan, rootInstanceId, "MIGRATED", "", null);
    }

    /** Marks a waiting engagement that stays, if no other node was first and the plan was not replaced. */
    void stays(Running plan, String rootInstanceId, String reason, @Nullable String details) {
        mark(plan, rootInstanceId, "FAILED", reason, details);
    }

    private boolean mark(Running plan, String rootInstanceId, String state, String reason, @Nullable String details) {
        return jdbc.sql("""
                                update model_migration_case set state = :state, reason = :reason, details = :details
                                where release_number = :release and case_id = :rootInstanceId and state = 'WAITING'
                                  and exists (select 1 from model_migration
                                    where release_number = :release and started_at = :startedAt)
                                """)
                        .param("release", plan.release())
                        .param("startedAt", plan.startedAt())
                        .param("rootInstanceId", rootInstanceId)
                        .param("state", state)
                        .param("reason", cut(reason))
                        .param("details", details == null ? null : cut(details))
                        .update()
                > 0;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT_LENGTH));
    }

    /** Ends a migration, unless its plan was replaced. */
    void end(Running plan) {
        jdbc.sql("update model_migration set state = 'DONE' where release_number = :release"
                        + " and started_at = :startedAt")
                .param("release", plan.release())
                .param("startedAt", plan.startedAt())
                .update();
    }

    Migration of(long release) {
        Optional<String> state = jdbc.sql("select state from model_migration where release_number = :release")
                .param("release", release)
                .query(String.class)
                .optional();
        if (state.isEmpty()) {
            return Migration.NONE;
        }
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select state, count(*) from model_migration_case
                        where release_number = :release group by state
                        """).param("release", release).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        long migrated = counts.getOrDefault("MIGRATED", 0L);
        long failed = counts.getOrDefault("FAILED", 0L);
        long left = counts.getOrDefault("WAITING", 0L) + counts.getOrDefault("LEFT", 0L);
        return new Migration(
                State.valueOf(state.get()), migrated + failed + left, migrated, failed, left, reasons(release));
    }

    private List<Reason> reasons(long release) {
        return jdbc.sql("""
                        select reason, count(*) as engagements, min(details) as details from model_migration_case
                        where release_number = :release and state = 'FAILED' group by reason
                        order by engagements desc fetch first 20 rows only
                        """)
                .param("release", release)
                .query((row, number) -> new Reason(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }
}
