package org.acmconversation.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.model.ModelElement;
import org.acmconversation.model.ModelFiles;
import org.acmconversation.release.ChangeTable.Cell;
import org.acmconversation.release.ChangeTable.Row;
import org.acmconversation.release.ChangeTable.State;
import org.jspecify.annotations.Nullable;

/** Lays the decisions and forms of two model sets side by side, for those files that differ. */
class ChangeTables {

    /** Form properties to show, in this order. */
    private static final List<String> OF_FIELDS = List.of(
            "type",
            "validate.required",
            "validate.minLength",
            "validate.maxLength",
            "validate.min",
            "validate.max",
            "validate.pattern",
            "values",
            "valuesExpression",
            "conditional.hide");

    private static final Map<String, String> NONE = Map.of();

    private ChangeTables() {}

    /** @param paths files that are not the same in both */
    static List<ChangeTable> of(ModelSet before, ModelSet after, List<String> paths) {
        List<ChangeTable> tables = new ArrayList<>();
        for (String path : paths) {
            ModelFiles old = parsed(before, path);
            ModelFiles now = parsed(after, path);
            Map<String, ModelElement> oldDecisions = decisions(old);
            Map<String, ModelElement> decisions = decisions(now);
            for (String id : union(decisions.keySet(), oldDecisions.keySet())) {
                ModelElement decision = decisions.getOrDefault(id, oldDecisions.get(id));
                String name = decision == null ? id : DecisionChanges.shown(decision);
                ModelElement oldTable = table(oldDecisions.get(id));
                ModelElement table = table(decisions.get(id));
                Map<String, String> columns = DecisionChanges.columns(oldTable, table);
                add(tables, path, name, rows(oldTable, columns), rows(table, columns));
            }
            if (path.endsWith(".form")) {
                add(tables, path, path.substring(path.lastIndexOf('/') + 1), fields(old), fields(now));
            }
        }
        return tables;
    }

    private static ModelFiles parsed(ModelSet set, String path) {
        byte[] content = set.models().get(path);
        return ModelFiles.parsed(content == null ? Map.of() : Map.of(path, content));
    }

    private static Map<String, ModelElement> decisions(ModelFiles files) {
        return files.inDecisions("decision")
                .filter(decision -> decision.child("decisionTable").isPresent())
                .collect(Collectors.toMap(
                        ModelElement::id, decision -> decision, (one, other) -> one, LinkedHashMap::new));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** Adds a table if there is a difference. */
    private static void add(
            List<ChangeTable> tables,
            String path,
            String name,
            Map<String, Map<String, String>> before,
            Map<String, Map<String, String>> after) {
        Set<String> columns = Stream.concat(after.values().stream(), before.values().stream())
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Row> rows = union(after.keySet(), before.keySet()).stream()
                .map(id -> row(columns, before.get(id), after.get(id)))
                .toList();
        if (rows.stream().anyMatch(row -> row.state() != State.SAME)) {
            tables.add(new ChangeTable(path, name, List.copyOf(columns), rows));
        }
    }

    private static Row row(
            Set<String> columns, @Nullable Map<String, String> before, @Nullable Map<String, String> after) {
        Map<String, String> old = before == null ? NONE : before;
        Map<String, String> now = after == null ? NONE : after;
        List<Cell> cells = columns.stream()
                .map(column -> new Cell(old.getOrDefault(column, ""), now.getOrDefault(column, "")))
                .toList();
        State same = cells.stream().anyMatch(Cell::isChanged) ? State.CHANGED : State.SAME;
        return new Row(before == null ? State.ADDED : after == null ? State.REMOVED : same, cells);
    }

    private static @Nullable ModelElement table(@Nullable ModelElement decision) {
        return decision == null ? null : decision.child("decisionTable").orElse(null);
    }

    /** Returns the cells of a table's rows by the row's id and the column's name. */
    private static Map<String, Map<String, String>> rows(@Nullable ModelElement table, Map<String, String> columns) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        if (table != null) {
            table.children("rule").forEach(rule -> rows.put(rule.id(), DecisionChanges.cells(rule, table, columns)));
        }
        return rows;
    }

    private static Map<String, Map<String, String>> fields(ModelFiles files) {
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        for (ModelFiles.FormFile form : files.forms()) {
            FormChanges.fields(form.content()).forEach((id, field) -> {
                if (field.hasNonNull("key")) {
                    fields.put(id, field(id, field));
                }
            });
        }
        return fields;
    }

    private static Map<String, String> field(String id, JsonNode field) {
        Map<String, String> all = FormChanges.properties(field, "");
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put(Changes.text("change.key"), id);
        shown.put(Changes.property("label"), FormChanges.name(id, field));
        OF_FIELDS.stream()
                .filter(all::containsKey)
                .forEach(property ->
                        shown.merge(Changes.property(property), all.get(property), (one, other) -> one + other));
        return shown;
    }
}
