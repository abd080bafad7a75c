package org.acmconversation.scenario.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engine.instance.VisitedElements.Visited;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.scenario.Scenario.Expectation;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScenarioMessages;
import org.jspecify.annotations.Nullable;

/** Compares the results of a scenario with the expected ones. */
class ExpectationCheck {

    private final Engagements engagements;
    private final FtopTasks ftopTasks;
    private final ScratchJobs jobs;
    private final ScratchTasks tasks;
    private final DeployedModels models;

    ExpectationCheck(
            Engagements engagements, FtopTasks ftopTasks, ScratchJobs jobs, ScratchTasks tasks, DeployedModels models) {
        this.engagements = engagements;
        this.ftopTasks = ftopTasks;
        this.jobs = jobs;
        this.tasks = tasks;
        this.models = models;
    }

    /** @throws ScenarioException that lists all differences */
    void check(Expectation expected, UUID engagement, Set<Visited> reached) {
        List<String> wrong = new ArrayList<>();
        boolean hasEnded = jobs.hasEnded();
        if (expected.ends() != null && expected.ends() != hasEnded) {
            wrong.add(
                    hasEnded
                            ? ScenarioMessages.worded("end.ended")
                            : ScenarioMessages.worded("end.waits", tasks.waiting()));
        }
        Outcome outcome = engagements.get(engagement).outcome();
        if (expected.outcome() != null && expected.outcome() != outcome) {
            wrong.add(ScenarioMessages.worded("end.outcome", expected.outcome(), shown(outcome)));
        }
        checkPath(expected, reached, wrong);
        checkFtop(expected.ftop(), engagement, wrong);
        if (expected.waitsAt() != null && !isWaiting(expected.waitsAt())) {
            wrong.add(wordedWaiting(expected.waitsAt()));
        }
        if (!wrong.isEmpty()) {
            throw new ScenarioException(
                    "%s: %s".formatted(ScenarioMessages.worded("place.expected"), String.join("; ", wrong)));
        }
    }

    private void checkPath(Expectation expected, Set<Visited> reached, List<String> wrong) {
        Set<String> ids = reached.stream().map(Visited::elementId).collect(Collectors.toSet());
        for (String id : expected.passed()) {
            if (!ids.contains(id)) {
                wrong.add(
                        models.isKnown(id) ? ScenarioMessages.worded("end.notPassed", models.shown(id)) : unknown(id));
            }
        }
        for (String id : expected.notPassed()) {
            if (ids.contains(id)) {
                wrong.add(ScenarioMessages.worded("end.passed", models.shown(id)));
            } else if (!models.isKnown(id)) {
                wrong.add(unknown(id));
            }
        }
    }

    private String unknown(String id) {
        return models.correctedElement(ScenarioMessages.worded("end.unknown", id), id);
    }

    private void checkFtop(Map<String, FtopTaskStatus> expected, UUID engagement, List<String> wrong) {
        Map<String, FtopTaskStatus> actual = new HashMap<>();
        ftopTasks.of(engagement).forEach(task -> actual.put(task.catalogId(), task.status()));
        expected.forEach((task, status) -> {
            if (actual.get(task) != status) {
                wrong.add(ScenarioMessages.worded("end.ftop", task, status, shown(actual.get(task))));
            }
        });
    }

    private static String shown(@Nullable Object value) {
        return value == null ? ScenarioMessages.worded("none") : value.toString();
    }

    /** @throws ScenarioException if it waits elsewhere */
    void checkWaiting(List<String> activityIds) {
        if (!isWaiting(activityIds)) {
            throw new ScenarioException(wordedWaiting(activityIds));
        }
    }

    private boolean isWaiting(List<String> activityIds) {
        return tasks.waitingAt().equals(List.copyOf(new TreeSet<>(activityIds)));
    }

    private String wordedWaiting(List<String> expected) {
        String sentence = ScenarioMessages.worded("waits", tasks.waiting());
        return expected.stream()
                .filter(id -> !models.isKnown(id))
                .findFirst()
                .map(id -> models.correctedTask(sentence, id))
                .orElse(sentence);
    }
}
