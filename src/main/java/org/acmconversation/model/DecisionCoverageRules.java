package org.acmconversation.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A decision table is complete and consistent: if a process needs a result, a row matches every input, and no two rows
 * match if the hit policy forbids it. Tested with the values that the table contains and their neighbors.
 */
class DecisionCoverageRules implements ModelRule {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final Set<String> SINGLE = Set.of("singleEntry", "singleResult");

    /** If there are more combinations, this many are tested, evenly distributed. */
    private static final long MOST = 100_000;

    private final Feel feel = new Feel();

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        Set<String> needed = models.inProcesses("businessRuleTask")
                .filter(task -> SINGLE.contains(task.camunda("mapDecisionResult")))
                .map(task -> task.camunda("decisionRef"))
                .collect(Collectors.toSet());
        models.inDecisions("decision")
                .forEach(decision -> decision.children("decisionTable")
                        .filter(table -> table.children("input").noneMatch(this::isList))
                        .forEach(table -> new Probe(table).run(needed.contains(decision.id()), report)));
    }

    /** There are too many possible lists to test. */
    private boolean isList(ModelElement input) {
        int column = input.siblings("input").toList().indexOf(input);
        return input.siblings("rule").map(rule -> cell(rule, column)).anyMatch(cell -> cell.contains("(?,"));
    }

    private static String cell(ModelElement rule, int column) {
        return rule.children("inputEntry")
                .skip(column)
                .findFirst()
                .map(ModelElement::text)
                .orElse("");
    }

    private class Probe {

        private final ModelElement table;
        private final List<ModelElement> inputs;
        private final List<ModelElement> rules;
        private final List<List<Object>> values = new ArrayList<>();
        private final List<List<Set<Integer>>> applying = new ArrayList<>();

        Probe(ModelElement table) {
            this.table = table;
            inputs = table.children("input").toList();
            rules = table.children("rule").toList();
            for (int column = 0; column < inputs.size(); column++) {
                values.add(List.copyOf(candidates(inputs.get(column), column)));
                applying.add(rulesByValue(column));
            }
        }

        void run(boolean needsResult, Report report) {
            boolean isUnique = DecisionRules.hitPolicy(table).equals("UNIQUE");
            Set<String> said = new HashSet<>();
            combinations(combination -> {
                List<Integer> hits = hits(combination);
                if (hits.isEmpty() && needsResult && said.add("gap")) {
                    report.add(table, "decision.gap", description(combination));
                } else if (hits.size() > 1 && isUnique && said.add("overlap")) {
                    List<String> rows =
                            hits.stream().map(hit -> String.valueOf(hit + 1)).toList();
                    report.add(table, "decision.overlap", description(combination), rows);
                }
            });
        }

        private Set<Object> candidates(ModelElement input, int column) {
            Set<Object> candidates = new LinkedHashSet<>(feel.predefined(input));
            if (!candidates.isEmpty()) {
                return candidates;
            }
            String type = input.child("inputExpression")
                    .map(expression -> expression.attribute("typeRef"))
                    .orElse("");
            if (type.equals("boolean")) {
                return Set.of(true, false);
            }
            for (ModelElement rule : rules) {
                String cell = cell(rule, column);
                candidates.addAll(FeelText.texts(cell));
                if (!type.equals("string")) {
                    NUMBER.matcher(cell)
                            .results()
                            .map(match -> Double.parseDouble(match.group()))
                            .forEach(number -> {
                                candidates.add(number - 1);
                                candidates.add(number);
                                candidates.add(number + 1);
                            });
                }
            }
            if (candidates.stream().noneMatch(Number.class::isInstance)) {
                candidates.add("…");
            }
            return candidates;
        }

        private List<Set<Integer>> rulesByValue(int column) {
            return values.get(column).stream()
                    .map(value -> {
                        Set<Integer> applying = new HashSet<>();
                        for (int row = 0; row < rules.size(); row++) {
                            if (feel.holds(cell(rules.get(row), column), value)) {
                                applying.add(row);
                            }
                        }
                        return applying;
                    })
                    .toList();
        }

        private void combinations(LongConsumer each) {
            long count = values.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
            long step = Math.max(1, count / MOST);
            for (long combination = 0; combination < count; combination += step) {
                each.accept(combination);
            }
        }

        private List<Integer> hits(long combination) {
            Set<Integer> hits = new LinkedHashSet<>();
            for (int row = 0; row < rules.size(); row++) {
                hits.add(row);
            }
            long rest = combination;
            for (int column = 0; column < inputs.size(); column++) {
                int size = values.get(column).size();
                hits.retainAll(applying.get(column).get((int) (rest % size)));
                rest /= size;
            }
            return List.copyOf(hits);
        }

        private String description(long combination) {
            List<String> parts = new ArrayList<>();
            long rest = combination;
            for (int column = 0; column < inputs.size(); column++) {
                Object value =
                        values.get(column).get((int) (rest % values.get(column).size()));
                String shown = value instanceof Double number && number % 1 == 0
                        ? String.valueOf(number.longValue())
                        : String.valueOf(value);
                parts.add(inputs.get(column).name() + " = " + shown);
                rest /= values.get(column).size();
            }
            return String.join(", ", parts);
        }
    }
}
