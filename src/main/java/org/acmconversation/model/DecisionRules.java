package org.acmconversation.model;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Decision tables can be evaluated by the engine and read by people. */
class DecisionRules implements ModelRule {

    private static final String UNIQUE = "UNIQUE";

    /** Camunda 7 does not support PRIORITY and OUTPUT ORDER. */
    private static final Set<String> HIT_POLICIES = Set.of(UNIQUE, "ANY", "FIRST", "RULE ORDER", "COLLECT");

    /** Hit policies that return a list of rows. */
    static final Set<String> LISTS = Set.of("RULE ORDER", "COLLECT");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inDecisions("decision").forEach(decision -> {
            if (decision.child("decisionTable").isEmpty()) {
                report.add(decision, "decision.noTable");
            }
        });
        models.dmn().forEach(file -> {
            Set<String> ids = new HashSet<>();
            file.descendants()
                    .filter(element -> element.is("decisionTable"))
                    .forEach(table -> checkTable(table, ids, report));
        });
    }

    private static void checkTable(ModelElement table, Set<String> ids, Report report) {
        if (!HIT_POLICIES.contains(hitPolicy(table))) {
            report.add(table, "decision.hitPolicy", hitPolicy(table), new TreeSet<>(HIT_POLICIES));
        }
        if (table.children("rule").findAny().isEmpty()) {
            report.add(table, "decision.empty");
        }
        int row = 0;
        for (ModelElement rule : table.children("rule").toList()) {
            row++;
            if (rule.id().isEmpty() || !ids.add(rule.id())) {
                report.add(rule, "decision.ruleId", row, rule.id());
            }
            if (rule.children("inputEntry").count() != table.children("input").count()
                    || rule.children("outputEntry").count()
                            != table.children("output").count()) {
                report.add(rule, "decision.cells");
            }
            if (rule.name().isEmpty()) {
                report.add(rule, "decision.description", row);
            }
        }
    }

    /** Modeler omits the attribute for the default. */
    static String hitPolicy(ModelElement table) {
        String policy = table.attribute("hitPolicy");
        return policy.isEmpty() ? UNIQUE : policy;
    }
}
