package org.acmconversation.model;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acmconversation.decisionprobe.ProbeValues;
import org.acmconversation.decisionprobe.RuleMatrix;
import org.acmconversation.model.ConversationModel.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A decision table is complete and consistent: if a process needs a result, a row matches every input, and no two rows
 * match if the hit policy forbids it. Tested with the values that the table contains and their neighbors.
 */
class DecisionCoverageRules implements ModelRule {

    private static final Set<String> SINGLE = Set.of("singleEntry", "singleResult");

    private final Feel feel = new Feel();

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        Set<String> needed = models.inProcesses("businessRuleTask")
                .filter(task -> SINGLE.contains(task.camunda("mapDecisionResult")))
                .map(task -> task.camunda("decisionRef"))
                .collect(Collectors.toSet());
        needed.add(Decision.ASSIGNMENT);
        models.inDecisions("decision")
                .forEach(decision -> decision.children("decisionTable")
                        .forEach(table -> check(table, needed.contains(decision.id()), report)));
    }

    private void check(ModelElement table, boolean needsResult, Report report) {
        List<ModelElement> inputs = table.children("input").toList();
        List<ModelElement> rules = table.children("rule").toList();
        var matrix = new RuleMatrix(rules.size());
        for (int column = 0; column < inputs.size(); column++) {
            matrix.add(values(inputs.get(column), cells(rules, column)));
        }
        boolean isUnique = DecisionRules.hitPolicy(table).equals("UNIQUE");
        Set<String> said = new HashSet<>();
        matrix.outcomes().forEach((hits, values) -> {
            if (hits.isEmpty() && needsResult && said.add("gap")) {
                report.add(table, "decision.gap", description(inputs, values));
            } else if (hits.cardinality() > 1 && isUnique && said.add("overlap")) {
                List<String> rows =
                        hits.stream().mapToObj(hit -> String.valueOf(hit + 1)).toList();
                report.add(table, "decision.overlap", description(inputs, values), rows);
            }
        });
    }

    private static List<String> cells(List<ModelElement> rules, int column) {
        return rules.stream()
                .map(rule -> rule.children("inputEntry")
                        .skip(column)
                        .findFirst()
                        .map(ModelElement::text)
                        .orElse(""))
                .toList();
    }

    private static String type(ModelElement input) {
        return input.child("inputExpression")
                .map(expression -> expression.attribute("typeRef"))
                .orElse("");
    }

    private List<RuleMatrix.Value> values(ModelElement input, List<String> cells) {
        return ProbeValues.of(type(input), feel.predefined(input), cells).stream()
                .map(value -> new RuleMatrix.Value(value, applying(cells, value)))
                .toList();
    }

    private BitSet applying(List<String> cells, @Nullable Object value) {
        return IntStream.range(0, cells.size())
                .filter(row -> feel.holds(cells.get(row), value))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static String description(List<ModelElement> inputs, List<@Nullable Object> values) {
        return IntStream.range(0, inputs.size())
                .mapToObj(column -> inputs.get(column).name() + " = " + shown(values.get(column)))
                .collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable Object value) {
        return value instanceof Double number && number % 1 == 0
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }
}
