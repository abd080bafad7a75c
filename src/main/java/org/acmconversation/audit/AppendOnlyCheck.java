package org.acmconversation.audit;

import javax.sql.DataSource;
import org.acmconversation.database.DatabaseProduct;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Prevents the service from starting outside the profile {@code local} as a PostgreSQL user that owns the audit trail:
 * a table's owner could drop the triggers that make it append-only. It also refuses to start if the triggers are
 * missing.
 */
@Component
@DependsOnDatabaseInitialization
class AppendOnlyCheck {

    AppendOnlyCheck(Environment environment, DataSource dataSource) throws MetaDataAccessException {
        if (environment.acceptsProfiles(Profiles.of("local"))
                || DatabaseProduct.of(dataSource) != DatabaseDriver.POSTGRESQL) {
            return;
        }
        var database = new JdbcTemplate(dataSource);
        if (isOwner(database)) {
            throw new IllegalStateException("The user of spring.datasource.username owns the audit trail and could"
                    + " rewrite it: set spring.flyway.user, spring.flyway.password and spring.flyway.url to another"
                    + " user, which owns the tables; see docs/security.md");
        }
        if (!hasTriggers(database)) {
            throw new IllegalStateException("The audit trail can be rewritten, because a trigger of the table"
                    + " audit_entry is missing or disabled: as the user that owns the tables, run 'alter table"
                    + " audit_entry enable trigger all', or restore the triggers audit_entry_is_append_only and"
                    + " audit_entry_is_not_truncated from the schema");
        }
    }

    private static boolean hasTriggers(JdbcTemplate database) {
        return Integer.valueOf(2)
                .equals(database.queryForObject(
                        "select count(*) from pg_trigger where tgrelid = 'audit_entry'::regclass and tgenabled in ('O', 'A')"
                                + " and tgname in ('audit_entry_is_append_only', 'audit_entry_is_not_truncated')",
                        Integer.class));
    }

    /** Superusers count as owners. */
    private static boolean isOwner(JdbcTemplate database) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select pg_has_role(current_user, relowner, 'MEMBER') from pg_class"
                        + " where oid = 'audit_entry'::regclass",
                Boolean.class));
    }
}
