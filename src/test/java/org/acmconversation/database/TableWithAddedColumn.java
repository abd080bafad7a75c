package org.acmconversation.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty copy of a table on PostgreSQL that gets another column while prepared statements use it. */
public final class TableWithAddedColumn implements AutoCloseable {

    /** By default the driver prepares a statement on the server when it is used for the fifth time. */
    private static final int USES = 6;

    private final Connection other;
    private final Connection connection;
    private final SingleConnectionDataSource database;
    private final String table;

    /** @param all the database with the table */
    public TableWithAddedColumn(DataSource all, String table) throws SQLException {
        this.table = "with_added_column." + table;
        other = all.getConnection();
        execute(other, "create schema with_added_column");
        execute(other, "create table %s (like public.%s)".formatted(this.table, table));
        connection = all.getConnection();
        execute(connection, "set search_path to with_added_column, public");
        database = new SingleConnectionDataSource(connection, true);
    }

    /** Returns a connection that uses the copy. */
    public DataSource database() {
        return database;
    }

    /** Reads until statements are prepared, adds a column, and reads again. */
    public void addColumnBetween(Runnable reads) throws SQLException {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        for (int use = 0; use < USES; use++) {
            transaction.executeWithoutResult(status -> reads.run());
        }
        execute(other, "alter table %s add column of_a_newer_version integer".formatted(table));
        transaction.executeWithoutResult(status -> reads.run());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                other) {
            execute(other, "drop schema with_added_column cascade");
            execute(connection, "reset search_path");
        }
    }
}
