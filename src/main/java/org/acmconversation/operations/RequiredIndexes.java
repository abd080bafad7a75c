package org.acmconversation.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.acmconversation.database.DatabaseProduct;
import org.flywaydb.core.api.Location;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Prevents the service from starting if an index of the migrations is missing. Nothing would fail, but everything would
 * become slower with each open task.
 */
@Component
@DependsOnDatabaseInitialization
class RequiredIndexes {

    static final Pattern CREATED = Pattern.compile("^create (?:unique )?index (\\w+) on \\w+.*;$", Pattern.MULTILINE);

    /** One query for all indexes, since the start waits for it; JDBC's metadata needs one per table. */
    private static final Map<DatabaseDriver, String> FOUND = Map.of(
            DatabaseDriver.POSTGRESQL, "select indexname from pg_indexes where schemaname = current_schema()",
            DatabaseDriver.H2, "select INDEX_NAME from INFORMATION_SCHEMA.INDEXES where TABLE_SCHEMA = schema()");

    RequiredIndexes(DataSource dataSource, JdbcClient jdbc, AppliedMigrations migrations)
            throws IOException, MetaDataAccessException {
        if (migrations.applied().isPresent()) {
            List<String> found = jdbc.sql(FOUND.get(DatabaseProduct.of(dataSource)))
                    .query(String.class)
                    .list();
            check(found, statements(migrations.applied().get()));
        }
    }

    /** Returns the newest statement for each index by name; index names are unique in a schema. */
    private static Map<String, String> statements(AppliedMigrations.Applied migrations) throws IOException {
        Map<String, String> statements = new TreeMap<>();
        var resources = new PathMatchingResourcePatternResolver(RequiredIndexes.class.getClassLoader());
        for (String script : migrations.scripts()) {
            for (Location location : migrations.locations()) {
                Resource file = resources.getResource(location.getDescriptor() + "/" + script);
                if (file.exists()) {
                    Matcher index = CREATED.matcher(file.getContentAsString(StandardCharsets.UTF_8));
                    while (index.find()) {
                        statements.put(index.group(1), index.group());
                    }
                }
            }
        }
        return statements;
    }

    private static void check(List<String> indexes, Map<String, String> statements) {
        Set<String> found =
                indexes.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<String> missing = statements.entrySet().stream()
                .filter(index -> !found.contains(index.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Indexes are missing; without them the database becomes slower with each open task. Create them as the user"
                            + " that owns the tables: " + String.join(" ", missing));
        }
    }
}
