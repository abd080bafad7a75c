package org.acmconversation.decisionprobe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acmconversation.decisionprobe.DecisionEngine.ReadDecision;
import org.acmconversation.decisionprobe.DecisionEngine.UndecidedException;
import org.acmconversation.decisionprobe.DecisionFinding.Kind;
import org.acmconversation.decisionprobe.DecisionTable.Input;
import org.acmconversation.decisionprobe.DecisionTable.Output;
import org.acmconversation.decisionprobe.DecisionTable.Row;
import org.acmconversation.engine.feel.FeelExpressions;
import org.jspecify.annotations.Nullable;

/** Probes one decision table. Each finding is confirmed by the engine before it is reported. */
class TableProbe {

    /** Maximum number of findings of each kind; further ones appear when these are fixed. */
    private static final int MAX_CASES = 5;

    private final String path;
    private final ReadDecision decision;
    private final DecisionTable table;
    private final FeelExpressions feel;

    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_]\\w*");

    /** Columns with the same variable have the same value. */
    private final Map<String, List<Integer>> columns = new LinkedHashMap<>();

    /**
     * Returns the sets of rows that match together, each with input values that lead to it, in the order of the
     * variables.
     */
    private final Map<BitSet, List<@Nullable Object>> outcomes;

    private final List<DecisionFinding> findings = new ArrayList<>();

    TableProbe(String path, ReadDecision decision, FeelExpressions feel) {
        this.path = path;
        this.decision = decision;
        this.table = decision.table();
        this.feel = feel;
        var matrix = new RuleMatrix(table.rows().size());
        for (int column = 0; column < table.inputs().size(); column++) {
            columns.computeIfAbsent(table.inputs().get(column).expression(), expression -> new ArrayList<>())
                    .add(column);
        }
        columns.values().forEach(same -> matrix.add(values(same)));
        this.outcomes = matrix.outcomes();
    }

    List<DecisionFinding> run() {
        if (table.inputs().stream().allMatch(input -> ProbeValues.supports(input.type()))) {
            // The value of a computed column cannot be chosen.
            if (columns.keySet().stream()
                    .allMatch(expression -> VARIABLE.matcher(expression).matches())) {
                checkCases();
            }
            checkRows();
        }
        checkInputs();
        return findings;
    }

    private List<RuleMatrix.Value> values(List<Integer> same) {
        List<String> cells = same.stream()
                .flatMap(column -> table.rows().stream().map(row -> condition(row, column)))
                .toList();
        Set<Object> predefined = new LinkedHashSet<>();
        same.forEach(column ->
                predefined.addAll(predefined(table.inputs().get(column).predefined())));
        String type = table.inputs().get(same.get(0)).type();
        List<RuleMatrix.Value> values = new ArrayList<>();
        for (Object value : ProbeValues.of(type, predefined, cells)) {
            var applying = new BitSet();
            for (int row = 0; row < table.rows().size(); row++) {
                Row each = table.rows().get(row);
                if (same.stream().allMatch(column -> holds(condition(each, column), value))) {
                    applying.set(row);
                }
            }
            values.add(new RuleMatrix.Value(value, applying));
        }
        return values;
    }

    private static String condition(Row row, int column) {
        return column < row.conditions().size() ? row.conditions().get(column) : "";
    }

    private boolean holds(String cell, @Nullable Object value) {
        return cell.isEmpty() || cell.equals("-") || feel.holds(cell, value);
    }

    private List<?> predefined(String values) {
        return feel.value("[" + values + "]").stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private void checkCases() {
        boolean isExclusive = table.isUnique() || table.hitPolicy().equals("ANY");
        outcomes.forEach((rows, values) -> {
            if (rows.isEmpty()) {
                gap(values);
            } else if (rows.cardinality() > 1 && isExclusive) {
                overlap(rows, values);
            } else {
                checkOutputs(values);
            }
        });
    }

    private void gap(List<@Nullable Object> values) {
        try {
            if (!table.isList() && decision.evaluate(variables(values)).isEmpty()) {
                add(Kind.GAP, "gap", shown(values));
            }
        } catch (UndecidedException e) {
            add(Kind.GAP, "fails", shown(values));
        }
    }

    /** The engine cannot decide if the hit policy is violated. */
    private void overlap(BitSet rows, List<@Nullable Object> values) {
        try {
            decision.evaluate(variables(values));
        } catch (UndecidedException e) {
            String numbers =
                    rows.stream().mapToObj(row -> String.valueOf(row + 1)).collect(Collectors.joining(", "));
            add(Kind.OVERLAP, "overlap", shown(values), numbers, table.hitPolicy());
        }
    }

    private void checkOutputs(List<@Nullable Object> values) {
        for (Output output : table.outputs()) {
            List<?> predefined = predefined(output.predefined());
            if (!predefined.isEmpty()) {
                try {
                    decision.evaluate(variables(values)).stream()
                            .map(row -> row.get(output.name()))
                            .filter(value -> !predefined.contains(value))
                            .findFirst()
                            .ifPresent(value -> add(
                                    Kind.UNKNOWN_OUTPUT,
                                    "output",
                                    shown(values),
                                    output.label(),
                                    ProbeMessages.value(value)));
                } catch (UndecidedException e) {
                    add(Kind.GAP, "fails", shown(values));
                }
            }
        }
    }

    private void checkRows() {
        var matching = new BitSet();
        var deciding = new BitSet();
        outcomes.keySet().forEach(rows -> {
            matching.or(rows);
            if (table.isFirst() && !rows.isEmpty()) {
                deciding.set(rows.nextSetBit(0));
            } else {
                deciding.or(rows);
            }
        });
        for (int row = 0; row < table.rows().size(); row++) {
            if (!deciding.get(row)) {
                add(Kind.DEAD_RULE, matching.get(row) ? "dead.shadowed" : "dead", shownRow(row));
            }
        }
    }

    private void checkInputs() {
        for (int column = 0; column < table.inputs().size(); column++) {
            Input input = table.inputs().get(column);
            List<?> predefined = predefined(input.predefined());
            for (int row = 0; row < table.rows().size() && !predefined.isEmpty(); row++) {
                for (String text : ProbeValues.texts(condition(table.rows().get(row), column))) {
                    if (!predefined.contains(text)) {
                        add(Kind.UNKNOWN_INPUT, "input", shownRow(row), input.label(), text);
                    }
                }
            }
        }
    }

    private String shownRow(int row) {
        String description = table.rows().get(row).description();
        return description.isEmpty()
                ? ProbeMessages.worded("row.plain", row + 1)
                : ProbeMessages.worded("row", row + 1, description);
    }

    private Map<String, @Nullable Object> variables(List<@Nullable Object> values) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        int at = 0;
        for (String expression : columns.keySet()) {
            variables.put(expression, values.get(at++));
        }
        return variables;
    }

    private String shown(List<@Nullable Object> values) {
        Map<String, @Nullable Object> labeled = new LinkedHashMap<>();
        int at = 0;
        for (List<Integer> same : columns.values()) {
            labeled.put(table.inputs().get(same.get(0)).label(), values.get(at++));
        }
        return ProbeMessages.inputs(labeled);
    }

    private void add(Kind kind, String key, Object... arguments) {
        if (findings.stream().filter(finding -> finding.kind() == kind).count() < MAX_CASES) {
            findings.add(new DecisionFinding(
                    path,
                    table.id(),
                    kind,
                    ProbeMessages.worded("table", table.name(), ProbeMessages.worded(key, arguments))));
        }
    }
}
