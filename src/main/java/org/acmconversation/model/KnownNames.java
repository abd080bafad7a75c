package org.acmconversation.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What exists outside of the models and may be named in them.
 *
 * @param delegates beans that a service task may name
 * @param remoteDelegates those of them that call another system
 * @param executionListeners beans that a listener of an activity or event may name
 * @param taskListeners beans that a listener of a user task may name
 * @param helpers beans whose methods an expression may call, with those methods
 * @param candidateGroups groups that a user task may be offered to
 * @param outcomes outcomes of an engagement, as end events name them
 * @param types the documented process variables, each with what it holds
 * @param reads the variables that a bean cannot do without, by its name
 * @param writes the variables that a bean sets, by its name
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

    /** The documented process variables. */
    Set<String> variables() {
        return types.keySet();
    }

    /** All that the engine may run. */
    Set<String> runnable() {
        Set<String> runnable = new HashSet<>(delegates);
        runnable.addAll(executionListeners);
        runnable.addAll(taskListeners);
        return runnable;
    }
}
