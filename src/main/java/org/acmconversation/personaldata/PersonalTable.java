package org.acmconversation.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Personal data in one table, erased by one statement. */
public final class PersonalTable implements PersonalData {

    private final Tables tables;
    private final String table;
    private final String condition;
    private final Map<String, String> cleared;

    private PersonalTable(Tables tables, String table, String condition, Map<String, String> cleared) {
        this.tables = tables;
        this.table = table;
        this.condition = condition;
        this.cleared = new TreeMap<>(cleared);
    }

    /** Creates beans for the tables. */
    @Component
    public static class Tables {

        private final JdbcClient jdbc;
        private final StoredRows rows;

        Tables(JdbcClient jdbc, StoredRows rows) {
            this.jdbc = jdbc;
            this.rows = rows;
        }

        /**
         * A table whose rows are deleted.
         *
         * @param condition SQL condition for the rows, with the {@link Subject#parameters()}
         */
        public PersonalData deleted(String table, String condition) {
            return new PersonalTable(this, table, condition, Map.of());
        }

        /**
         * A table whose rows stay with other values.
         *
         * @param condition SQL condition for the rows, with the {@link Subject#parameters()}
         * @param columns the new values by column, in SQL
         */
        public PersonalData cleared(String table, String condition, Map<String, String> columns) {
            return new PersonalTable(this, table, condition, columns);
        }
    }

    @Override
    public Set<String> erased() {
        return cleared.isEmpty()
                ? Set.of(table)
                : cleared.keySet().stream().map(column -> table + "." + column).collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<Map<String, Object>>> export(Subject subject) {
        return Map.of(table, tables.rows.read(table, condition, subject.parameters()));
    }

    @Override
    public Map<String, Integer> erase(Subject subject) {
        String statement = cleared.isEmpty()
                ? "delete from " + table
                : cleared.entrySet().stream()
                        .map(column -> column.getKey() + " = " + column.getValue())
                        .collect(Collectors.joining(", ", "update " + table + " set ", ""));
        return Map.of(
                table,
                tables.jdbc
                        .sql(statement + " where " + condition)
                        .params(subject.parameters())
                        .update());
    }
}
