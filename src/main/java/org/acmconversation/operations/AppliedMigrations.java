package org.acmconversation.operations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The applied migrations according to Flyway's table. Asking Flyway itself would open connections and parse every
 * script.
 */
@Component
@DependsOnDatabaseInitialization
class AppliedMigrations {

    /** @param table Flyway's history table */
    record Applied(String table, List<Location> locations, List<String> scripts, String version) {}

    private record Row(String script, String version) {}

    private final Optional<Applied> applied;

    AppliedMigrations(ObjectProvider<Flyway> flyway, JdbcClient jdbc) {
        applied = Optional.ofNullable(flyway.getIfAvailable()).map(found -> read(found.getConfiguration(), jdbc));
    }

    /** Returns the applied migrations; empty without Flyway. */
    Optional<Applied> applied() {
        return applied;
    }

    private static Applied read(Configuration flyway, JdbcClient jdbc) {
        List<Row> rows = jdbc.sql(
                        "select \"script\", \"version\" from \"%s\" where \"success\" and \"type\" <> 'DELETE' order by \"installed_rank\""
                                .formatted(flyway.getTable()))
                .query(Row.class)
                .list();
        return new Applied(
                flyway.getTable(),
                List.of(flyway.getLocations()),
                rows.stream().map(Row::script).toList(),
                rows.stream().map(Row::version).filter(Objects::nonNull).reduce(null, (older, newer) -> newer));
    }
}
