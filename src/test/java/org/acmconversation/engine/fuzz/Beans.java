package org.acmconversation.engine.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.acmconversation.engine.model.AllowedBeans;
import org.jspecify.annotations.Nullable;

/** The beans of an application: some that models may use, and some that they may not. */
public class Beans implements AllowedBeans {

    /** Methods that models may call, by bean. */
    private static final Map<String, Set<String>> METHODS = Map.of(
            "reminders", Set.of("dayBefore", "sinceStart"),
            "workdays", Set.of("before", "sinceStart"));

    private static final Set<String> DELEGATES = Set.of(
            "cancelOpenFtopTasks",
            "completeFtopTask",
            "createFtopTask",
            "createValueDiscussionTasks",
            "declineFtopTask",
            "dropFtopTask",
            "escalateOverdueTasks",
            "moveDueDates",
            "nameAfterFtopTask",
            "recordEntryCriteria",
            "recordNextAction",
            "recordOutcome",
            "refreshProfile",
            "remindCandidates",
            "returnToRequester");

    private static final Set<String> OTHERS =
            Set.of("dataSource", "taskService", "runtimeService", "repositoryService", "engineGuards");

    private static final Pattern DELEGATE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    static boolean isBean(String name) {
        return DELEGATES.contains(name) || METHODS.containsKey(name) || OTHERS.contains(name);
    }

    static boolean isCallable(@Nullable String name, String method) {
        return name != null && METHODS.getOrDefault(name, Set.of()).contains(method);
    }

    /** Whether an expression names a delegate and does nothing else. */
    static boolean isDelegate(String expression) {
        var name = DELEGATE.matcher(expression.strip());
        return name.matches() && DELEGATES.contains(name.group(1));
    }

    @Override
    public Set<String> delegates() {
        return DELEGATES;
    }

    @Override
    public Set<String> callable() {
        return METHODS.keySet();
    }

    @Override
    public boolean canCall(String name, String method) {
        return isCallable(name, method);
    }

    @Override
    public boolean isForbidden(String name) {
        return OTHERS.contains(name);
    }
}
