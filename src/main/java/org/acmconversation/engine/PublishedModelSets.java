package org.acmconversation.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which model sets nodes have published, even after their deployments were deleted. */
@Repository
class PublishedModelSets {

    private final JdbcClient jdbc;

    PublishedModelSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A jar of the application.
     *
     * @param builtAt build time; null if unknown, as in a development environment
     */
    record Jar(@Nullable String version, @Nullable Instant builtAt) {

        static final Jar UNKNOWN = new Jar(null, null);

        boolean isOlderThan(Jar other) {
            return builtAt != null && other.builtAt != null && builtAt.isBefore(other.builtAt);
        }
    }

    /**
     * A published model set.
     *
     * @param jar the jar that contained it
     */
    record PublishedSet(String deploymentId, String sha256, Jar jar) {}

    /** Returns the most recently published set. */
    Optional<PublishedSet> latest() {
        return jdbc.sql("select * from model_set order by number desc fetch first 1 row only")
                .query(PublishedModelSets::set)
                .optional();
    }

    boolean contains(String sha256) {
        return jdbc.sql("select count(*) from model_set where sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<String> deploymentIds() {
        return jdbc.sql("select deployment_id from model_set")
                .query(String.class)
                .list();
    }

    /** Adds a published set. */
    void add(PublishedSet set) {
        Instant builtAt = set.jar().builtAt();
        jdbc.sql("""
                        insert into model_set (deployment_id, sha256, version, built_at, published_at)
                        values (:deploymentId, :sha256, :version, :builtAt, current_timestamp)
                        """)
                .param("deploymentId", set.deploymentId())
                .param("sha256", set.sha256())
                .param("version", set.jar().version())
                .param("builtAt", builtAt == null ? null : builtAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static PublishedSet set(ResultSet row, int number) throws SQLException {
        OffsetDateTime builtAt = row.getObject("built_at", OffsetDateTime.class);
        return new PublishedSet(
                row.getString("deployment_id"),
                row.getString("sha256"),
                new Jar(row.getString("version"), builtAt == null ? null : builtAt.toInstant()));
    }
}
