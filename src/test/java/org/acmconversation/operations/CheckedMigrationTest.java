package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/** Only the database that the service uses is migrated. */
@Tag("context")
class CheckedMigrationTest {

    @Test
    void doesNotMigrateAnotherDatabase() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            var ours = postgres.getPostgresDatabase();
            new JdbcTemplate(ours).execute("create database other");
            var other = postgres.getDatabase("postgres", "other");
            var migration =
                    new CheckedMigration(ours, new MockEnvironment().withProperty("spring.flyway.url", "other"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> migration.migrate(flyway(other)))
                    .withMessageContaining("spring.flyway.url points to another database");
            assertThat(new JdbcTemplate(other)
                            .queryForObject(
                                    "select count(*) from pg_tables where schemaname = 'public'", Integer.class))
                    .isZero();
            assertThatCode(() -> migration.migrate(flyway(ours))).doesNotThrowAnyException();
        }
    }

    private static Flyway flyway(javax.sql.DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:nothing")
                .load();
    }

    @Test
    void rejectsOldPostgreSql() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CheckedMigration.checkVersion(13))
                .withMessage("The database is PostgreSQL 13: use PostgreSQL 14 or later");
        assertThatCode(() -> CheckedMigration.checkVersion(14)).doesNotThrowAnyException();
    }
}
