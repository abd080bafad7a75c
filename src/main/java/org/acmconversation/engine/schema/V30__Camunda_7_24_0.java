package org.acmconversation.engine.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the scripts of its library. Does nothing if an earlier version let the engine create
 * them; they are the same.
 */
@Component
class V30__Camunda_7_24_0 extends BaseJavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";

    /** The scripts, in the order in which the engine runs them. */
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (hasEngine(connection.getMetaData(), connection.getSchema())) {
            return;
        }
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource(SCRIPT.formatted(database(connection), part)));
        }
    }

    private static String database(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.equals("postgresql") ? "postgres" : product;
    }

    private static boolean hasEngine(DatabaseMetaData database, String schema) throws SQLException {
        String table = "ACT_GE_PROPERTY";
        String written = database.storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
        try (ResultSet tables = database.getTables(null, schema, written, null)) {
            return tables.next();
        }
    }
}
