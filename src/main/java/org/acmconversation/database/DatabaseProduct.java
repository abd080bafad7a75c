package org.acmconversation.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Tells which database the service is connected to. */
public final class DatabaseProduct {

    private DatabaseProduct() {}

    /** @throws MetaDataAccessException if the database cannot be reached */
    public static DatabaseDriver of(DataSource database) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        return DatabaseDriver.fromProductName(product);
    }

    /** @throws SQLException if the database cannot be reached */
    public static DatabaseDriver of(Connection connection) throws SQLException {
        return DatabaseDriver.fromProductName(connection.getMetaData().getDatabaseProductName());
    }
}
