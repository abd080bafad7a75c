package org.acmconversation.input;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number of rows and the sum of their hashes for every table, including the engine's. */
class TableContents {

    /** Columns that a rejection may change, because they count failed logins. */
    private static final Map<String, Set<String>> MAY_CHANGE =
            Map.of("ACT_ID_USER", Set.of("REV_", "ATTEMPTS_", "LOCK_EXP_TIME_"));

    /**
     * Tables that change although requests are rejected: the audit trail (failed logins), sessions (last use),
     * heartbeats, and locks of scheduled work. Background work of an accepted request, such as a rehearsal or a
     * cleanup, writes its result while later requests are rejected.
     */
    private static final Map<String, String> WITHOUT = Map.of(
            "AUDIT_DETAIL",
            " where \"AUDIT_ENTRY_ID\" in (select \"ID\" from AUDIT_ENTRY where \"ACTION\" not like 'login.%')",
            "AUDIT_ENTRY",
            " where \"ACTION\" not like 'login.%'",
            "MODEL_REHEARSAL",
            " where false",
            "NODE",
            " where false",
            "RETENTION_RUN",
            " where false",
            "SHEDLOCK",
            " where false",
            "SPRING_SESSION",
            " where false",
            "SPRING_SESSION_ATTRIBUTES",
            " where false");

    private final JdbcTemplate database;
    private final Map<String, String> queries = new TreeMap<>();
    private final Map<String, Long> modifications = new TreeMap<>();
    private final Map<String, String> contents = new TreeMap<>();

    TableContents(JdbcTemplate database) {
        this.database = database;
    }

    /** Reads the tables again that were written to since the last time, including writes that were rolled back. */
    Map<String, String> read() {
        database.query(
                "select table_name, last_modification from information_schema.tables where table_schema = 'PUBLIC'",
                row -> {
                    String table = row.getString(1);
                    if (!Long.valueOf(row.getLong(2)).equals(modifications.put(table, row.getLong(2)))) {
                        contents.put(
                                table,
                                database.queryForObject(
                                        queries.computeIfAbsent(table, this::contentsQuery), String.class));
                    }
                });
        return Map.copyOf(contents);
    }

    private String contentsQuery(String table) {
        Map<String, String> columns = new TreeMap<>();
        database.query(
                "select column_name, data_type from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and table_name = ?",
                row -> {
                    columns.put(row.getString(1), asText(row.getString(1), row.getString(2)));
                },
                table);
        columns.keySet().removeAll(MAY_CHANGE.getOrDefault(table, Set.of()));
        // H2 cannot concatenate a single column.
        return "select count(*) || ' rows, sum ' || coalesce(sum(ora_hash(concat_ws('|', '', %s))), 0) from \"%s\"%s"
                .formatted(String.join(", ", columns.values()), table, WITHOUT.getOrDefault(table, ""));
    }

    private static String asText(String column, String type) {
        String text = type.equals("BINARY LARGE OBJECT") ? "ora_hash(\"%s\")" : "cast(\"%s\" as varchar)";
        return "coalesce(%s, '-')".formatted(text.formatted(column));
    }
}
