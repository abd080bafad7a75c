package org.acmconversation.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names outside of the models that models may refer to.
 *
 * @param delegates beans for service tasks
 * @param remoteDelegates delegates that call another system
 * @param executionListeners beans for execution listeners
 * @param taskListeners beans for task listeners
 * @param helpers beans whose methods expressions may call, with those methods
 * @param candidateGroups candidate groups of user tasks
 * @param outcomes outcomes of end events
 * @param types documented process variables and their types
 * @param reads variables that a bean requires, by bean name
 * @param writes variables that a bean sets, by bean name
 */
public record KnownNames(
        Set<String> delegates,
        Set<String> remoteDelegates,
        Set<String> executionListeners,
        Set<String> taskListeners,
        Map<String, Set<String>> helpers,
        Set<String> candidateGroups,
        Set<String> outcomes,
        Map<String, String> types,
        Map<String, Set<String>> reads,
        Map<String, Set<String>> writes) {

    /** Returns the documented process variables. */
    Set<String> variables() {
        return types.keySet();
    }

    /** Returns all beans that the engine may run. */
    Set<String> runnable() {
        Set<String> runnable = new HashSet<>(delegates);
        runnable.addAll(executionListeners);
        runnable.addAll(taskListeners);
        return runnable;
    }
}
