package org.acmconversation.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.acmconversation.database.DatabaseIdentity;
import org.acmconversation.database.DatabaseProduct;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Migrates the database if its PostgreSQL is new enough and Flyway connects to the same database as the service. */
@Component
class CheckedMigration implements FlywayMigrationStrategy {

    /** The oldest that Camunda 7.24 supports. */
    static final int OLDEST_POSTGRESQL = 14;

    private final DataSource dataSource;
    private final boolean hasOwnUrl;

    CheckedMigration(DataSource dataSource, Environment environment) {
        this.dataSource = dataSource;
        this.hasOwnUrl = environment.containsProperty("spring.flyway.url");
    }

    @Override
    public void migrate(Flyway flyway) {
        new JdbcTemplate(flyway.getConfiguration().getDataSource()).execute((ConnectionCallback<Void>) this::check);
        flyway.migrate();
    }

    private @Nullable Void check(Connection owner) throws SQLException {
        if (DatabaseProduct.of(owner) == DatabaseDriver.POSTGRESQL) {
            checkVersion(owner.getMetaData().getDatabaseMajorVersion());
            if (hasOwnUrl) {
                checkSame(owner);
            }
        }
        return null;
    }

    static void checkVersion(int version) {
        if (version < OLDEST_POSTGRESQL) {
            throw new IllegalStateException(
                    "The database is PostgreSQL %d: use PostgreSQL %d or later".formatted(version, OLDEST_POSTGRESQL));
        }
    }

    private void checkSame(Connection owner) throws SQLException {
        Optional<DatabaseIdentity> application = new JdbcTemplate(dataSource)
                .execute((ConnectionCallback<Optional<DatabaseIdentity>>) DatabaseIdentity::of);
        if (!DatabaseIdentity.of(owner).equals(application)) {
            throw new IllegalStateException("spring.flyway.url points to another database than spring.datasource.url:"
                    + " use the same database for both, with different users");
        }
    }
}
