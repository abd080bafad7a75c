package org.acmconversation.operations;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database still has the tables that this node started with. It has not where an older backup was restored,
 * or another database took its place, under a running node.
 */
@Component
@DependsOnDatabaseInitialization
class SchemaHealthIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final String found;
    private final String version;

    SchemaHealthIndicator(JdbcClient jdbc, ObjectProvider<Flyway> flyway) {
        super("The tables cannot be looked at");
        this.jdbc = jdbc;
        Flyway migrations = flyway.getIfAvailable();
        MigrationInfo newest = migrations == null ? null : migrations.info().current();
        version = newest == null ? null : newest.getVersion().getVersion();
        found = migrations == null
                ? null
                : "select count(*) from \"%s\" where \"version\" = :version and \"success\""
                        .formatted(migrations.getConfiguration().getTable());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (version == null) {
            // Somebody else sees to the tables; that the engine's are there is enough.
            jdbc.sql("select count(*) from ACT_GE_PROPERTY").query(Long.class).single();
            health.up();
            return;
        }
        health.withDetail("version", version);
        if (jdbc.sql(found).param("version", version).query(Long.class).single() > 0) {
            health.up();
        } else {
            health.outOfService();
        }
    }
}
