package org.acmconversation.scenario;

import java.util.List;

/**
 * The results of a model set's scenarios.
 *
 * @param results results in the order of the files; while scenarios run, those of the finished ones
 * @param uncovered the requested parts that no scenario has reached; empty until all have ended
 */
public record RehearsalResult(
        State state, int passed, int failed, List<ScenarioResult> results, List<ModelPart> uncovered) {

    /** The state before the first scenario has started, without results. */
    static final RehearsalResult WAITING = new RehearsalResult(State.WAITING, 0, 0, List.of(), List.of());

    /** The progress. */
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
