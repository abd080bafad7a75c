package org.acmconversation.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acmconversation.model.ModelElement;
import org.acmconversation.release.Change.Kind;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a DMN file: its decisions, their columns and their rows, cell by cell. */
class DecisionChanges {

    private final Changes changes;

    private DecisionChanges(String path) {
        this.changes = new Changes(path);
    }

    /** @param before root element of the earlier version */
    static List<Change> between(String path, ModelElement before, ModelElement after) {
        var comparison = new DecisionChanges(path);
        Map<String, ModelElement> old = byId(before.children("decision"));
        Map<String, ModelElement> now = byId(after.children("decision"));
        old.forEach((id, decision) -> {
            if (!now.containsKey(id)) {
                comparison.add(decision, Kind.REMOVED, "change.removed.decision", decision.name());
            }
        });
        now.forEach((id, decision) -> {
            ModelElement earlier = old.get(id);
            if (earlier == null) {
                comparison.add(decision, Kind.ADDED, "change.added.decision", decision.name());
            } else {
                comparison.compare(earlier, decision);
            }
        });
        return comparison.changes.all();
    }

    private static Map<String, ModelElement> byId(Stream<ModelElement> elements) {
        return elements.collect(
                Collectors.toMap(ModelElement::id, element -> element, (one, other) -> one, LinkedHashMap::new));
    }

    private void add(ModelElement element, Kind kind, String text, String subject) {
        changes.add(element.id(), element.name(), kind, text, Changes.quoted(subject));
    }

    private void compare(ModelElement old, ModelElement now) {
        if (!old.name().equals(now.name())) {
            changes.add(
                    now.id(),
                    now.name(),
                    Kind.CHANGED,
                    "change.renamed",
                    Changes.quoted(old.name()),
                    Changes.quoted(now.name()));
        }
        ModelElement oldTable = old.child("decisionTable").orElse(null);
        ModelElement table = now.child("decisionTable").orElse(null);
        changes.compare(now.id(), now.name(), Changes.quoted(now.name()), properties(old), properties(now));
        if (oldTable != null && table != null) {
            compareColumns(now, oldTable, table);
            compareRows(now, oldTable, table);
        }
    }

    private static Map<String, String> properties(ModelElement decision) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("historyTimeToLive", decision.camunda("historyTimeToLive"));
        decision.child("description").ifPresent(text -> properties.put("documentation", text.text()));
        decision.child("decisionTable").ifPresent(table -> {
            properties.put(
                    "hitPolicy", table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy"));
            properties.put("aggregation", table.attribute("aggregation"));
        });
        return properties;
    }

    private void compareColumns(ModelElement decision, ModelElement oldTable, ModelElement table) {
        Map<String, ModelElement> old = byId(oldTable.children("input", "output"));
        Map<String, ModelElement> now = byId(table.children("input", "output"));
        old.forEach((id, column) -> {
            if (!now.containsKey(id)) {
                add(column, Kind.REMOVED, "change.removed.column", shown(column));
            }
        });
        now.forEach((id, column) -> {
            ModelElement earlier = old.get(id);
            if (earlier == null) {
                add(column, Kind.ADDED, "change.added.column", shown(column));
            } else {
                changes.compare(
                        id,
                        column.name(),
                        Changes.text("change.column", Changes.quoted(decision.name()), Changes.quoted(shown(column))),
                        ofColumn(earlier),
                        ofColumn(column));
            }
        });
    }

    /** Returns what people see of a column or a decision. */
    static String shown(ModelElement column) {
        return Stream.of(column.name(), column.attribute("name"), column.id())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ofColumn(ModelElement column) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("label", column.name());
        properties.put("columnName", column.attribute("name"));
        properties.put("typeRef", column.attribute("typeRef"));
        column.children("inputExpression", "inputValues", "outputValues").forEach(child -> {
            properties.put(child.tag(), child.text());
            properties.merge("typeRef", child.attribute("typeRef"), String::concat);
        });
        return properties;
    }

    private void compareRows(ModelElement decision, ModelElement oldTable, ModelElement table) {
        List<ModelElement> oldRows = oldTable.children("rule").toList();
        List<ModelElement> rows = table.children("rule").toList();
        Map<String, ModelElement> old = byId(oldRows.stream());
        Map<String, ModelElement> now = byId(rows.stream());
        for (ModelElement row : oldRows) {
            if (!now.containsKey(row.id())) {
                addRow(decision, row, oldRows.indexOf(row) + 1, Kind.REMOVED, "change.removed.row");
            }
        }
        Map<String, String> columns = columns(oldTable, table);
        // Cells of a column that was added or removed are not compared.
        columns.keySet().retainAll(columnIds(oldTable));
        columns.keySet().retainAll(columnIds(table));
        columns.replaceAll((id, column) -> Changes.quoted(column));
        for (ModelElement row : rows) {
            ModelElement earlier = old.get(row.id());
            if (earlier == null) {
                addRow(decision, row, rows.indexOf(row) + 1, Kind.ADDED, "change.added.row");
            } else {
                String subject = Changes.text("change.row", Changes.quoted(decision.name()), rows.indexOf(row) + 1);
                changes.compare(
                        row.id(),
                        row.name(),
                        subject,
                        annotatedCells(earlier, oldTable, columns),
                        annotatedCells(row, table, columns));
            }
        }
        List<String> order = new ArrayList<>(old.keySet());
        List<String> newOrder = new ArrayList<>(now.keySet());
        order.retainAll(now.keySet());
        newOrder.retainAll(old.keySet());
        if (!order.equals(newOrder)) {
            changes.add(
                    decision.id(), decision.name(), Kind.CHANGED, "change.moved.rows", Changes.quoted(decision.name()));
        }
    }

    private void addRow(ModelElement decision, ModelElement row, int number, Kind kind, String text) {
        String cells = row.children("inputEntry", "outputEntry")
                .map(ModelElement::text)
                .collect(Collectors.joining(" | "));
        changes.add(row.id(), row.name(), kind, text, Changes.quoted(decision.name()), number, cells);
    }

    private static Map<String, String> annotatedCells(
            ModelElement row, ModelElement table, Map<String, String> columns) {
        Map<String, String> cells = cells(row, table, columns);
        row.child("description").ifPresent(text -> cells.put("annotation", text.text()));
        return cells;
    }

    /**
     * Returns the columns of two versions of a table: by id, what people see, in the later version if it has the
     * column. Columns that would look the same include their id.
     */
    static Map<String, String> columns(@Nullable ModelElement before, @Nullable ModelElement after) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (ModelElement table : Arrays.asList(after, before)) {
            if (table != null) {
                List<String> ids = columnIds(table);
                List<String> names = table.children("input", "output")
                        .map(DecisionChanges::shown)
                        .toList();
                IntStream.range(0, ids.size()).forEach(i -> columns.putIfAbsent(ids.get(i), names.get(i)));
            }
        }
        List<String> all = List.copyOf(columns.values());
        columns.replaceAll((id, name) -> Collections.frequency(all, name) > 1 ? "%s (%s)".formatted(name, id) : name);
        return columns;
    }

    /** Returns the ids of a table's columns; for a column without one, its number. */
    private static List<String> columnIds(ModelElement table) {
        List<ModelElement> columns = table.children("input", "output").toList();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).id().isEmpty()
                        ? Integer.toString(i + 1)
                        : columns.get(i).id())
                .toList();
    }

    /**
     * Returns the cells of a row by what people see of their columns.
     *
     * @param columns from {@link #columns}
     */
    static Map<String, String> cells(ModelElement row, ModelElement table, Map<String, String> columns) {
        List<ModelElement> entries = row.children("inputEntry", "outputEntry").toList();
        List<String> ids = columnIds(table);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(ids.size(), entries.size()); i++) {
            String column = columns.get(ids.get(i));
            if (column != null) {
                cells.put(column, entries.get(i).text());
            }
        }
        return cells;
    }
}
