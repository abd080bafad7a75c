package org.acmconversation.model;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Outputs of a decision table have the column's type and are among its predefined values. */
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
        Optional<Object> value = feel.output(text);
        String type = output.attribute("typeRef");
        if (value.isEmpty()) {
            report.add(cell, "decision.outputFails", output.name(), text);
            return;
        }
        if (!isOf(type, value.get())) {
            report.add(cell, "decision.outputType", output.name(), text, type);
            return;
        }
        List<Object> predefined = feel.predefined(output);
        if (!predefined.isEmpty() && !predefined.contains(value.get())) {
            report.add(
                    cell,
                    "decision.outputValue",
                    output.name(),
                    text,
                    new TreeSet<>(predefined.stream().map(String::valueOf).toList()));
        }
    }

    /** Other types are not checked: the engine does not convert their values. */
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
