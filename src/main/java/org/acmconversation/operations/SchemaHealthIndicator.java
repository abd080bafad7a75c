package org.acmconversation.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks that the database still has the migrations that this node started with. It does not if an older backup was
 * restored or the database was replaced under a running node.
 */
@Component
@DependsOnDatabaseInitialization
class SchemaHealthIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final ProbedDatabase database;
    private final @Nullable String found;
    private final @Nullable String version;

    SchemaHealthIndicator(JdbcClient jdbc, AppliedMigrations migrations, ProbedDatabase database) {
        super("Cannot check the tables");
        this.jdbc = jdbc;
        this.database = database;
        version = migrations.applied().map(AppliedMigrations.Applied::version).orElse(null);
        found = migrations
                .applied()
                .map(applied -> "select count(*) from \"%s\" where \"version\" = :version and \"success\""
                        .formatted(applied.table()))
                .orElse(null);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (version == null || found == null) {
            // Without Flyway, only check that our tables exist.
            database.ask(() ->
                    jdbc.sql("select count(*) from node").query(Long.class).single());
            health.up();
            return;
        }
        health.withDetail("version", version);
        if (database.ask(() -> jdbc.sql(found)
                        .param("version", version)
                        .query(Long.class)
                        .single())
                > 0) {
            health.up();
        } else {
            health.outOfService();
        }
    }
}
