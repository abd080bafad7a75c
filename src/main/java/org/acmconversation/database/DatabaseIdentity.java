package org.acmconversation.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Identifies a PostgreSQL database.
 *
 * @param database the server and the database on it
 * @param timeline grows with each recovery to a point in time, and when a standby takes over
 */
public record DatabaseIdentity(String database, long timeline) {

    private static final String PERMITTED = """
            select has_function_privilege('pg_control_system()', 'execute')
               and has_function_privilege('pg_control_checkpoint()', 'execute')
               and has_function_privilege('pg_walfile_name(pg_lsn)', 'execute')""";

    /**
     * On a primary, taken from the name of the WAL file: the control file has a new timeline only after a checkpoint.
     */
    private static final String IDENTITY = """
            select system_identifier || '/' || (select oid from pg_database where datname = current_database()),
                   case when pg_is_in_recovery() then (select timeline_id from pg_control_checkpoint())
                        else ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int end
            from pg_control_system()""";

    /** Returns the identity; empty if the database is not PostgreSQL, or if its provider does not let users read it. */
    public static Optional<DatabaseIdentity> of(Connection connection) throws SQLException {
        if (DatabaseProduct.of(connection) != DatabaseDriver.POSTGRESQL) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(PERMITTED)) {
                row.next();
                if (!row.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet row = statement.executeQuery(IDENTITY)) {
                row.next();
                return Optional.of(new DatabaseIdentity(row.getString(1), row.getLong(2)));
            }
        }
    }
}
