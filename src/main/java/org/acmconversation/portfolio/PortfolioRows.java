package org.acmconversation.portfolio;

import static org.acmconversation.database.Timestamps.atUtc;
import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.acmconversation.engagement.Location;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the counted values of engagements and tasks. */
@Repository
class PortfolioRows {

    private static final int FETCH_SIZE = 1000;

    private static final String SELECT_ENGAGEMENTS = """
            select engagement_id, segment, services, initiatives, status, started_at, ended_at, country, time_zone
            from portfolio_engagement
            """;

    private static final String SELECT_TASKS = """
            select task_id, engagement_id, process_id, activity_id, roles, opened_at, due_at, closed_at,
              completed
            from portfolio_task
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JdbcTemplate all;

    PortfolioRows(JdbcClient jdbc, NamedParameterJdbcOperations batches, DataSource database) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.all = new JdbcTemplate(database);
        this.all.setFetchSize(FETCH_SIZE);
    }

    /** Returns the current values of engagements. Engagements of uncommitted transactions are missing. */
    List<CountedEngagement> current(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id as engagement_id, segment, services, initiatives, status, started_at, ended_at,
                          country, time_zone
                        from engagement where id in (:ids)
                        """).param("ids", ids).query(PortfolioRows::engagement).list();
    }

    /** Returns the counted values of engagements. */
    List<CountedEngagement> counted(Collection<UUID> ids) {
        return jdbc.sql(SELECT_ENGAGEMENTS + "where engagement_id in (:ids)")
                .param("ids", ids)
                .query(PortfolioRows::engagement)
                .list();
    }

    List<CountedTask> tasks(Collection<UUID> engagementIds) {
        return jdbc.sql(SELECT_TASKS + "where engagement_id in (:ids)")
                .param("ids", engagementIds)
                .query(PortfolioRows::task)
                .list();
    }

    /** Replaces the counted values of engagements with their current values. */
    void replaceEngagements(Collection<UUID> ids) {
        jdbc.sql("delete from portfolio_engagement where engagement_id in (:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql(INSERT_ENGAGEMENTS + " where id in (:ids)").param("ids", ids).update();
    }

    /** Replaces all engagements. */
    void replaceEngagements() {
        jdbc.sql("delete from portfolio_engagement").update();
        jdbc.sql(INSERT_ENGAGEMENTS).update();
    }

    private static final String INSERT_ENGAGEMENTS = """
            insert into portfolio_engagement (engagement_id, segment, services, initiatives, status, started_at, ended_at,
              country, time_zone)
            select id, segment, services, initiatives, status, started_at, ended_at, coalesce(country, ''),
              coalesce(time_zone, '')
            from engagement""";

    /** Inserts tasks, or replaces them. */
    void save(Collection<CountedTask> tasks) {
        SqlParameterSource[] rows = tasks.stream().map(PortfolioRows::row).toArray(SqlParameterSource[]::new);
        batches.batchUpdate("delete from portfolio_task where task_id = :taskId", rows);
        batches.batchUpdate("""
                insert into portfolio_task (task_id, engagement_id, process_id, activity_id, roles, opened_at, due_at,
                  closed_at, completed, open_due_at)
                values (:taskId, :engagementId, :processId, :activityId, :roles, :openedAt, :dueAt, :closedAt,
                  :completed, :openDueAt)
                """, rows);
    }

    private static SqlParameterSource row(CountedTask task) {
        return new MapSqlParameterSource("taskId", task.taskId())
                .addValue("engagementId", task.engagementId())
                .addValue("processId", task.processId())
                .addValue("activityId", task.activityId())
                .addValue("roles", task.roles())
                .addValue("openedAt", atUtc(task.openedAt()))
                .addValue("dueAt", atUtc(task.dueAt()))
                .addValue("closedAt", atUtc(task.closedAt()))
                .addValue("completed", task.completed())
                .addValue("openDueAt", task.isOpen() ? atUtc(task.dueAt()) : null);
    }

    /** Passes on the counted values of all engagements, by id. */
    void forEachEngagement(Consumer<CountedEngagement> consumer) {
        all.query(
                SELECT_ENGAGEMENTS + "order by engagement_id", (ResultSet row) -> consumer.accept(engagement(row, 0)));
    }

    static CountedTask task(ResultSet row, int number) throws SQLException {
        return new CountedTask(
                row.getString("task_id"),
                row.getObject("engagement_id", UUID.class),
                row.getString("process_id"),
                row.getString("activity_id"),
                row.getString("roles"),
                requiredInstant(row, "opened_at"),
                instant(row, "due_at"),
                instant(row, "closed_at"),
                row.getBoolean("completed"));
    }

    private static CountedEngagement engagement(ResultSet row, int number) throws SQLException {
        return new CountedEngagement(
                row.getObject("engagement_id", UUID.class),
                row.getString("segment"),
                texts(row.getArray("services")),
                texts(row.getArray("initiatives")),
                row.getString("status"),
                requiredInstant(row, "started_at"),
                instant(row, "ended_at"),
                place(row));
    }

    /** The place in a row of engagements or of counters; the latter have no null. */
    static Location place(ResultSet row) throws SQLException {
        return new Location(nullIfEmpty(row.getString("country")), nullIfEmpty(row.getString("time_zone")));
    }

    private static @Nullable String nullIfEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String.class::cast)
                .toList();
    }
}
