package org.acmconversation.model;

import java.util.List;
import java.util.Set;

/** User tasks have roles as candidates, never individual users. */
class CandidateGroupRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("userTask").forEach(task -> {
            String groups = task.camunda("candidateGroups");
            if (groups.isEmpty()) {
                report.add(task, "group.missing", known.candidateGroups());
            } else if (!JuelText.isExpression(groups)) {
                checkKnown(task, groups, known.candidateGroups(), report);
            }
            for (String person : List.of("assignee", "candidateUsers")) {
                if (!task.camunda(person).isEmpty()) {
                    report.add(task, "group.person", task.camunda(person), known.candidateGroups());
                }
            }
            if (task.children("humanPerformer", "potentialOwner", "performer")
                    .findAny()
                    .isPresent()) {
                report.add(task, "group.resource", known.candidateGroups());
            }
        });
    }

    private static void checkKnown(ModelElement task, String groups, Set<String> known, Report report) {
        for (String group : groups.split(",", 0)) {
            if (!known.contains(group.strip())) {
                report.add(task, "group.unknown", group.strip(), known);
            }
        }
    }
}
