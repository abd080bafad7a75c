package org.acmconversation.engine.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * All conditions of the engine's task query, with arguments that match as many tasks as possible; conditions about
 * people have the caller's name and other names.
 */
class TaskConditions {

    static final String SELF = "eva";
    static final String OTHER = "luis";
    static final String OWN_GROUP = "partners";
    static final String OTHERS_GROUP = "managers";
    static final String PROCESS = "two-queues";
    static final Date DUE = new Date(1_900_000_000_000L);
    static final Date BEFORE = new Date(0);
    static final Date AFTER = new Date(4_000_000_000_000L);

    private TaskConditions() {}

    /** @param name the setter and its arguments */
    record Condition(String name, UnaryOperator<TaskQuery> on) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Condition> all() {
        return Arrays.stream(TaskQuery.class.getMethods())
                .filter(TaskConditions::isCondition)
                // The engine requires this condition to follow those that it modifies.
                .sorted(Comparator.comparing((Method method) -> method.getName().equals("includeAssignedTasks"))
                        .thenComparing(Method::getName))
                .flatMap(TaskConditions::ofMethod)
                .toList();
    }

    private static boolean isCondition(Method method) {
        return method.getReturnType().equals(TaskQuery.class)
                && !method.getName().startsWith("orderBy")
                && !method.getName().equals("or")
                && !method.getName().equals("endOr");
    }

    private static Stream<Condition> ofMethod(Method method) {
        return arguments(method.getName(), method.getParameterTypes())
                .map(arguments -> new Condition(
                        method.getName() + Arrays.deepToString(arguments), query -> set(query, method, arguments)));
    }

    private static TaskQuery set(TaskQuery query, Method method, Object[] arguments) {
        try {
            return (TaskQuery) method.invoke(query, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Object[]> arguments(String name, Class<?>[] types) {
        if (types.length == 0) {
            return Stream.<Object[]>of(new Object[0]);
        }
        if (types.length == 2) {
            return Stream.<Object[]>of(new Object[] {"size", types[1] == String.class ? "%" : value(name)});
        }
        return values(name, types[0]).map(value -> new Object[] {value});
    }

    /** The variable is 5 everywhere. */
    private static Object value(String name) {
        if (name.contains("NotEquals") || name.endsWith("LessThan")) {
            return 6;
        }
        return name.endsWith("GreaterThan") ? 4 : 5;
    }

    private static Stream<Object> values(String name, Class<?> type) {
        if (type == Date.class) {
            return Stream.of(name.endsWith("After") ? BEFORE : name.contains("Before") ? AFTER : DUE);
        }
        if (type == Integer.class) {
            return Stream.of(50);
        }
        if (type == DelegationState.class) {
            return Stream.of(DelegationState.PENDING);
        }
        if (type == List.class) {
            return Stream.of(List.of(OWN_GROUP), List.of(OWN_GROUP, OTHERS_GROUP));
        }
        if (type == String[].class) {
            return Stream.<Object>of((Object) several(name));
        }
        if (name.endsWith("Expression")) {
            return expressions(name);
        }
        return one(name);
    }

    private static String[] several(String name) {
        if (name.contains("Not")) {
            return new String[] {"nothing"};
        }
        if (name.startsWith("taskAssignee")) {
            return new String[] {SELF, OTHER};
        }
        return switch (name) {
            case "processDefinitionKeyIn" -> new String[] {PROCESS};
            case "processInstanceBusinessKeyIn" -> new String[] {"key"};
            case "taskDefinitionKeyIn" -> new String[] {"own", "others"};
            default -> new String[] {"nothing"};
        };
    }

    private static Stream<Object> expressions(String name) {
        if (name.equals("taskCandidateGroupExpression")) {
            return Stream.of(OWN_GROUP);
        }
        if (name.contains("Group")) {
            return Stream.of("${currentUserGroups()}");
        }
        if (name.startsWith("due") || name.startsWith("followUp") || name.matches("task(Created|Updated).*")) {
            return Stream.of("${now()}");
        }
        return Stream.of("${currentUser()}");
    }

    private static Stream<Object> one(String name) {
        if (name.contains("NotLike") || name.contains("NotEqual")) {
            return Stream.of("nothing");
        }
        if (name.endsWith("Like")) {
            return Stream.of("%");
        }
        return switch (name) {
            case "taskAssignee", "taskOwner", "taskCandidateUser", "taskInvolvedUser" -> Stream.of(SELF, OTHER);
            case "taskCandidateGroup" -> Stream.of(OWN_GROUP, OTHERS_GROUP);
            case "taskName", "taskDescription" -> Stream.of("task");
            case "taskDefinitionKey" -> Stream.of("own");
            case "processDefinitionKey" -> Stream.of(PROCESS);
            case "processDefinitionName" -> Stream.of("Two queues");
            case "processInstanceBusinessKey" -> Stream.of("key");
            default -> Stream.of("nothing");
        };
    }
}
