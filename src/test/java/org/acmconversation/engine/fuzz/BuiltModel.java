package org.acmconversation.engine.fuzz;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;

/** Everything that the engine built from a model: every object reachable from its definitions. */
class BuiltModel {

    /** Behaviors that activities may have. */
    private static final Set<String> BEHAVIORS = Set.of(
            "BoundaryConditionalEventActivityBehavior",
            "BoundaryEventActivityBehavior",
            "CallActivityBehavior",
            "CancelBoundaryEventActivityBehavior",
            "CancelEndEventActivityBehavior",
            "CompensationEventActivityBehavior",
            "DmnBusinessRuleTaskActivityBehavior",
            "ErrorEndEventActivityBehavior",
            "EventBasedGatewayActivityBehavior",
            "EventSubProcessActivityBehavior",
            "EventSubProcessStartConditionalEventActivityBehavior",
            "EventSubProcessStartEventActivityBehavior",
            "ExclusiveGatewayActivityBehavior",
            "ExternalTaskActivityBehavior",
            "InclusiveGatewayActivityBehavior",
            "IntermediateCatchEventActivityBehavior",
            "IntermediateCatchLinkEventActivityBehavior",
            "IntermediateConditionalEventBehavior",
            "IntermediateThrowNoneEventActivityBehavior",
            "ManualTaskActivityBehavior",
            "NoneEndEventActivityBehavior",
            "NoneStartEventActivityBehavior",
            "ParallelGatewayActivityBehavior",
            "ParallelMultiInstanceActivityBehavior",
            "ReceiveTaskActivityBehavior",
            "SequentialMultiInstanceActivityBehavior",
            "ServiceTaskDelegateExpressionActivityBehavior",
            "SubProcessActivityBehavior",
            "TaskActivityBehavior",
            "TerminateEndEventActivityBehavior",
            "ThrowEscalationEventActivityBehavior",
            "ThrowSignalEventActivityBehavior",
            "UserTaskActivityBehavior");

    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private final Set<String> dangers = new TreeSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> toLookAt = new ArrayDeque<>();

    private BuiltModel() {}

    static Set<String> dangers(Object definitions) {
        var model = new BuiltModel();
        model.add(definitions);
        while (!model.toLookAt.isEmpty()) {
            model.look(model.toLookAt.pop());
        }
        return model.dangers;
    }

    private void add(Object object) {
        if (object != null && !(object instanceof ExpressionManager) && seen.add(object)) {
            toLookAt.push(object);
        }
    }

    private void look(Object object) {
        if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else if (object instanceof Iterable<?> many) {
            many.forEach(this::add);
        } else if (object instanceof Object[] many) {
            Arrays.asList(many).forEach(this::add);
        } else if (object instanceof JuelExpression expression) {
            dangers.addAll(ExpressionTree.dangers(expression.getExpressionText()));
        } else if (object.getClass().getName().startsWith("org.camunda.")) {
            judge(object, object.getClass());
            fields(object);
        }
    }

    private void judge(Object object, Class<?> type) {
        String name = type.getSimpleName();
        if (name.contains("Script") || name.contains("ClassDelegate") || name.contains("Connector")) {
            dangers.add(name);
        } else if (object instanceof ActivityBehavior && !BEHAVIORS.contains(name)) {
            dangers.add(name);
        } else if (object instanceof DmnExpressionImpl expression
                && expression.getExpressionLanguage() != null
                && !FEEL.contains(expression.getExpressionLanguage())) {
            dangers.add("language " + expression.getExpressionLanguage());
        }
    }

    private void fields(Object object) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith("org.camunda.")) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field(object, field);
                    }
                }
            }
        }
    }

    private void field(Object object, Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(object);
            if (field.getName().equals("className") && value != null) {
                dangers.add("class " + value);
            }
            boolean namesDelegate = object.getClass().getSimpleName().contains("DelegateExpression")
                    && field.getName().equals("expression");
            if (namesDelegate && value instanceof JuelExpression expression && !isDelegate(expression)) {
                dangers.add("delegate " + expression.getExpressionText());
            }
            add(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDelegate(JuelExpression expression) {
        return Beans.isDelegate(expression.getExpressionText());
    }
}
