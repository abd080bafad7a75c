package org.acmconversation.scenario;

import java.util.List;

/**
 * What came of the scenarios of a model set.
 *
 * @param results in the order of their files; while they run, those that have ended
 * @param uncovered of the parts that were asked for, those that no scenario has reached; empty until all have ended
 */
public record RehearsalResult(
        State state, int passed, int failed, List<ScenarioResult> results, List<ModelPart> uncovered) {

    /** Before the first one has begun, no results are there. */
    static final RehearsalResult WAITING = new RehearsalResult(State.WAITING, 0, 0, List.of(), List.of());

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }

    static RehearsalResult of(State state, List<ScenarioResult> results, List<ModelPart> uncovered) {
        int passed = (int) results.stream().filter(ScenarioResult::passed).count();
        return new RehearsalResult(
                state, passed, results.size() - passed, List.copyOf(results), List.copyOf(uncovered));
    }
}
