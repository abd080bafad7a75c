package org.acmconversation.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.Location;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database in which an index of the migrations is missing: nothing would fail without it, and
 * everything would get slower with each open task, until nothing goes on.
 */
@Component
@DependsOnDatabaseInitialization
class RequiredIndexes {

    static final Pattern CREATED =
            Pattern.compile("^create (?:unique )?index (\\w+) on (\\w+)(.*);$", Pattern.MULTILINE);

    RequiredIndexes(DataSource dataSource, Migrations migrations) throws IOException, MetaDataAccessException {
        if (migrations.applied().isPresent()) {
            check(dataSource, statements(migrations.applied().get()));
        }
    }

    /** The newest statement for each index, by its table's name and its own. */
    private static Map<String, Map<String, String>> statements(Migrations.Applied migrations) throws IOException {
        Map<String, Map<String, String>> statements = new TreeMap<>();
        var resources = new PathMatchingResourcePatternResolver(RequiredIndexes.class.getClassLoader());
        for (String script : migrations.scripts()) {
            for (Location location : migrations.locations()) {
                Resource file = resources.getResource(location.getDescriptor() + "/" + script);
                if (file.exists()) {
                    Matcher index = CREATED.matcher(file.getContentAsString(StandardCharsets.UTF_8));
                    while (index.find()) {
                        statements
                                .computeIfAbsent(index.group(2), table -> new TreeMap<>())
                                .put(index.group(1), index.group());
                    }
                }
            }
        }
        return statements;
    }

    private static void check(DataSource dataSource, Map<String, Map<String, String>> statements)
            throws MetaDataAccessException {
        Set<String> missing = new TreeSet<>();
        JdbcUtils.extractDatabaseMetaData(dataSource, database -> {
            for (Map.Entry<String, Map<String, String>> table : statements.entrySet()) {
                Set<String> found = indexes(database, table.getKey());
                table.getValue().forEach((name, statement) -> {
                    if (!found.contains(name.toLowerCase(Locale.ROOT))) {
                        missing.add(statement);
                    }
                });
            }
            return missing;
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "The database lacks indexes, without which it gets slower with each open task. Make them, as the user"
                            + " who owns the tables: " + String.join(" ", missing));
        }
    }

    private static Set<String> indexes(DatabaseMetaData database, String table) throws SQLException {
        Connection connection = database.getConnection();
        String name =
                database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table.toLowerCase(Locale.ROOT);
        Set<String> indexes = new TreeSet<>();
        try (ResultSet rows =
                database.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, true)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null) {
                    indexes.add(rows.getString("INDEX_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return indexes;
    }
}
