package org.acmconversation.decisionprobe;

import java.util.List;

/**
 * The parts of a decision table that are probed.
 *
 * @param id id of the decision
 * @param name name of the decision
 * @param hitPolicy as in DMN, such as {@code RULE ORDER}
 */
public record DecisionTable(
        String id, String name, String hitPolicy, List<Input> inputs, List<Output> outputs, List<Row> rows) {

    /**
     * An input column.
     *
     * @param label displayed label
     * @param expression usually the name of a variable
     * @param type such as {@code integer}; empty if it has none
     * @param predefined FEEL list of allowed values; empty if any value is allowed
     */
    public record Input(String id, String label, String expression, String type, String predefined) {}

    /** An output column; for the parameters see {@link Input}. */
    public record Output(String name, String label, String predefined) {}

    /**
     * A row.
     *
     * @param description the author's description; may be empty
     * @param conditions FEEL unary tests, one for each input
     */
    public record Row(String id, String description, List<String> conditions) {}

    /** Whether only one row may match. */
    boolean isUnique() {
        return hitPolicy.equals("UNIQUE");
    }

    /** Whether the first matching row decides. */
    boolean isFirst() {
        return hitPolicy.equals("FIRST");
    }

    /** Whether no row needs to match, because all matching rows are collected. */
    boolean isList() {
        return hitPolicy.equals("COLLECT") || hitPolicy.equals("RULE ORDER");
    }
}
