package org.acmconversation.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.acmconversation.engine.task.Assignment;
import org.acmconversation.model.ConversationModel.Decision;

/** The assignment decision returns only outcomes that the application supports. */
class AssignmentRules implements ModelRule {

    private static final Set<String> SINGLE = Set.of("UNIQUE", "FIRST", "ANY");

    private static final Set<String> OUTCOMES =
            Arrays.stream(Assignment.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inDecisions("decision")
                .filter(decision -> decision.id().equals(Decision.ASSIGNMENT))
                .flatMap(decision -> decision.children("decisionTable"))
                .forEach(table -> check(table, report));
    }

    private static void check(ModelElement table, Report report) {
        if (table.children("output").count() != 1) {
            report.add(table, "assignment.column", OUTCOMES);
            return;
        }
        if (!SINGLE.contains(DecisionRules.hitPolicy(table))) {
            report.add(table, "assignment.hitPolicy", new TreeSet<>(SINGLE));
        }
        table.children("rule").flatMap(rule -> rule.children("outputEntry")).forEach(cell -> {
            List<String> texts = FeelText.texts(cell.text());
            if (texts.size() != 1
                    || !cell.text().equals("\"" + texts.get(0) + "\"")
                    || !OUTCOMES.contains(texts.get(0))) {
                report.add(cell, "assignment.outcome", cell.text(), OUTCOMES);
            }
        });
    }
}
