package org.acmconversation.operations;

import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * The migrations that this node started with. Flyway is asked once for all who want to know: it opens connections and
 * reads every script for each answer. Without Flyway there are none.
 */
@Component
@DependsOnDatabaseInitialization
class Migrations {

    /** @param table where Flyway writes down what it has applied */
    record Applied(String table, List<Location> locations, List<String> scripts, String version) {}

    private final Optional<Applied> applied;

    Migrations(ObjectProvider<Flyway> flyway) {
        applied = Optional.ofNullable(flyway.getIfAvailable()).map(Migrations::ask);
    }

    /** Empty if somebody else sees to the tables. */
    Optional<Applied> applied() {
        return applied;
    }

    private static Applied ask(Flyway flyway) {
        MigrationInfoService found = flyway.info();
        MigrationInfo newest = found.current();
        return new Applied(
                flyway.getConfiguration().getTable(),
                List.of(flyway.getConfiguration().getLocations()),
                List.of(found.applied()).stream().map(MigrationInfo::getScript).toList(),
                newest == null ? null : newest.getVersion().getVersion());
    }
}
