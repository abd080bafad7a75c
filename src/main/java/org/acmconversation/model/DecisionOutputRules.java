package org.acmconversation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a decision table yields is what its columns promise: a value of the type, and one of the predefined ones. */
class DecisionOutputRules implements ModelRule {

    private final Feel feel = new Feel();

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inDecisions("decisionTable").forEach(table -> {
            List<ModelElement> outputs = table.children("output").toList();
            table.children("rule").forEach(rule -> {
                List<ModelElement> cells = rule.children("outputEntry").toList();
                for (int i = 0; i < Math.min(outputs.size(), cells.size()); i++) {
                    check(cells.get(i), outputs.get(i), report);
                }
            });
        });
    }

    private void check(ModelElement cell, ModelElement output, Report report) {
        String text = cell.text();
        if (text.isEmpty()) {
            report.add(cell, "decision.noOutput", output.name());
            return;
        }
        if (!FeelText.variables(text).isEmpty()) {
            return;
        }
        Optional<Object> value = feel.value(text, Map.of());
        String type = output.attribute("typeRef");
        if (value.isEmpty() || !isOf(type, value.get())) {
            report.add(cell, "decision.outputType", output.name(), text, type);
            return;
        }
        List<Object> predefined = feel.values(output, "outputValues");
        if (!predefined.isEmpty() && !predefined.contains(value.get())) {
            report.add(
                    cell,
                    "decision.outputValue",
                    output.name(),
                    text,
                    new TreeSet<>(predefined.stream().map(String::valueOf).toList()));
        }
    }

    /** Other types are not looked at: the engine takes the value as it is. */
    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            case "integer", "long" -> value instanceof Number number && number.doubleValue() % 1 == 0;
            case "double" -> value instanceof Number;
            default -> true;
        };
    }
}
