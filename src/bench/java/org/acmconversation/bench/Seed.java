package org.acmconversation.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Creates open tasks by copying, with new ids, the rows that the contender wrote for one conversation waiting at its
 * first user task. Excludes the history of activities, variables, decisions and jobs, which no measured request reads.
 */
class Seed {

    private static final String HISTORY_NOT_COPIED =
            "act_hi_(detail|varinst|actinst|decinst|dec_in|dec_out|job_log|identitylink"
                    + "|attachment|comment|op_log|tsk_log|entitylink)";

    /** Rows that no conversation owns, or that refer to a generated number. */
    private static final String NO_PATTERN = "act_ge_property|act_ru_meter_log|audit_detail|portfolio_figure|portfolio_open.*"
            + "|shedlock|flyway.*|pg_stat.*";
    private static final String NOT_COPIED = HISTORY_NOT_COPIED + "|audit_entry|" + NO_PATTERN;

    private static final int LENGTH_OF_UUID = 36;

    /** Makes all copies older than their pattern; in milliseconds. */
    private static final long EARLIER = 20_000_000;

    private static final String UUID = ".*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** A column of a copied table. */
    private record Column(String name, String type, boolean isGenerated) {}

    private final Connection database;
    private final Variety variety;
    private final Map<String, List<Column>> tables = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private List<String> inserts;
    private int copies;

    /**
     * How copies differ from their pattern.
     *
     * @param without pattern of the tables that are not copied
     * @param values SQL expressions of the number {@code n} of a copy, by table and column
     * @param conditions SQL conditions on {@code n} by table: which copies have a row
     */
    record Variety(String without, Map<String, Map<String, String>> values, Map<String, String> conditions) {

        /** All copies are the same. */
        static final Variety NONE = new Variety(NOT_COPIED, Map.of(), Map.of());
    }

    /** Records the existing rows. */
    Seed(Connection database, Variety variety) throws SQLException {
        this.database = database;
        this.variety = variety;
        try (ResultSet columns = database.createStatement().executeQuery("""
                select table_name, column_name, data_type, is_identity = 'YES' or column_default like 'nextval%'
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name, ordinal_position""")) {
            while (columns.next()) {
                if (!columns.getString(1).matches(variety.without())) {
                    tables.computeIfAbsent(columns.getString(1), table -> new ArrayList<>())
                            .add(new Column(columns.getString(2), columns.getString(3), columns.getBoolean(4)));
                }
            }
        }
        for (String table : tables.keySet()) {
            before.put(table, rowIds(table));
        }
    }

    /** Creates a seed whose pattern includes the history. */
    static Seed withHistory(Connection database) throws SQLException {
        return new Seed(database, new Variety(NO_PATTERN, Map.of(), Map.of()));
    }

    /**
     * Returns an expression that identifies a row even after an update: its primary key or, without one, its location.
     */
    private String key(String table) throws SQLException {
        try (var primaryKey = database.prepareStatement("""
                select string_agg('t.' || quote_ident(attname) || '::text', ' || '' '' || ' order by attnum)
                from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
                where indisprimary and indrelid = ?::regclass""")) {
            primaryKey.setString(1, table);
            ResultSet columns = primaryKey.executeQuery();
            columns.next();
            return columns.getString(1) == null ? "t.ctid::text" : columns.getString(1);
        }
    }

    private Set<String> rowIds(String table) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (ResultSet rows =
                database.createStatement().executeQuery("select %s from %s t".formatted(key(table), table))) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** Uses the rows written since then as the pattern of all copies. */
    Seed pattern(String... moreIdentifiers) throws SQLException {
        Set<String> identifiers = new HashSet<>(List.of(moreIdentifiers));
        Map<String, List<List<String>>> rows = new HashMap<>();
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            List<List<String>> written = written(table.getKey(), table.getValue());
            rows.put(table.getKey(), written);
            for (List<String> row : written) {
                for (int i = 0; i < row.size(); i++) {
                    Column column = table.getValue().get(i);
                    boolean isKey = column.name().matches("id_?|idempotency_key|external_id");
                    if (isKey && row.get(i) != null && !column.isGenerated()) {
                        identifiers.add(row.get(i));
                    }
                }
            }
        }
        inserts = new ArrayList<>();
        for (String table : referencedFirst()) {
            for (List<String> row : rows.getOrDefault(table, List.of())) {
                if (!mentionsAny(row, identifiers)) {
                    // The portfolio has counted a task of an earlier conversation in the meantime.
                    continue;
                }
                inserts.add(insert(table, tables.get(table), row, identifiers));
            }
        }
        return this;
    }

    private static boolean mentionsAny(List<String> row, Set<String> identifiers) {
        return row.stream()
                .anyMatch(value -> value != null && identifiers.stream().anyMatch(value::contains));
    }

    /** Returns all tables, each after those that its foreign keys refer to. */
    private List<String> referencedFirst() throws SQLException {
        List<String> sorted = new ArrayList<>();
        try (ResultSet names = database.createStatement().executeQuery("""
                with recursive level (relation, number) as (
                  select oid, 0 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                  union
                  select conrelid::oid, number + 1 from pg_constraint join level on confrelid = relation
                  where contype = 'f' and conrelid <> confrelid and number < 20)
                select relname from level join pg_class on oid = relation group by relname order by max(number), relname""")) {
            while (names.next()) {
                sorted.add(names.getString(1));
            }
        }
        return sorted;
    }

    private List<List<String>> written(String table, List<Column> columns) throws SQLException {
        List<List<String>> written = new ArrayList<>();
        try (ResultSet rows =
                database.createStatement().executeQuery("select %s, t.* from %s t".formatted(key(table), table))) {
            ResultSetMetaData meta = rows.getMetaData();
            while (rows.next()) {
                if (!before.get(table).contains(rows.getString(1))) {
                    List<String> row = new ArrayList<>();
                    for (int i = 2; i <= meta.getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    written.add(row);
                }
            }
        }
        return written;
    }

    private String insert(String table, List<Column> columns, List<String> row, Set<String> identifiers) {
        Map<String, String> varied = variety.values().getOrDefault(table, Map.of());
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            if (varied.containsKey(column.name())) {
                names.add(column.name());
                values.add(varied.get(column.name()));
            } else if (row.get(i) != null && !column.isGenerated()) {
                names.add(column.name());
                values.add(value(column, row.get(i), identifiers));
            }
        }
        return "insert into %s (%s) select %s from generate_series(?, ?) n where %s"
                .formatted(
                        table,
                        String.join(", ", names),
                        String.join(", ", values),
                        variety.conditions().getOrDefault(table, "true"));
    }

    /** Returns an expression for a new id that sorts next to its pattern, as time-ordered ids do. */
    private static String uuid(Column column, String value) {
        String before = value.substring(0, value.length() - LENGTH_OF_UUID);
        String uuid = value.substring(before.length());
        if (uuid.charAt(14) != '7') {
            return "('%s%s' || lpad(to_hex(n), 12, '0'))::%s".formatted(before, uuid.substring(0, 24), column.type());
        }
        // Time-ordered ids of the same moment differ only in their last part, so each copy's time is 10 ms later.
        long first = Long.parseLong(uuid.substring(0, 8) + uuid.substring(9, 13), 16) - EARLIER;
        String moment = "lpad(to_hex(%d + n * 10::bigint), 12, '0')".formatted(first);
        return "('%s' || overlay(%s placing '-' from 9 for 0) || '%s')::%s"
                .formatted(before, moment, uuid.substring(13), column.type());
    }

    private static String value(Column column, String value, Set<String> identifiers) {
        String literal = "'" + value.replace("'", "''") + "'";
        if (identifiers.contains(value)) {
            return value.matches(UUID) ? uuid(column, value) : "%s || '-' || n".formatted(literal);
        }
        if (column.type().startsWith("timestamp")) {
            // Due dates stay in the future; other times are in the past.
            String sign = column.name().startsWith("due") ? "+" : "-";
            return "%s::%s %s n * interval '10 milliseconds'".formatted(literal, column.type(), sign);
        }
        return literal + "::" + (column.type().equals("ARRAY") ? "varchar[]" : column.type());
    }

    /** Adds copies up to a number of waiting conversations. */
    void growTo(int conversations) throws SQLException {
        try (Statement settings = database.createStatement()) {
            // The copies are vacuumed once, after all have been written.
            settings.execute("alter system set autovacuum = off");
            settings.execute("select pg_reload_conf()");
            List<String> indexes = indexes();
            for (String index : indexes) {
                settings.execute("drop index " + index.split(" ")[2]);
            }
            // Copies of consistent rows are consistent, so constraints need no check.
            settings.execute("set session_replication_role = replica");
            settings.execute("set synchronous_commit = off");
            settings.execute("set maintenance_work_mem = '256MB'");
            for (String insert : inserts) {
                try (var copying = database.prepareStatement(insert)) {
                    copying.setInt(1, copies + 1);
                    copying.setInt(2, conversations);
                    copying.executeUpdate();
                }
            }
            copies = Math.max(copies, conversations);
            for (String index : indexes) {
                settings.execute(index);
            }
            settings.execute("set session_replication_role = origin");
            settings.execute("set synchronous_commit = on");
            settings.execute("vacuum (analyze)");
            settings.execute("alter system set autovacuum = on");
            settings.execute("select pg_reload_conf()");
            settings.execute("checkpoint");
        }
    }

    /**
     * Returns the definitions of indexes that no constraint needs; copying without them takes a fraction of the time.
     */
    private List<String> indexes() throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (ResultSet rows = database.createStatement().executeQuery("""
                select pg_get_indexdef(i.indexrelid) from pg_index i
                join pg_class c on c.oid = i.indexrelid join pg_namespace s on s.oid = c.relnamespace
                where s.nspname = 'public' and not i.indisunique
                  and not exists (select from pg_constraint where conindid = i.indexrelid)""")) {
            while (rows.next()) {
                definitions.add(rows.getString(1));
            }
        }
        return definitions;
    }

    /** Returns the statements that write a range of numbered copies. */
    List<String> inserts() {
        return inserts;
    }

    int rowsPerConversation() {
        return inserts.size();
    }
}
