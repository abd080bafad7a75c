package org.acmconversation.engine.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acmconversation.engine.task.CompletionCheck.DeployedForm;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A submission in the engine's terms.
 *
 * @param submitted the variables; changes are stored
 */
record TaskSubmission(DelegateTask task, DeployedForm form, VariableMap submitted, FeelEngine feel)
        implements Submission, VariableContext {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String taskId() {
        return task.getId();
    }

    @Override
    public Optional<String> businessKey() {
        return Optional.ofNullable(task.getExecution()).map(DelegateExecution::getProcessBusinessKey);
    }

    @Override
    public String taskDefinitionKey() {
        return task.getTaskDefinitionKey();
    }

    @Override
    public Set<String> names() {
        return new LinkedHashSet<>(submitted.keySet());
    }

    @Override
    public @Nullable Object value(String name) {
        TypedValue value = submitted.getValueTyped(name);
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return serialized.getValueSerialized() == null ? null : fromJson(serialized);
        }
        Object plain = value == null ? null : value.getValue();
        if (plain instanceof SpinJsonNode json) {
            return list((JsonNode) json.unwrap(), plain);
        }
        return plain instanceof Collection<?> collection ? new ArrayList<>(collection) : plain;
    }

    private static @Nullable Object fromJson(SerializableValue value) {
        boolean isJson = !(value instanceof ObjectValue object)
                || Variables.SerializationDataFormats.JSON.getName().equals(object.getSerializationDataFormat());
        try {
            return isJson ? list(JSON.readTree(value.getValueSerialized()), value) : value;
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    private static @Nullable Object list(JsonNode json, Object otherwise) {
        if (!json.isArray()) {
            return json.isNull() ? null : otherwise;
        }
        List<Object> elements = new ArrayList<>();
        json.forEach(element -> elements.add(element.isTextual() ? element.textValue() : element));
        return elements;
    }

    @Override
    public boolean isTransient(String name) {
        TypedValue value = submitted.getValueTyped(name);
        return value != null && value.isTransient();
    }

    @Override
    public void replace(String name, String text) {
        submitted.putValue(name, text);
    }

    @Override
    public void remove(Collection<String> names) {
        submitted.keySet().removeAll(names);
    }

    @Override
    public @Nullable Object evaluate(String expression) {
        try {
            return feel.evaluateSimpleExpression(expression, this);
        } catch (FeelException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }

    /** Null for unknown variables: in the form, too, a field that was left out is null. */
    @Override
    public TypedValue resolve(String name) {
        if (submitted.containsKey(name)) {
            return submitted.getValueTyped(name);
        }
        return task.hasVariable(name) ? task.getVariableTyped(name) : Variables.untypedNullValue();
    }

    @Override
    public boolean containsVariable(String name) {
        return true;
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new HashSet<>(task.getVariableNames());
        names.addAll(submitted.keySet());
        return names;
    }
}
