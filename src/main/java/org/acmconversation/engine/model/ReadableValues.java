package org.acmconversation.engine.model;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.camunda.spin.json.SpinJsonNode;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/** The allow-list of properties and methods that expressions may use, by type; other types are not accessible. */
class ReadableValues extends BeanELResolver {

    private static final Set<String> TEXT = Set.of(
            "length",
            "isEmpty",
            "isBlank",
            "equals",
            "equalsIgnoreCase",
            "contains",
            "startsWith",
            "endsWith",
            "indexOf",
            "substring",
            "trim",
            "strip",
            "toLowerCase",
            "toUpperCase",
            "compareTo",
            "toString");

    private static final Set<String> NUMBER =
            Set.of("intValue", "longValue", "doubleValue", "equals", "compareTo", "toString");

    private static final Set<String> COLLECTION =
            Set.of("size", "isEmpty", "contains", "containsAll", "get", "indexOf", "toString");

    private static final Set<String> MAP = Set.of("size", "isEmpty", "containsKey", "containsValue", "get", "toString");

    private static final Set<String> DATE = Set.of("getTime", "before", "after", "equals", "compareTo", "toString");

    private static final Set<String> JSON = Set.of(
            "prop", "hasProp", "elements", "isNull", "isArray", "stringValue", "numberValue", "boolValue", "toString");

    private static final Set<String> EXECUTION = Set.of(
            "getId",
            "getProcessInstanceId",
            "getProcessBusinessKey",
            "getBusinessKey",
            "getProcessDefinitionId",
            "getCurrentActivityId",
            "getCurrentActivityName",
            "getActivityInstanceId",
            "getEventName",
            "getVariable",
            "getVariableLocal",
            "hasVariable",
            "hasVariableLocal");

    private static final Set<String> TASK = Set.of(
            "getId",
            "getName",
            "getDescription",
            "getAssignee",
            "getOwner",
            "getPriority",
            "getDueDate",
            "getFollowUpDate",
            "getCreateTime",
            "getTaskDefinitionKey",
            "getProcessInstanceId",
            "getExecution",
            "getExecutionId",
            "getEventName",
            "getVariable",
            "getVariableLocal",
            "hasVariable",
            "hasVariableLocal");

    private static final Set<String> ERROR = Set.of("getErrorCode", "getMessage");

    private static final List<Type> TYPES = List.of(
            new Type(String.class, TEXT),
            new Type(Number.class, NUMBER),
            new Type(Boolean.class, Set.of("booleanValue", "equals", "toString")),
            new Type(Collection.class, COLLECTION),
            new Type(Map.class, MAP),
            new Type(Date.class, DATE),
            new Type(DateTime.class, dateTimeMethods()),
            new Type(SpinJsonNode.class, JSON),
            new Type(DelegateExecution.class, EXECUTION),
            new Type(DelegateTask.class, TASK),
            new Type(BpmnError.class, ERROR));

    private final ModelBeans beans;

    ReadableValues(ModelBeans beans) {
        super(true);
        this.beans = beans;
    }

    /** Returns all callable methods, for static checks. */
    static Set<String> methods() {
        return TYPES.stream().flatMap(type -> type.methods.stream()).collect(Collectors.toSet());
    }

    /** Returns the methods that can be called on {@code execution} or {@code task}. */
    static Set<String> of(String engineObject) {
        return engineObject.equals("execution") ? EXECUTION : TASK;
    }

    /** Returns the getter of a property. */
    static String getter(String property) {
        return property.isEmpty()
                ? ""
                : "get" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return null;
        }
        if (!isListed(base, getter(String.valueOf(property)))) {
            throw new PropertyNotFoundException("Expressions may not read '%s' here".formatted(property));
        }
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        if (base == null) {
            return null;
        }
        if (!isListed(base, String.valueOf(method)) && !beans.canCall(base, String.valueOf(method))) {
            throw new MethodNotFoundException("Expressions may not call '%s' here".formatted(method));
        }
        return super.invoke(context, base, method, types, parameters);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw new PropertyNotWritableException("Expressions may not change '%s'".formatted(property));
        }
    }

    private static boolean isListed(Object base, String method) {
        return TYPES.stream().anyMatch(type -> type.type.isInstance(base) && type.methods.contains(method));
    }

    private static Set<String> dateTimeMethods() {
        Set<String> methods =
                new HashSet<>(Set.of("toDate", "toString", "isBefore", "isAfter", "getMillis", "withTimeAtStartOfDay"));
        Stream.of("Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years")
                .forEach(unit -> methods.addAll(List.of("plus" + unit, "minus" + unit)));
        return methods;
    }

    private record Type(Class<?> type, Set<String> methods) {}
}
